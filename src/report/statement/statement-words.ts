import { asSentence, listWords, nameWords } from "../../engine/words/name-words.ts";
import { numberWords } from "../../engine/words/value-words.ts";
import { monthsOfTerm } from "../../sim/discount.ts";
import { askedWords, titleWords } from "../asked-words.ts";
import { basisMeaning } from "../basis-words.ts";
import { shownName } from "../visible-width.ts";
import { calendarMonth, financialYearName, monthWords } from "./calendar.ts";
import { costWords } from "./own-months.ts";
import { penniesWords, rateWords } from "./pennies.ts";
import type { Period } from "./period.ts";
import type { Balance, OwnMonth, Statement, StatementLine, StatementMonth } from "./statement.ts";

/** The head of a statement: what an account names before its lines. */
export function headEntries(of: Statement): readonly (readonly [name: string, words: string])[] {
  const { about, contractStart, period } = of;
  const { policy } = about;
  const scale = policy.priceScale === 1 ? "" : `, unit prices × ${policy.priceScale.toFixed(4)}`;
  const chosen = about.at === null ? "" : `; chosen at ${about.at} of the provider's margin`;
  const quasi = about.sampling === undefined ? "" : ", quasi-random futures";
  return [
    [
      "Contract",
      about.contract === undefined ? titleWords(about.title, about) : shownName(about.contract.title),
    ],
    ...(about.contract === undefined
      ? []
      : [["Provider's contracts", titleWords(about.title, about)] as const]),
    ["Terms", `${shownName(policy.title)} (policy ${policy.id})`],
    ["Paid by", "the commissioner"],
    ["Paid to", "the provider; an amount below zero is taken back"],
    [
      "Period",
      period.kind === "month"
        ? spanWords(period, contractStart)
        : `${period.name}: ${spanWords(period, contractStart)}`,
    ],
    ["Payment term", termWords(of.paymentTermDays)],
    [
      "Which future",
      `${numberWords(about.path)} of ${numberWords(about.paths)} simulated (seed ${shownName(about.seed)}${quasi}, ${about.basis}${scale})${chosen}`,
    ],
    ...askedWords(about).map((words) => ["Changed", words] as const),
    ...(about.requirement === null ? [] : [["Prices", asSentence(basisMeaning(about))] as const]),
  ];
}

function termWords(days: number): string {
  const months = monthsOfTerm(days);
  const when =
    months === 0
      ? "paid in the month itself"
      : months === 1
        ? "paid in the month after"
        : `paid ${months} months later`;
  return `${days} days from the end of the month: ${when}, unless a line says otherwise`;
}

/** @example "months 1–12, April 2017 to March 2018" */
export function spanWords({ from, to }: Pick<Period, "from" | "to">, contractStart: string): string {
  if (from === to) return `month ${from}, ${monthWords(contractStart, from)}`;
  return `months ${from}–${to}, ${monthWords(contractStart, from)} to ${monthWords(contractStart, to)}`;
}

/** A month's heading: of the contract, on the calendar, and in which years. */
export function monthHeading(contractStart: string, month: number): string {
  const { contractYear, financialYear } = calendarMonth(contractStart, month);
  return `Month ${month}, ${monthWords(contractStart, month)} (contract year ${contractYear}, financial year ${financialYearName(financialYear)})`;
}

/** The clause and what is paid under it: "A price for each start: start fee". */
export function clauseWords({ clause, item }: Pick<StatementLine, "clause" | "item">): string {
  return `${shownName(clause)}: ${item}`;
}

/** How a line comes about: a count times a price where it is one, else the reason in words. */
export function workingWords({ price, pence, why }: StatementLine): string {
  if (price === undefined) return why;
  const { quantity, unit, ratePence, rounded } = price;
  const product = `${numberWords(quantity)} ${unit} × ${rateWords(ratePence)} = ${penniesWords(pence)}${rounded ? ", to the nearest penny" : ""}`;
  // A count that is worked out by the clause is no fact that a reader could look up.
  return /^(people|person)$/.test(unit) ? `${product}. ${why}` : product;
}

export function paidInWords({ month, paidIn }: StatementLine, contractStart: string): string {
  if (paidIn === month) return "the same month";
  return `month ${paidIn}, ${monthWords(contractStart, paidIn)}`;
}

