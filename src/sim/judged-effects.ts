import { blockWidth, openBlocks, type ScaledPolicy } from "./block.ts";
import type { CheckedScenario } from "./check-scenario.ts";
import { blocksFor, openGathering } from "./gather.ts";
import { type End, holdFigure } from "./held-figure.ts";
import type { LedgerColumns } from "./risk/ledger-columns.ts";

/** How far the answer moves when one judged figure is held at either end. */
export type JudgedEffect = {
  readonly path: string;
  readonly low: number;
  readonly base: number;
  readonly high: number;
  /** Does the policy that leaves the provider the least average loss stay the same at both ends? */
  readonly survives: boolean;
};

export type JudgedEffects = {
  /** The policy with the least average loss of the provider, at the same unit prices. */
  readonly best: string;
  readonly effects: readonly JudgedEffect[];
};

/**
 * Ranks judged figures by how far they move what the best policy takes off the provider's average loss, in pounds:
 * E[max(0, −margin)] under the first policy less the same under the best, on `paths` futures of the same luck.
 *
 * `rest` is awaited between runs, so that a caller can show progress or stop.
 */
export async function judgedEffects(
  checked: CheckedScenario,
  paths: readonly string[],
  futures: number,
  seed: string,
  rest: () => Promise<void>,
): Promise<JudgedEffects | undefined> {
  if (checked.policies.length < 2) return undefined;
  const every = checked.policies.map((_, place) => place);
  const losses = (at: CheckedScenario, places: readonly number[]) =>
    simulateAll(at, places.map((place) => ({ place, priceScale: 1 })), futures, seed).map(meanLoss);
  const atCentre = losses(checked, every);
  const best = leastPlace(atCentre);
  if (best === 0) return undefined;
  const effects: JudgedEffect[] = [];
  for (const path of paths) {
    await rest();
    const ends = (["low", "high"] as const).map((end: End) => {
      const held = holdFigure(checked, path, end);
      return held === undefined ? atCentre : losses(held, every);
    });
    const taken = (found: readonly number[]) => found[0]! - found[best]!;
    effects.push({
      path,
      low: taken(ends[0]!),
      base: taken(atCentre),
      high: taken(ends[1]!),
      survives: ends.every((found) => leastPlace(found) === best),
    });
  }
  const reach = (effect: JudgedEffect) =>
    Math.max(effect.low, effect.base, effect.high) - Math.min(effect.low, effect.base, effect.high);
  effects.sort((a, b) => reach(b) - reach(a));
  return { best: checked.policies[best]!.spec.id, effects };
}

function simulateAll(
  checked: CheckedScenario,
  policies: readonly ScaledPolicy[],
  futures: number,
  seed: string,
): readonly LedgerColumns[] {
  const blocks = openBlocks(checked, policies);
  const gathering = openGathering(futures, policies.length);
  for (let block = 0; block < blocksFor(futures); block++) gathering.add(block, blocks.run({ seed, block }));
  return gathering.ledgers;
}

/** The futures that the ranking of judged figures uses: two blocks are enough to order effects of paired runs. */
export const futuresForJudged = 2 * blockWidth;

function meanLoss(ledger: LedgerColumns): number {
  let sum = 0;
  for (const margin of ledger.margin) sum += margin < 0 ? 0 - margin : 0;
  return sum / ledger.margin.length / 100;
}

function leastPlace(losses: readonly number[]): number {
  return losses.indexOf(Math.min(...losses));
}
