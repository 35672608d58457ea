import type { Column } from "../engine/column.ts";
import { inputFault } from "../engine/input-fault.ts";
import type { Loops } from "../engine/loops.ts";
import { openNativeLoops } from "../engine/native/native-loops.ts";
import { nativeMemoryFull } from "../engine/native/region.ts";
import { plainLoops } from "../engine/plain-loops.ts";
import { type Problem, problemText } from "../engine/problem.ts";
import type { BlockResult } from "./block-result.ts";
import { blockWidth } from "./block-width.ts";
import { callOffsOf, luckOfCallOff } from "./call-offs.ts";
import type { CheckedScenario } from "./check-scenario.ts";
import { openWorld } from "./draw-world.ts";
import { columnsOfRun } from "./ledger-columns.ts";
import { type Lever, leversOf } from "./lever.ts";
import type { Luck } from "./luck.ts";
import type { Plan } from "./plan.ts";
import { planOf } from "./plan-run.ts";
import { openSampling } from "./quasi/open-sampling.ts";
import { responsesOf } from "./responses.ts";
import { openSettlement, type SettledPolicy, type WatchCash, type WatchOwed } from "./settle.ts";
import type { ConflictReport } from "./settle-contract.ts";
import type { World } from "./world.ts";

export { blockWidth } from "./block-width.ts";

/**
 * Blocks that are drawn and settled together: what a step costs beside its loop is shared by more futures, and the columns
 * of a month still fit the cache. What a block leaves does not depend on it.
 */
export const blocksTogether = 2;

/** One policy of a run: its place in the scenario and the scale of its unit prices. */
export type ScaledPolicy = { readonly place: number; readonly priceScale: number };

/** Whose cash is shown: the first block, the policy's place among those that are run, and the month that has ended. */
export type CashAt = { readonly block: number; readonly policy: number; readonly month: number };

export type BlockOptions = {
  /** The most blocks that are run together. */
  readonly blocks?: number;
  /** Names of the columns that are kept; those of `columnsOfRun` where left out. */
  readonly columns?: readonly string[];
  /** Gives worlds, which may have been drawn before. */
  readonly worlds?: OpenWorlds;
  /** Is shown cash in pence as each month leaves it; the column holds until the next month. */
  readonly watch?: ((at: CashAt, cash: Column) => void) | undefined;
  /** Is shown what is owed in each month; policies by their place among those that are run. */
  readonly watchOwed?: WatchOwed | undefined;
};

/** Simulates blocks: draws each world once and settles it under every policy that shares it. */
export type BlockRunner = {
  /** Blocks that one run draws and settles: that of its luck and those that follow it. */
  readonly blocks: number;
  /** For each policy and column that is kept, `[policy][column]`, the place of its numbers in a block's result. */
  readonly places: Int32Array;
  /** What the blocks leave; valid until the next are run. */
  readonly run: (luck: Luck) => BlockResult;
  /** Gives the memory back; nothing can be run any more. */
  readonly close: () => void;
};

/**
 * Prepares the simulation of blocks under the chosen policies: in WebAssembly where there is memory for it, and else
 * in plain JavaScript, which gives the same to the last bit.
 */
export function openBlocks(
  checked: CheckedScenario,
  policies: readonly ScaledPolicy[],
  loops: Loops | undefined = openNativeLoops(),
  { blocks = blocksTogether, columns, worlds = openWorlds, watch, watchOwed }: BlockOptions = {},
): BlockRunner {
  const open = (own: Loops, together: number) =>
    openBlocksIn(checked, policies, own, together, worlds, { columns, watch, watchOwed });
  if (loops === undefined) return open(plainLoops, blocks);
  const orElse = <T>(work: () => T, otherwise: () => T): T => {
    try {
      return work();
    } catch (error) {
      if (error !== nativeMemoryFull) throw error;
      loops.release();
      return otherwise();
    }
  };
  let runner: BlockRunner | undefined = orElse(
    () => open(loops, blocks),
    () =>
      orElse(
        () => open(loops, 1),
        () => open(plainLoops, blocks),
      ),
  );
  const { places, blocks: together } = runner;
  return {
    places,
    blocks: together,
    run: (luck) =>
      orElse(
        () => runner!.run(luck),
        () => {
          runner = open(plainLoops, together);
          return runner.run(luck);
        },
      ),
    close: () => {
      runner?.close();
      runner = undefined;
    },
  };
}

