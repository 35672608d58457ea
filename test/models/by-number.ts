import { expect } from "vitest";
import type { AmountSpec } from "../../src/engine/amount.ts";
import { allPounds, policy, scenario } from "./endings.ts";
import { runModel } from "./run-model.ts";
import { given, pays, plain, type Terms, terms } from "./terms.ts";

const NUMBERS = Array.from({ length: 16 }, (_, k) => k - 3);

/** The number that a one-month contract draws: −3 to 12. */
export const n = { fact: "n" } as const;
export const p = (name: string): AmountSpec => ({ param: name });

export const parameters = {
  ...allPounds({ million: 1_000_000, price: 0.05, low: 0.1, high: 0.4, odd: 100.01, big: 3 }),
  share: plain(0.5),
  word: {
    type: "enum" as const,
    values: ["red", "blue"],
    default: "blue",
    unit: "colour",
    sentence: "A word.",
  },
  on: { type: "boolean" as const, default: true, unit: "yes or no", sentence: "A switch." },
};

/** What clauses owe for each number, in pence, from 512 paths; a fee of £1,000,000 × (n + 4) tells the number. */
export function owedByNumber(clauses: Terms[], values: Record<string, unknown> = {}): Map<number, number> {
  const amount = { mul: [p("million"), { add: [n, 4] }] };
  const tells = terms("service-fee", "tells", [pays("tells", amount)], { parameters, facts: given("n") });
  const law = { empirical: { values: NUMBERS } };
  const { ledgers } = runModel(
    scenario("amounts", 1, {
      drawn: { n: { type: "number", unit: "points", value: law, sentence: "A number." } },
      rulesets: [tells, ...clauses],
      policies: [policy("amounts", ["tells", ...clauses.map((c) => c.id)], values)],
    }),
    { paths: 512, seed: "amounts" },
  );
  const { payment, serviceFee } = ledgers.amounts!;
  const seen = new Map<number, number>();
  for (const [i, fee] of serviceFee.entries()) {
    const of = fee / 1e8 - 4;
    const rest = payment[i]! - fee;
    expect(seen.get(of) ?? rest).toBe(rest);
    seen.set(of, rest);
  }
  return seen;
}

/** A clause that owes one amount. */
export const one = (amount: AmountSpec): Terms[] => [
  terms("adjustment", "one", [pays("one", amount)], { parameters, facts: given("n") }),
];

/** Says that every number was seen and owes what it should, to the penny. */
export function owes(found: Map<number, number>, exact: (n: number) => number): void {
  expect([...found].sort((a, b) => a[0] - b[0])).toEqual(NUMBERS.map((k) => [k, exact(k) + 0]));
}
