import type { CheckedScenario, ScenarioChanges } from "../../src/sim/check-scenario.ts";
import type { LedgerColumns } from "../../src/sim/risk/ledger-columns.ts";
import { kernelLedgers } from "../laws/replayed-paths.ts";
import { shippedScenario } from "../laws/shipped-scenarios.ts";

/** A simulated quantity with its standard error. */
export type Simulated = { readonly value: number; readonly se: number };

/** What one policy left in every future, and the scenario it was of. */
export type Futures = { readonly checked: CheckedScenario; readonly ledger: LedgerColumns };

/** The futures of a policy of a shipped scenario, on the scenario's own seed; with a variant or settings where named. */
export function futuresOf(name: string, policy: string, paths: number, changes?: ScenarioChanges): Futures {
  const checked = shippedScenario(name, changes);
  const place = checked.policies.findIndex(({ spec }) => spec.id === policy);
  return { checked, ledger: kernelLedgers(checked, checked.scenario.seed, paths)[place]! };
}

/** The ratio of two means over the same futures. */
export function ratioOfMeans(above: ArrayLike<number>, below: ArrayLike<number>): Simulated {
  const n = above.length;
  const over = mean(below);
  const value = mean(above) / over;
  let squares = 0;
  for (let path = 0; path < n; path++) squares += (above[path]! - value * below[path]!) ** 2;
  return { value, se: Math.sqrt(squares / (n - 1) / n) / Math.abs(over) };
}

/** The mean over futures, in parts of a known number. */
export function meanOver(column: ArrayLike<number>, known: number): Simulated {
  return ratioOfMeans(column, new Float64Array(column.length).fill(known));
}

/** By how much the mean of a column in the fifth of futures lowest by another exceeds its mean in the other four. */
export function lowestFifthAhead(column: Float64Array, by: Float64Array): Simulated {
  const order = [...by.keys()].sort((a, b) => by[a]! - by[b]!);
  const cut = Math.floor(order.length / 5);
  const parts = [order.slice(0, cut), order.slice(cut)].map((paths) => paths.map((path) => column[path]!));
  const [low, high] = parts.map((part) => meanOver(part, 1));
  return { value: low!.value - high!.value, se: Math.hypot(low!.se, high!.se) };
}

/** A quantity times a number that is known. */
export function times({ value, se }: Simulated, known: number): Simulated {
  return { value: value * known, se: se * Math.abs(known) };
}

function mean(column: ArrayLike<number>): number {
  let sum = 0;
  for (let path = 0; path < column.length; path++) sum += column[path]!;
  return sum / column.length;
}
