import { inputFault } from "../engine/input-fault.ts";
import type { Loops } from "../engine/loops.ts";
import { openNativeLoops } from "../engine/native/native-loops.ts";
import { nativeMemoryFull } from "../engine/native/region.ts";
import { plainLoops } from "../engine/plain-loops.ts";
import { type Problem, problemText } from "../engine/problem.ts";
import { openBlockLedger } from "./block-ledger.ts";
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
import { openSettlement, type SettledPolicy } from "./settle.ts";
import type { ConflictReport } from "./settle-contract.ts";
import type { World } from "./world.ts";

export { blockWidth };

/** One policy of a run: its place in the scenario and the scale of its unit prices. */
export type ScaledPolicy = { readonly place: number; readonly priceScale: number };

/** Simulates blocks: draws each world once and settles it under every policy that shares it. */
export type BlockRunner = {
  /** One number a policy, column and path: `[policy][column][path]` in one list, `into` where it is given. */
  readonly run: (luck: Luck, into?: Float64Array) => Float64Array;
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
): BlockRunner {
  if (loops === undefined) return openBlocksIn(checked, policies, plainLoops);
  let runner: BlockRunner | undefined;
  const orPlain = <T>(work: () => T, otherwise: () => T): T => {
    try {
      return work();
    } catch (error) {
      if (error !== nativeMemoryFull) throw error;
      loops.release();
      return otherwise();
    }
  };
  const plain = () => openBlocksIn(checked, policies, plainLoops);
  runner = orPlain(() => openBlocksIn(checked, policies, loops), plain);
  return {
    run: (luck, into) =>
      orPlain(
        () => runner!.run(luck, into),
        () => {
          runner = plain();
          return runner.run(luck, into);
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
): BlockRunner {
  const callOffs = callOffsOf(checked);
  const groups = new Map<string, { draw: (luck: Luck) => World[]; members: Member[] }>();
  for (const [p, { place, priceScale }] of policies.entries()) {
    const plans = callOffs.map((callOff) =>
      planOf(callOff.checked, callOff.checked.policies[place]!, priceScale),
    );
    const levers = callOffs.map((callOff, k) => leversOfPolicy(callOff.checked, place, plans[k]!));
    const key = JSON.stringify(levers);
    let group = groups.get(key);
    if (group === undefined) {
      group = { draw: openWorlds(checked, levers, loops), members: [] };
      groups.set(key, group);
    }
    const leverCost = levers.flat().reduce((sum, lever) => sum + Math.round(lever.cost.mean * 100), 0);
    group.members.push({ place: p, leverCost, settled: { place, plans, priceScale } });
  }
  let block = 0;
  const settlements = [...groups.values()].map(({ draw, members }) => ({
    draw,
    members,
    settlement: openSettlement(
      checked,
      members.map((m) => m.settled),
      blockWidth,
      (...hit) => ambiguousHit(block, ...hit),
      loops,
    ),
  }));
  const size = columnsOfRun(checked).length * blockWidth;
  const write = openBlockLedger(checked, blockWidth);
  return {
    run: (luck, into) => {
      block = luck.block;
      const out = into ?? new Float64Array(policies.length * size);
      for (const { draw, members, settlement } of settlements) {
        const worlds = draw(luck);
        const ledgers = settlement.settle(worlds);
        for (const [m, { place, leverCost }] of members.entries()) {
          write(ledgers[m]!, worlds, leverCost, out.subarray(place * size, (place + 1) * size));
        }
      }
      return out;
    },
    close: loops.release,
  };
}

type Member = { readonly place: number; readonly leverCost: number; readonly settled: SettledPolicy };

/** The levers of a policy in one contract: its own, and how behaviour answers to its terms. */
export function leversOfPolicy(checked: CheckedScenario, place: number, plan: Plan): Lever[] {
  const policy = checked.policies[place]!;
  return [...leversOf(checked.scenario, policy.spec.levers), ...responsesOf(checked, policy, plan)];
}

/** Prepares the drawing of the worlds of all contracts, each on its own luck but for what they share. */
export function openWorlds(
  checked: CheckedScenario,
  levers: readonly (readonly Lever[])[],
  loops: Loops = plainLoops,
): (luck: Luck) => World[] {
  const draws = callOffsOf(checked).map((callOff, k) => {
    const { scenario, timeline } = callOff.checked;
    return { callOff, draw: openWorld(scenario, timeline, levers[k]!, blockWidth, loops) };
  });
  const withSampling = openSampling(checked);
  return (luck) => {
    const sampled = withSampling(luck);
    return draws.map(({ callOff, draw }) => draw(luckOfCallOff(checked, callOff, sampled)));
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
