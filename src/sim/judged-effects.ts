import { isInputFault } from "../engine/input-fault.ts";
import type { Basis } from "./basis.ts";
import { columnsOfGap } from "./basis-gap.ts";
import { blockWidth } from "./block.ts";
import type { CheckedScenario } from "./check-scenario.ts";
import { type End, type EndsOfFigure, endsOfFigure, figureAt, holdFigure } from "./held-figure.ts";
import { type KeptWorlds, keepWorlds } from "./kept-worlds.ts";
import { differenceOfLosses, type PolicyLoss, policyLosses } from "./policy-losses.ts";
import type { Estimate } from "./risk/estimate.ts";
import { simulateHere } from "./simulate-here.ts";
import { solveBasis } from "./solve-basis.ts";
import { withPolicies } from "./with-policies.ts";

/** What becomes of the best policy where a figure is further off: does another have the least loss? */
export type Stands =
  | { readonly as: "best" }
  /** Another policy's loss is less, clearly or by no more than chance among the futures. */
  | { readonly as: "level" | "beaten"; readonly by: string }
  /** No unit prices put the best policy on the basis there. */
  | { readonly as: "unpriced" };

/** How far the answer moves when one judged figure is held at either end, in pounds. */
export type JudgedEffect = {
  readonly path: string;
  readonly ends: EndsOfFigure;
  /** Undefined at an end where no unit prices put the policies on the basis, or the terms cannot be run. */
  readonly low: Estimate | undefined;
  readonly high: Estimate | undefined;
  /** The worse of both ends at twice the distance; undefined where it was not tried: the figure moves little. */
  readonly whenDoubled: Stands | undefined;
};

export type JudgedEffects = {
  /** The policy under which the provider's average loss is least. */
  readonly best: string;
  readonly base: Estimate;
  readonly effects: readonly JudgedEffect[];
};

export type JudgedInput = {
  readonly basis: Basis;
  /** Scales of unit prices at the centre, policy by policy: solutions are looked for near them. */
  readonly scales: readonly number[];
  /** Dotted paths of the figures. */
  readonly paths: readonly string[];
  readonly futures: number;
  readonly seed: string;
  /** Awaited between runs, so that a caller can show progress or stop. */
  readonly rest: () => Promise<void>;
};

/** Figures whose effect on the choice itself is tried, and not only on the amount. */
const mostTried = 6;

/** A bill that misses by £10 in £10,000 is near enough, as what it misses is taken off along the slope of the loss. */
const tolerance = 1e-3;

/** The futures that the ranking of judged figures uses: two blocks are enough to order effects of paired runs. */
export const futuresForJudged = 2 * blockWidth;

/**
 * Ranks judged figures by how far they move what the best policy takes off the provider's average loss, in pounds:
 * E[max(0, −margin)] under the first policy less the same under the best, on the basis, with unit prices solved anew
 * at each end, on the same luck. Undefined where no policy lowers the loss.
 */
export async function judgedEffects(
  checked: CheckedScenario,
  input: JudgedInput,
): Promise<JudgedEffects | undefined> {
  const worlds = keepWorlds(checked);
  try {
    return await rankedEffects(checked, input, worlds);
  } finally {
    worlds.close();
  }
}

async function rankedEffects(
  checked: CheckedScenario,
  input: JudgedInput,
  worlds: KeptWorlds,
): Promise<JudgedEffects | undefined> {
  const every = checked.policies.map(({ spec }) => spec.id);
  const atCentre = (await lossesOf(checked, every, input, worlds))!;
  const best = leastOf(atCentre);
  const [first] = every as [string];
  if (best === undefined || best === first) return undefined;
  const base = differenceOfLosses(atCentre.get(first), atCentre.get(best))!;
  const effects: JudgedEffect[] = [];
  for (const path of input.paths) {
    const figure = figureAt(checked.scenario, path);
    if (figure === undefined) continue;
    await input.rest();
    const at = async (end: End) => {
      const losses = await lossesAt(checked, [path, end], [first, best], input, worlds);
      return losses && differenceOfLosses(losses.get(first), losses.get(best));
    };
    const isIdle = isOfUnpulledLever(checked, path, [first, best]);
    const [low, high] = isIdle ? [base, base] : [await at("low"), await at("high")];
    effects.push({ path, ends: endsOfFigure(figure), low, high, whenDoubled: undefined });
  }
  const reach = (effect: JudgedEffect) => reachOf(base, effect);
  effects.sort((a, b) => reach(b) - reach(a));
  const tried: JudgedEffect[] = [];
  for (const [rank, effect] of effects.entries()) {
    if (rank >= mostTried || reach(effect) === 0) {
      tried.push(effect);
      continue;
    }
    await input.rest();
    tried.push({ ...effect, whenDoubled: await standsWhenDoubled(checked, effect, best, input, worlds) });
  }
  return { best, base, effects: tried };
}

