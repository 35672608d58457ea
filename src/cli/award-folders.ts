import { readdirSync } from "node:fs";
import type { Round } from "../award/judge-round.ts";
import type { OpenRound } from "../award/open-round.ts";
import type { Problem } from "../engine/problem.ts";
import { escapedText } from "../engine/shown-text.ts";
import { listWords } from "../engine/words/name-words.ts";
import type { RoundWarnings } from "../report/award/award-json.ts";
import { type NoticesAsked, noticeFiles, writeNotices } from "./award-notices.ts";
import { awardFiles, writeAward } from "./award-out.ts";
import { outFolderProblem } from "./out-folder.ts";
import { openProgressLine } from "./progress-line.ts";

/** Folders that an award may be asked to write. */
export type AwardFolders = { readonly out?: string; readonly notices?: string; readonly only?: string };

/** What would keep the folders from being written, told before the round is judged. */
export function awardFolderProblems({ out, notices, only }: AwardFolders): Problem[] {
  const alone: Problem = {
    where: "--only",
    adjective: "missing",
    noun: "option",
    expected: "--notices and a folder beside it",
  };
  const problems = [
    only !== undefined && notices === undefined ? alone : undefined,
    out === undefined ? undefined : outFolderProblem(out),
    notices === undefined ? undefined : outFolderProblem(notices, "--notices"),
  ];
  return problems.filter((problem) => problem !== undefined);
}

/** Writes what was asked for, everything made before anything is written; says what it wrote. */
export async function writeAwardFolders(
  { out, notices }: AwardFolders,
  asked: Omit<NoticesAsked, "show">,
  open: OpenRound,
  round: Round,
  warnings: RoundWarnings,
  /** What else the result holds: risks and noise. */
  more: object,
): Promise<string> {
  const letters = notices === undefined ? undefined : await makeNotices(open, round, asked);
  const files = out === undefined ? undefined : awardFiles(open, round, warnings, more);
  if (files !== undefined) writeAward(out!, files);
  if (letters !== undefined) writeNotices(notices!, letters);
  const strange = letters === undefined ? [] : otherNotices(notices!, open, Object.keys(files ?? {}));
  const wrote = [
    ...(files === undefined ? [] : [`Wrote ${listWords(Object.keys(files))} into ${escapedText(out!)}.`]),
    ...(letters === undefined
      ? []
      : [
          asked.only === undefined
            ? `Wrote ${open.offers.length === 1 ? "the notice to the one bidder" : `a notice to each of ${open.offers.length} bidders`} into ${escapedText(notices!)}, as HTML and as text.`
            : `Wrote ${listWords(Object.keys(letters))} into ${escapedText(notices!)}.`,
        ]),
    ...(strange.length === 0
      ? []
      : [
          `Take care: ${escapedText(notices!)} also holds what is no notice of this round: ${someOf(strange)}.`,
        ]),
  ];
  return wrote.length === 0 ? "" : `\n${wrote.join("\n")}\n`;
}

/** HTML and text in the folder that belong to no offer of the round, such as notices of another. */
function otherNotices(folder: string, { offers }: OpenRound, files: readonly string[]): string[] {
  const own = new Set([...files, ...offers.flatMap(({ offer: { id } }) => [`${id}.html`, `${id}.txt`])]);
  return readdirSync(folder)
    .filter((name) => /\.(html|txt)$/.test(name) && !own.has(name))
    .sort();
}

const mostNamed = 4;

function someOf(names: readonly string[]): string {
  const shown = names.slice(0, mostNamed).map((name) => escapedText(name));
  const more = names.length - shown.length;
  return listWords(more > 0 ? [...shown, `${more} more`] : shown);
}

async function makeNotices(
  open: OpenRound,
  round: Round,
  asked: Omit<NoticesAsked, "show">,
): Promise<Record<string, string>> {
  const line = openProgressLine(() => performance.now(), "notices");
  try {
    return await noticeFiles(open, round, { ...asked, show: line.show });
  } finally {
    line.clear();
  }
}
