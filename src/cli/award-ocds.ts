import type { Command } from "commander";
import type { BoundRequirement } from "../award/bound-requirement.ts";
import type { Round } from "../award/judge-round.ts";
import { day } from "../engine/names.ts";
import type { Problem } from "../engine/problem.ts";
import { escapedText, jsonText } from "../engine/shown-text.ts";
import { bidStatistics } from "../report/ocds/bid-statistics.ts";
import { type ExportOptions, isOcidPrefix, unregisteredPrefix } from "../report/ocds/export-options.ts";
import { releasePackage } from "../report/ocds/release-package.ts";
import { statisticsLines } from "../report/ocds/statistics-words.ts";
import { openOutFile, outFileProblem } from "./out-file.ts";

/** What people may say of a release package. */
export type OcdsOptions = {
  readonly ocds?: string;
  readonly ocdsPrefix?: string;
  readonly ocdsDate?: string;
  readonly ocdsUri?: string;
  readonly ocdsValues?: boolean;
};

export function addOcdsOptions(command: Command): Command {
  return command
    .option("--ocds <file>", "write the round as a release package of the Open Contracting Data Standard")
    .option(
      "--ocds-prefix <prefix>",
      `your registered prefix of ocids (default: ${unregisteredPrefix}, which is nobody's)`,
    )
    .option("--ocds-date <day>", "the day of the award, as 2030-01-31; left out, it is not told")
    .option("--ocds-uri <uri>", "the address at which the package will stand")
    .option("--ocds-values", "publish the prices of offers that lost too; they may be confidential");
}

/** What is wrong with the options of a release package, told before anything is judged. */
export function ocdsProblems(
  options: OcdsOptions,
  /** When the requirement was published, where that could be read. */
  published: string | undefined,
): Problem[] {
  const { ocds, ocdsPrefix, ocdsDate, ocdsUri, ocdsValues } = options;
  const problems: (Problem | undefined)[] = [];
  const given = { "--ocds-prefix": ocdsPrefix, "--ocds-date": ocdsDate, "--ocds-uri": ocdsUri };
  if (ocds === undefined) {
    const alone = Object.entries({ ...given, "--ocds-values": ocdsValues }).find(([, value]) => value);
    return alone === undefined
      ? []
      : [{ where: alone[0], adjective: "missing", noun: "option", expected: "--ocds and a file beside it" }];
  }
  problems.push(outFileProblem(ocds, "--ocds"));
  if (ocdsPrefix !== undefined && !isOcidPrefix(ocdsPrefix)) {
    problems.push({
      where: "--ocds-prefix",
      adjective: "invalid",
      noun: "prefix",
      found: ocdsPrefix,
      expected: "ocds- and six lower-case letters or digits",
      hint: "the Open Contracting Partnership gives them out",
    });
  }
  const isDay = ocdsDate !== undefined && day.safeParse(ocdsDate).success;
  if (ocdsDate !== undefined && !(isDay && ocdsDate >= (published ?? ocdsDate))) {
    problems.push({
      where: "--ocds-date",
      adjective: "invalid",
      noun: "date",
      found: ocdsDate,
      expected: `a day as YYYY-MM-DD${published === undefined ? "" : `, not before ${published}, when the requirement was published`}`,
    });
  }
  if (ocdsUri !== undefined && !/^[a-z][a-z0-9+.-]*:[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+$/.test(ocdsUri)) {
    problems.push({
      where: "--ocds-uri",
      adjective: "invalid",
      noun: "address",
      found: ocdsUri,
      expected: "an address that begins with its scheme, as https://",
    });
  }
  return problems.filter((problem) => problem !== undefined);
}

/** Writes the package where one was asked for, whole or not at all; gives what to say of it, with its statistics. */
export async function writeOcds(
  options: OcdsOptions,
  bound: BoundRequirement,
  round: Round,
): Promise<string | undefined> {
  const { ocds } = options;
  if (ocds === undefined) return undefined;
  const asked: ExportOptions = {
    prefix: options.ocdsPrefix ?? unregisteredPrefix,
    uri: options.ocdsUri,
    awardDay: options.ocdsDate,
    withValues: options.ocdsValues === true,
  };
  const out = openOutFile(ocds, "--ocds");
  try {
    await out.write(`${jsonText(releasePackage(bound, round, asked))}\n`);
    out.finish();
  } finally {
    out.abandon();
  }
  const lines = statisticsLines(bidStatistics(round, asked.withValues)).map((line) => `  ${line}`);
  return `\n${escapedText(`wrote ${ocds}`)}, with these bid statistics:\n${lines.join("\n")}\n`;
}
