import type { Round } from "../award/judge-round.ts";
import type { OpenRound } from "../award/open-round.ts";
import type { Problem } from "../engine/problem.ts";
import { escapedText } from "../engine/shown-text.ts";
import { listWords } from "../engine/words/name-words.ts";
import type { RoundWarnings } from "../report/award/award-json.ts";
import { noticeFiles, writeNotices } from "./award-notices.ts";
import { awardFiles, writeAward } from "./award-out.ts";
import { outFolderProblem } from "./out-folder.ts";

/** Folders that an award may be asked to write. */
export type AwardFolders = { readonly out?: string; readonly notices?: string };

/** What would keep the folders from being written, told before the round is judged. */
export function awardFolderProblems({ out, notices }: AwardFolders): Problem[] {
  const problems = [
    out === undefined ? undefined : outFolderProblem(out),
    notices === undefined ? undefined : outFolderProblem(notices, "--notices"),
  ];
  return problems.filter((problem) => problem !== undefined);
}

/** Writes what was asked for, everything made before anything is written; says what it wrote. */
export async function writeAwardFolders(
  { out, notices }: AwardFolders,
  open: OpenRound,
  round: Round,
  warnings: RoundWarnings,
  /** What else the result holds: risks and noise. */
  more: object,
): Promise<string> {
  const letters = notices === undefined ? undefined : await noticeFiles(open, round);
  const files = out === undefined ? undefined : awardFiles(open, round, warnings, more);
  if (files !== undefined) writeAward(out!, files);
  if (letters !== undefined) writeNotices(notices!, letters);
  const wrote = [
    ...(files === undefined ? [] : [`Wrote ${listWords(Object.keys(files))} into ${escapedText(out!)}.`]),
    ...(letters === undefined
      ? []
      : [
          `Wrote a notice to each of ${open.offers.length} bidders into ${escapedText(notices!)}, as HTML and as text.`,
        ]),
  ];
  return wrote.length === 0 ? "" : `\n${wrote.join("\n")}\n`;
}