export function balanceWords(of: Balance): string {
  const { broughtForwardPence, duePence, paidPence, carriedForwardPence } = of;
  return `Brought forward ${penniesWords(broughtForwardPence)} + due ${penniesWords(duePence)} − paid ${penniesWords(paidPence)} = carried forward ${penniesWords(carriedForwardPence)}`;
}

/** @example numbersWords([1, 2, 3, 7]) === "lines 1–3 and 7" */
export function numbersWords(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  const words = listWords(runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)));
  return `${numbers.length === 1 ? "line" : "lines"} ${words}`;
}

export function endWords(end: string): string {
  return end === "handedBack"
    ? "The provider handed the contract back after this month."
    : `The contract ended after this month on the ground “${nameWords(end)}”.`;
}

/** The provider's own side of a month, which the commissioner does not see. */
export function ownWords({
  costs,
  costPence,
  interestPence,
  cashPence,
  marginToDatePence,
}: OwnMonth): string {
  const parts = costs.map(({ kind, pence }) => `${costWords(kind)} ${penniesWords(pence)}`);
  const kinds = parts.length === 0 ? "" : ` (${parts.join(", ")})`;
  const interest = interestPence === 0 ? "" : `, cost of borrowing ${penniesWords(interestPence)}`;
  return `Provider's own: cost ${penniesWords(costPence)}${kinds}${interest}; cash at the month's end ${penniesWords(cashPence)}; margin to date ${penniesWords(marginToDatePence)}.`;
}

/** Runs of months in which nothing fell due or was paid, each told in one line; other months stand alone. */
export function monthRuns(months: readonly StatementMonth[]): StatementMonth[][] {
  const runs: StatementMonth[][] = [];
  for (const month of months) {
    const run = runs.at(-1);
    if (run !== undefined && isQuiet(month) && isQuiet(run[0]!)) run.push(month);
    else runs.push([month]);
  }
  return runs;
}

export function isQuiet({ due, paid, end, own }: StatementMonth): boolean {
  return (
    due.length === 0 &&
    paid.length === 0 &&
    end === null &&
    (own?.costPence ?? 0) === 0 &&
    (own?.interestPence ?? 0) === 0
  );
}

/** What is said of quiet months. */
export function quietWords(run: readonly StatementMonth[], contractStart: string): string {
  const [first, last] = [run[0]!, run.at(-1)!];
  const span = spanWords({ from: first.month, to: last.month }, contractStart);
  const owed =
    first.carriedForwardPence === 0
      ? "nothing owed"
      : `${penniesWords(first.carriedForwardPence)} owed throughout`;
  return asSentence(`${span}: nothing due, nothing paid, ${owed}`);
}

/** How the statement was held against the simulation, in sentences with both numbers. */
export function reconciliationSentences({
  reconciliation,
  contractStart,
  wholePence,
  about,
  months,
}: Statement): string[] {
  const { period, contract, checks, amountsCompared } = reconciliation;
  const largest = checks.reduce((most, { differencePence }) => Math.max(most, Math.abs(differencePence)), 0);
  const several = about.contract !== undefined;
  return [
    `Opening owed ${penniesWords(period.broughtForwardPence)} + due ${penniesWords(period.duePence)} − paid ${penniesWords(period.paidPence)} = closing owed ${penniesWords(period.carriedForwardPence)}, ${monthWords(contractStart, months.at(-1)!.month)}.`,
    `Total due over the contract ${penniesWords(contract.statedPence)} = total of the simulated future ${penniesWords(contract.simulatedPence)}, checked against both ways of calculation, difference ${penniesWords(contract.differencePence)}.`,
    `Both ways: the rules read one by one, with their reasons, and the compiled simulation that runs every future. ${numberWords(amountsCompared)} amounts were compared clause by clause and month by month${several ? "" : ", and receipts and the provider's cash month by month"}; the largest difference is ${penniesWords(largest)}.`,
    ...(wholePence
      ? []
      : [
          "People are counted by their means in this scenario, so amounts are not whole pence; they are shown to the nearest penny.",
        ]),
    ...(several && months.some(({ own }) => own !== undefined)
      ? [
          "Cash and the cost of borrowing are the provider's over all its contracts; the margin is this contract's, before the cost of borrowing.",
        ]
      : []),
  ];
}
