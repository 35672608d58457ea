import { makeStatement } from "../../../src/report/statement/make-statement.ts";
import type { AskedPeriod } from "../../../src/report/statement/period.ts";
import type { Statement } from "../../../src/report/statement/statement.ts";
import { type ToldPath, tellOnBothRoads } from "../../../src/report/told-path.ts";
import type { CheckedScenario } from "../../../src/sim/check-scenario.ts";

export type Told = {
  readonly told: ToldPath;
  readonly statement: (period?: AskedPeriod, withCosts?: boolean) => Statement;
};

/** Tells one future, counted from 0, under the policy at a place, for statements of it. */
export async function tell(
  checked: CheckedScenario,
  place: number,
  seed: string,
  path: number,
  { contract = 0, priceScale = 1 } = {},
): Promise<Told> {
  const told = await tellOnBothRoads(checked, {
    place,
    priceScale,
    contract,
    seed,
    path: path + 1,
    paths: path + 1,
    at: null,
    version: "0.0.0",
    basis: "same-unit-prices",
  });
  return {
    told,
    statement: (period = { kind: "contract" }, withCosts = false) =>
      makeStatement(checked, told, contract, { period, withCosts }),
  };
}

/** Places of futures below a number, spread by the golden ratio from a seed: the same on every run. */
export function somePaths(count: number, below: number, seed: number): number[] {
  return Array.from({ length: count }, (_, k) => Math.floor((((seed + k) * 0.6180339887498949) % 1) * below));
}
