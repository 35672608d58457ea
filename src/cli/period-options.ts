import { didYouMean } from "../engine/nearest-name.ts";
import type { Problem } from "../engine/problem.ts";
import { financialYearName } from "../report/statement/calendar.ts";
import { lastPossibleMonth } from "../report/statement/last-month.ts";
import { type AskedPeriod, yearsWithin } from "../report/statement/period.ts";
import type { CheckedScenario } from "../sim/check-scenario.ts";
import { wholeNumber } from "./numbers.ts";

/** Options that choose the months of a statement, as typed. */
export type PeriodOptions = { year?: string; month?: string; financialYear?: string };

const longest = 480;

/**
 * Reads the period of a statement: the whole contract where none is named. Where the scenario or the terms could not be
 * read, numbers are held against what any contract could have.
 */
export function readPeriod(
  { year, month, financialYear }: PeriodOptions,
  checked: CheckedScenario | undefined,
  places: { readonly policy: number; readonly contract: number } | undefined,
): { period: AskedPeriod; problems: readonly Problem[] } {
  const last =
    checked === undefined || places === undefined
      ? longest
      : lastPossibleMonth(checked, places.policy, places.contract);
  const asked: AskedPeriod[] = [];
  const problems: Problem[] = [];
  const read = (kind: "contractYear" | "month", option: string, text: string, most: number) => {
    const number = wholeNumber(option, text, 1, most);
    if (number.problem === undefined) asked.push({ kind, number: number.value });
    else problems.push(number.problem);
  };
  if (year !== undefined) read("contractYear", "--year", year, Math.ceil(last / 12));
  if (financialYear !== undefined) {
    const years =
      checked === undefined || places === undefined
        ? undefined
        : yearsWithin({ from: 1, to: last }, "financialYear", checked.scenario.contractStart);
    // People write the year with a slash too.
    const written = financialYear.trim().replace("/", "-");
    const found = years?.find(({ number }) => financialYearName(number) === written);
    if (found !== undefined) asked.push({ kind: "financialYear", number: found.number });
    else if (years !== undefined || !/^\d{4}-\d{2}$/.test(written))
      problems.push(
        unknownYear(
          financialYear,
          years?.map(({ number }) => financialYearName(number)),
        ),
      );
  }
  if (month !== undefined) read("month", "--month", month, last);
  const given = Object.entries({ "--year": year, "--financial-year": financialYear, "--month": month })
    .filter(([, text]) => text !== undefined)
    .map(([option]) => option);
  if (given.length > 1)
    problems.push({
      where: given.at(-1)!,
      adjective: "ambiguous",
      noun: "period",
      found: given.join(" and "),
      expected: "one of them",
    });
  return { period: asked[0] ?? { kind: "contract" }, problems };
}

function unknownYear(found: string, names: readonly string[] | undefined): Problem {
  const hint = names && didYouMean(found, names);
  return {
    where: "--financial-year",
    adjective: "unknown",
    noun: "financial year",
    found,
    expected: names === undefined ? "a year such as 2017-18" : `one of ${names.join(", ")}`,
    ...(hint && { hint }),
  };
}
