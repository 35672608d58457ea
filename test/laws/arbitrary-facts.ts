import fc from "fast-check";
import type { Fact } from "../../src/engine/fact.ts";
import { colours, dictionaryNames, together, worldNames } from "./universe.ts";

/** One month of facts for every row, as codes. Place 0 of a list of months is month 1. */
export type MonthOfRows = {
  readonly month: number;
  readonly firstOfContractYear: boolean;
  readonly firstOfFinancialYear: boolean;
  readonly columns: ReadonlyMap<string, Float64Array>;
};

/** The facts that a scenario would give to generated rules. */
export const providedFacts: ReadonlyMap<string, Fact> = new Map(
  [
    ...worldNames.plain.map((name) => ({ name, type: "number" as const, unit: "people", default: 0 })),
    ...worldNames.money.map((name) => ({ name, type: "number" as const, unit: "pence", default: 0 })),
    ...worldNames.flags.map((name) => ({
      name,
      type: "boolean" as const,
      unit: "yes or no",
      default: false,
    })),
    ...worldNames.words.map((name) => ({
      name,
      type: "enum" as const,
      values: [...colours],
      unit: "colour",
      default: "red",
    })),
  ].map((fact): [string, Fact] => [fact.name, { ...fact, from: "scenario", sentence: "Generated." }]),
);

/** The numbers that stand anywhere in a file: where rules tip over. */
export function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(numbersIn);
  return [];
}

const always = [0, -0, 0.5, 1, -1, 2.5, -2.5, 3, 1e15, -1e15, 2 ** 53, 0.1];

/**
 * Columns of facts for some rows and months, biased to where rules tip over: the numbers that stand in the rules, one
 * more, one less, half more. A quarter of the columns are the same for all rows.
 */
export function arbitraryMonths(rules: unknown, rows: number, months: number): fc.Arbitrary<MonthOfRows[]> {
  const literals = numbersIn(rules);
  // Money in rules stands in pounds too; a few values of each number, and numbers a little beside it.
  const near = literals.flatMap((x) => [x, x, x + 1, x - 1, x + 0.5, x * 100]);
  const pool = [...always, ...near, ...near];
  return fc
    .record({ seed: fc.nat(), startsIn: fc.integer({ min: 1, max: 12 }) })
    .map(({ seed, startsIn }) => {
      const next = openPicks(seed);
      return Array.from({ length: months }, (_, m) => monthOf(m + 1, startsIn, rows, pool, next));
    });
}

function monthOf(
  month: number,
  startsIn: number,
  rows: number,
  pool: readonly number[],
  next: (below: number) => number,
): MonthOfRows {
  const columns = new Map<string, Float64Array>();
  const fill = (name: string, value: () => number) => {
    const column = new Float64Array(rows);
    const same = next(4) === 0 ? value() : undefined;
    for (let i = 0; i < rows; i++) column[i] = same ?? value();
    columns.set(name, column);
  };
  const world = together(worldNames, dictionaryNames);
  for (const name of [...world.plain, ...world.money]) fill(name, () => pool[next(pool.length)]!);
  // Small whole numbers where rules of one stage are kept apart by them.
  for (const name of worldNames.plain) if (next(2) === 0) fill(name, () => next(4));
  for (const name of world.flags) fill(name, () => next(2));
  for (const name of world.words) fill(name, () => next(colours.length));
  const calendar = (startsIn - 1 + month - 1) % 12;
  columns.set("month", new Float64Array(rows).fill(month));
  columns.set("lastMonthOfFinancialYear", new Float64Array(rows).fill(calendar === 2 ? 1 : 0));
  columns.delete("endMonth");
  return {
    month,
    firstOfContractYear: (month - 1) % 12 === 0,
    firstOfFinancialYear: calendar === 3,
    columns,
  };
}

/** Picks from a few, by the linear congruence of Numerical Recipes: one seed, one table, whatever fast-check shrinks. */
function openPicks(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
