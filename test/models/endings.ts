import { expect } from "vitest";
import type { AmountSpec } from "../../src/engine/amount.ts";
import type { Estimate } from "../../src/sim/risk/estimate.ts";
import { type Law, lawOf, mean as meanOfLaw, meanOver } from "./exact.ts";
import { plain, pounds, type Terms, terms, where } from "./terms.ts";

export type Rule = Terms["stages"][number]["rules"][number];
export type Condition = Rule["conditions"];

/** Months that are alike and independent: referrals of a month are one of a few numbers, by chance. */
export const months = [
  { value: 0, chance: 0.2 },
  { value: 2, chance: 0.2 },
  { value: 6, chance: 0.6 },
];

/** The volume of such months: 4 a month indicated and on average; whatever people are asked for, they start. */
export const latticeVolume = {
  indicative: 4,
  counts: "certain",
  overDispersion: {
    scope: "month",
    distribution: { empirical: { values: [0, 0.5, 1.5], weights: [0.2, 0.2, 0.6] } },
  },
};

/** A scenario with what every scenario needs; money is paid in the month it is owed. */
export function scenario(id: string, lastReferralMonth: number, parts: Record<string, unknown>) {
  const { contract, ...rest } = parts;
  return {
    id,
    title: id,
    contractStart: "2017-04-01",
    contract: {
      lastReferralMonth,
      lastMonth: lastReferralMonth,
      paymentTermDays: 0,
      ...(contract as Record<string, unknown> | undefined),
    },
    volume: latticeVolume,
    delivery: { startRate: 1 },
    ...rest,
  };
}

/** A policy that binds the named rulesets. */
export const policy = (id: string, rulesets: string[], parameters: Record<string, unknown> = {}) => ({
  id,
  title: id,
  rulesets,
  parameters,
});

/** A rule that gives a declared fact a value. */
export const sets = (
  output: string,
  amount: AmountSpec | boolean | string,
  when: Condition = { all: [] },
  name = `set ${output}`,
): Rule => ({ name, conditions: when, event: { type: "set", params: { output, amount } } });

/** A rule that ends the contract after this month. */
export const ends = (ground: string, when: Condition, name = `end for ${ground}`): Rule => ({
  name,
  conditions: when,
  event: { type: "end", params: { output: ground } },
});

/** Ends the contract on conditions, on one ground. */
export const endsWhen = (when: Condition, parts: Partial<Terms> = {}, id = "ends"): Terms =>
  terms("termination", id, [ends("lowReferrals", when)], parts);

/** Ends after some months running, counted from a month on, with referrals to date under a share of the indicative. */
export const endsBelowToDate = (share: number, fromMonth: number, running: number): Terms =>
  endsWhen(
    { all: [where("monthsBelow", "greaterThanInclusive", { fact: "triggerMonths" })] },
    {
      parameters: {
        triggerShare: plain(share),
        triggerFromMonth: plain(fromMonth, "month"),
        triggerMonths: plain(running, "months"),
      },
      tracked: {
        referralsToDate: { sum: { fact: "referrals" } },
        indicativeToDate: { sum: { fact: "indicativeReferrals" } },
        referralsNeeded: { value: { mul: [{ param: "triggerShare" }, { fact: "indicativeToDate" }] } },
        monthsBelow: {
          consecutive: {
            all: [
              where("month", "greaterThanInclusive", { fact: "triggerFromMonth" }),
              where("referralsToDate", "lessThan", { fact: "referralsNeeded" }),
            ],
          },
        },
      },
    },
  );

/** What would be due on an end: one amount, on conditions, 0 elsewhere. */
export const settles = (
  amount: AmountSpec,
  when: Condition,
  parts: Partial<Terms> = {},
  id = "settles",
): Terms =>
  terms("cancellation", id, [], {
    stages: [{ hitPolicy: "first", rules: [sets("settlementPence", amount, when)] }],
    ...parts,
  });

/** A yes or no that the scenario draws. */
export const coin = (p: number, each: "contract" | "month" = "contract") => ({
  type: "boolean",
  each,
  value: { bernoulli: { p } },
  sentence: "A coin of the model.",
});

