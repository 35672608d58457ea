import { at } from "../engine/column.ts";
import { blockWidth, leversOfPolicy, openBlocks, openWorlds } from "./block.ts";
import { numberAt } from "./block-result.ts";
import { callOffsOf } from "./call-offs.ts";
import type { CheckedPolicy, CheckedScenario } from "./check-scenario.ts";
import { columnsOfRun, type LedgerColumn } from "./ledger-columns.ts";
import type { Plan } from "./plan.ts";
import { planOf } from "./plan-run.ts";
import type { World } from "./world.ts";

/** What the kernel owes in one month under an output, in pence; an end's settlement is `settlementPence` of no ruleset. */
export type OwedInMonth = {
  readonly month: number;
  readonly ruleset: string;
  readonly output: string;
  readonly pence: number;
};

/** One future under one policy: the world that it is a path of, and what the kernel left on it. */
export type OnePath = {
  readonly policy: CheckedPolicy;
  readonly policyPlace: number;
  readonly priceScale: number;
  /** The plan and the world of each contract. */
  readonly plans: readonly Plan[];
  readonly worlds: readonly World[];
  /** The path's place in the worlds' block. */
  readonly place: number;
  /** What the kernel keeps of the path, by measure, and by year and contract where there are; money in pence. */
  readonly ledger: Readonly<Record<LedgerColumn, number> & Record<string, number>>;
  /** All that the kernel owes of each contract, month by month; what is nothing is left out. */
  readonly owed: readonly (readonly OwedInMonth[])[];
  /** The provider's cash in pence as the kernel leaves each month; place 0 is month 1. */
  readonly cash: readonly number[];
};

/** Draws the block that a future is in, as the simulation does, and settles it; futures are counted from 0. */
export function openPath(
  checked: CheckedScenario,
  policyPlace: number,
  priceScale: number,
  seed: string,
  path: number,
): OnePath {
  const plans = callOffsOf(checked).map(({ checked: own }) =>
    planOf(own, own.policies[policyPlace]!, priceScale),
  );
  const levers = callOffsOf(checked).map(({ checked: own }, k) =>
    leversOfPolicy(own, policyPlace, plans[k]!),
  );
  const luck = { seed, block: Math.floor(path / blockWidth) };
  const place = path % blockWidth;
  const worlds = openWorlds(checked, levers)(luck);
  const owed = callOffsOf(checked).map(() => new Map<string, OwedInMonth>());
  const cash: number[] = [];
  const blocks = openBlocks(checked, [{ place: policyPlace, priceScale }], undefined, {
    blocks: 1,
    watch: ({ month }, column) => {
      cash[month - 1] = at(column, place);
    },
    // Kept by name, as a block that runs out of memory is run again.
    watchOwed: (_, contract, month, columns) => {
      for (const { ruleset, output, column } of columns)
        owed[contract]!.set(`${month} ${ruleset} ${output}`, {
          month,
          ruleset,
          output,
          pence: at(column, place),
        });
    },
  });
  const settled = blocks.run(luck);
  const ledger = Object.fromEntries(
    columnsOfRun(checked).map((name, c) => [name, numberAt(settled, c, place)]),
  ) as OnePath["ledger"];
  blocks.close();
  return {
    policy: checked.policies[policyPlace]!,
    policyPlace,
    plans,
    priceScale,
    worlds,
    place,
    ledger,
    owed: owed.map((amounts) => [...amounts.values()].filter(({ pence }) => pence !== 0)),
    cash,
  };
}
