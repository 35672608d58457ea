import type { Round } from "../award/judge-round.ts";
import type { OpenRound } from "../award/open-round.ts";
import type { Problem } from "../engine/problem.ts";
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

/** Writes what was asked for; everything is made before anything is written. */
export async function writeAwardFolders(
  { out, notices }: AwardFolders,
  open: OpenRound,
  round: Round,
  warnings: RoundWarnings,
  /** What else the result holds: risks and noise. */
  more: object,
): Promise<void> {
  const letters = notices === undefined ? undefined : await noticeFiles(open, round);
  const files = out === undefined ? undefined : awardFiles(open, round, warnings, more);
  if (files !== undefined) writeAward(out!, files);
  if (letters !== undefined) writeNotices(notices!, letters);
}
