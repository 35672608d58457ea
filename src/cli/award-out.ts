import type { Round } from "../award/judge-round.ts";
import type { OpenRound } from "../award/open-round.ts";
import { jsonText } from "../engine/shown-text.ts";
import { awardJson, type RoundWarnings } from "../report/award/award-json.ts";
import { awardReport } from "../report/award/award-report.ts";
import { rankingCsv } from "../report/award/ranking-csv.ts";
import { writeFiles } from "./out-folder.ts";

/** The option of `riskshare award` that asks for the round as files. */
export const awardOutOption = ["--out <folder>", "write result.json, ranking.csv and report.html"] as const;

/** The files of a round by name. */
export function awardFiles(
  { bound }: OpenRound,
  round: Round,
  warnings: RoundWarnings,
  more: object,
): Record<string, string> {
  return {
    "result.json": `${jsonText({ ...awardJson(bound, round, warnings), ...more })}\n`,
    "ranking.csv": rankingCsv(bound, round),
    "report.html": awardReport(bound, round, warnings),
  };
}

/** Writes the files of a round into a folder: all of them or none. */
export function writeAward(folder: string, files: Readonly<Record<string, string>>): void {
  writeFiles(folder, files);
}