function openBlocksIn(
  checked: CheckedScenario,
  policies: readonly ScaledPolicy[],
  loops: Loops,
  blocks: number,
  worlds: OpenWorlds,
  {
    columns: names = columnsOfRun(checked),
    watch,
    watchOwed,
  }: { columns: readonly string[] | undefined } & Pick<BlockOptions, "watch" | "watchOwed">,
): BlockRunner {
  const width = blocks * blockWidth;
  const callOffs = callOffsOf(checked);
  const groups = new Map<string, { draw: (luck: Luck) => readonly World[]; members: Member[] }>();
  for (const [p, { place, priceScale }] of policies.entries()) {
    const plans = callOffs.map((callOff) =>
      planOf(callOff.checked, callOff.checked.policies[place]!, priceScale),
    );
    const levers = callOffs.map((callOff, k) => leversOfPolicy(callOff.checked, place, plans[k]!));
    const key = JSON.stringify(levers);
    let group = groups.get(key);
    if (group === undefined) {
      group = { draw: worlds(checked, levers, loops, width), members: [] };
      groups.set(key, group);
    }
    const leverCost = levers.flat().reduce((sum, lever) => sum + Math.round(lever.cost.mean * 100), 0);
    group.members.push({ place: p, settled: { place, plans, priceScale, leverCost } });
  }
  let block = 0;
  const columnsOf: (readonly Column[])[] = [];
  const settlements = [...groups.values()].map(({ draw, members }) => {
    const settlement = openSettlement(
      checked,
      members.map((m) => m.settled),
      width,
      (...hit) => ambiguousHit(block, ...hit),
      loops,
      names,
    );
    for (const [m, { place }] of members.entries()) columnsOf[place] = settlement.columns[m]!;
    const watchMembers: WatchCash | undefined =
      watch && ((m, month, cash) => watch({ block, policy: members[m]!.place, month }, cash));
    const watchTheirs: WatchOwed | undefined =
      watchOwed && ((m, ...owed) => watchOwed(members[m]!.place, ...owed));
    return { draw, settlement, watchMembers, watchTheirs };
  });
  const all = columnsOf.flat();
  const columns = [...new Set(all)];
  const placeOf = new Map(columns.map((column, place) => [column, place]));
  const places = Int32Array.from(all, (column) => placeOf.get(column)!);
  const result = { width, places, columns };
  return {
    blocks,
    places,
    run: (luck) => {
      block = luck.block;
      for (const { draw, settlement, watchMembers, watchTheirs } of settlements)
        settlement.settle(draw(luck), watchMembers, watchTheirs);
      return result;
    },
    close: loops.release,
  };
}

type Member = { readonly place: number; readonly settled: SettledPolicy };

/** The levers of a policy in one contract: its own, how behaviour answers to its terms, and what is tried on the world. */
export function leversOfPolicy(checked: CheckedScenario, place: number, plan: Plan): Lever[] {
  const policy = checked.policies[place]!;
  return [
    ...leversOf(checked.scenario, policy.spec.levers),
    ...responsesOf(checked, policy, plan),
    ...(checked.moves ?? []),
  ];
}

/** Prepares the drawing of the worlds of all contracts under the levers of each. */
export type OpenWorlds = (
  checked: CheckedScenario,
  levers: readonly (readonly Lever[])[],
  loops: Loops,
  width: number,
) => (luck: Luck) => readonly World[];

/**
 * Prepares the drawing of the worlds of all contracts, each on its own luck but for what they share; `drawn` may draw one
 * of them on luck that recalls it.
 */
export function openWorlds(
  checked: CheckedScenario,
  levers: readonly (readonly Lever[])[],
  loops: Loops = plainLoops,
  width = blockWidth,
  drawn = (luck: Luck, draw: (luck: Luck) => World) => draw(luck),
): (luck: Luck) => World[] {
  const draws = callOffsOf(checked).map((callOff, k) => {
    const { scenario, timeline } = callOff.checked;
    return { callOff, draw: openWorld(scenario, timeline, levers[k]!, width, loops) };
  });
  const withSampling = openSampling(checked);
  return (luck) => {
    const sampled = withSampling(luck);
    return draws.map(({ callOff, draw }) => drawn(luckOfCallOff(checked, callOff, sampled), draw));
  };
}

/** Rules that hold together where at most one may: what the rule files promise does not hold. */
function ambiguousHit(
  block: number,
  ...[policy, ruleset, stage, output, { rules, path, month }]: Parameters<ConflictReport>
): never {
  const problem: Problem = {
    where: `${policy} ${ruleset.id} stages[${stage}]`,
    adjective: "ambiguous",
    noun: `rules on ${output}`,
    found: `${rules.map((rule) => `"${rule}"`).join(" and ")} in month ${month} of future ${block * blockWidth + path + 1}`,
    expected:
      ruleset.stages[stage]!.hitPolicy === "any"
        ? "rules that agree under any"
        : "at most one rule to hold under unique",
    hint: "use first, priority or collect sum, or make the conditions exclude each other",
  };
  throw inputFault(problem, problemText(problem));
}