/** Does the best policy stay the best with a figure's ends twice as far from its centre? The worse end is told. */
async function standsWhenDoubled(
  checked: CheckedScenario,
  { path, low, high }: JudgedEffect,
  best: string,
  input: JudgedInput,
  worlds: KeptWorlds,
): Promise<Stands> {
  const every = checked.policies.map(({ spec }) => spec.id);
  let worst: Stands = { as: "best" };
  // First the end at which the best policy takes less off, where it is likelier to be beaten and no more need be tried.
  const ends: End[] = (low?.value ?? 0) <= (high?.value ?? 0) ? ["low", "high"] : ["high", "low"];
  for (const end of ends) {
    const losses = await lossesAt(checked, [path, end, 2], every, input, worlds);
    const least = losses && leastOf(losses);
    const lost = losses && least !== undefined && differenceOfLosses(losses.get(best), losses.get(least));
    if (!lost) {
      worst = { as: "unpriced" };
      continue;
    }
    if (least === best) continue;
    if ((lost.low ?? 0) > 0) return { as: "beaten", by: least };
    if (worst.as === "best") worst = { as: "level", by: least };
  }
  return worst;
}

/** The losses with a figure held at an end; what the figure leaves as it is in the worlds at the centre is not drawn again. */
async function lossesAt(
  checked: CheckedScenario,
  [path, end, times]: readonly [string, End, 2?],
  ids: readonly string[],
  input: JudgedInput,
  centre: KeptWorlds,
): Promise<ReadonlyMap<string, PolicyLoss> | undefined> {
  const held = holdFigure(checked, path, end, times)!;
  const worlds = keepWorlds(held, centre);
  try {
    return await lossesOf(held, ids, input, worlds);
  } finally {
    worlds.close();
  }
}

/** Is it a figure of a lever that none of the policies pulls? Then it moves none of them. */
function isOfUnpulledLever(checked: CheckedScenario, path: string, ids: readonly string[]): boolean {
  const [part, lever] = path.split(".");
  const policies = checked.policies.filter(({ spec }) => ids.includes(spec.id));
  return part === "levers" && policies.every(({ spec }) => !spec.levers.includes(lever!));
}

/** The provider's loss under each policy, on the basis; undefined where the terms cannot be run. */
async function lossesOf(
  checked: CheckedScenario,
  ids: readonly string[],
  { basis, scales, futures, seed }: JudgedInput,
  worlds: KeptWorlds,
): Promise<ReadonlyMap<string, PolicyLoss> | undefined> {
  const chosen = withPolicies(checked, ids);
  const near = ids.map((id) => scales[checked.policies.findIndex(({ spec }) => spec.id === id)]!);
  const { requirement } = checked.scenario;
  try {
    const solved = await solveBasis(
      chosen,
      { basis, paths: futures, requirement, near, tolerance },
      (policies, paths) =>
        simulateHere(chosen, policies, paths, { seed, worlds: worlds.open, columns: columnsOfGap }),
    );
    return policyLosses(ids, solved);
  } catch (error) {
    // Rules that no future meets at the centre can conflict where a figure is far off.
    if (isInputFault(error)) return undefined;
    throw error;
  }
}

/** How far the effect moves between a figure's ends and its centre, in pounds. */
function reachOf(base: Estimate, { low, high }: JudgedEffect): number {
  const values = [base, low, high].flatMap((estimate) => estimate?.value ?? []);
  return Math.max(...values) - Math.min(...values);
}

/** The policy with the least loss, the first of equals; undefined where none is on the basis. */
function leastOf(losses: ReadonlyMap<string, PolicyLoss>): string | undefined {
  let least: [string, PolicyLoss] | undefined;
  for (const entry of losses) if (least === undefined || entry[1].pounds < least[1].pounds) least = entry;
  return least?.[0];
}