/** Declares coins that the scenario draws. */
export const coins = (...names: string[]): NonNullable<Terms["facts"]> =>
  Object.fromEntries(
    names.map((name) => [
      name,
      {
        type: "boolean" as const,
        unit: "yes or no",
        default: false,
        from: "scenario" as const,
        sentence: "A coin.",
      },
    ]),
  );

/** Declares facts in pence that other rulesets set or owe, by name. */
export const owedElsewhere = (...names: string[]): NonNullable<Terms["facts"]> =>
  Object.fromEntries(
    names.map((name) => [
      name,
      { unit: "pence", default: 0, from: "set" as const, sentence: "Owed elsewhere." },
    ]),
  );

/** Parameters in pounds, by name. */
export const allPounds = (values: Record<string, number>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, pounds(value)]));

/** The mean of a column over paths, with its standard error, in the unit of the column over `scale`. */
export function meanOfColumn(
  column: ArrayLike<number>,
  of = (x: number) => x,
): Pick<Estimate, "value" | "se"> {
  let sum = 0;
  let squares = 0;
  const n = column.length;
  for (let i = 0; i < n; i++) sum += of(column[i]!);
  const value = sum / n;
  for (let i = 0; i < n; i++) squares += (of(column[i]!) - value) ** 2;
  return { value, se: Math.sqrt(squares / (n - 1) / n) };
}

/** Says that an estimate lies within 4 of its standard errors of the exact answer. */
export function agrees(what: string, estimate: Pick<Estimate, "value" | "se">, exact: number): void {
  const gap = estimate.value! - exact;
  const deviation = gap / estimate.se!;
  if (process.env.SHOW_DEVIATIONS)
    console.log(`~ ${what} | ${exact} | ${estimate.value} | ${deviation.toFixed(2)}`);
  const rounding = 1e-9 * Math.max(1, Math.abs(exact));
  expect(
    Math.abs(gap) <= 4 * estimate.se! + rounding,
    `${what}: exact ${exact}, estimate ${estimate.value}, ${deviation} standard errors`,
  ).toBe(true);
}

/** Says that a share of paths agrees with a chance, by the standard error that the chance itself implies. */
export function occurs(
  what: string,
  column: ArrayLike<number>,
  exact: number,
  holds: (x: number) => boolean,
): void {
  let hits = 0;
  for (let i = 0; i < column.length; i++) if (holds(column[i]!)) hits++;
  const se = Math.sqrt((exact * (1 - exact)) / column.length);
  agrees(what, { value: hits / column.length, se }, exact);
}

/** Says that a column has a law: no value but the law's, and each (expected on 20 paths or more) as often as it says. */
export function follows(what: string, column: ArrayLike<number>, law: Law): void {
  const seen = new Map<number, number>();
  for (let i = 0; i < column.length; i++) seen.set(column[i]!, (seen.get(column[i]!) ?? 0) + 1);
  expect(
    [...seen.keys()].filter((x) => !law.has(x)),
    `${what}: values that cannot be`,
  ).toEqual([]);
  for (const [x, p] of law) if (p * column.length >= 20) occurs(`${what} = ${x}`, column, p, (y) => y === x);
  agrees(`mean of ${what}`, meanOfColumn(column), meanOfLaw(law));
}

/** Says that a column has the law of a number worked out for each case. */
export function followsOver<T extends { chance: number }>(
  what: string,
  column: ArrayLike<number>,
  cases: readonly T[],
  of: (item: T) => number,
): void {
  follows(what, column, lawOf(cases, of));
}

/** Says that an estimate agrees with the mean of a number worked out for each case. */
export function agreesOver<T extends { chance: number }>(
  what: string,
  estimate: Pick<Estimate, "value" | "se">,
  cases: readonly T[],
  of: (item: T) => number,
): void {
  agrees(what, estimate, meanOver(cases, of));
}

/** Says that two ledgers (or single columns) hold the same numbers on every path, bit for bit. */
export function same(what: string, one: Ledger, other: Ledger): void {
  expect(Object.keys(one).sort(), what).toEqual(Object.keys(other).sort());
  for (const [name, column] of Object.entries(one)) {
    const twin = other[name]!;
    let differs = 0;
    while (differs < column.length && Object.is(column[differs], twin[differs])) differs++;
    expect(differs, `${what}: first path on which ${name} differs`).toBe(column.length);
  }
}

type Ledger = { readonly [name: string]: Float64Array };
