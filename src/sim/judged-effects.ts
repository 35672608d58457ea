import { blockWidth, openBlocks, type ScaledPolicy } from "./block.ts";
import type { CheckedScenario } from "./check-scenario.ts";
import { blocksFor, openGathering } from "./gather.ts";
import { type End, holdFigure } from "./held-figure.ts";
import { columnsOfRun } from "./ledger-columns.ts";
import type { LedgerColumns } from "./risk/ledger-columns.ts";

/** How far the answer moves when one judged figure is held at either end. */
export type JudgedEffect = {
  readonly path: string;
  readonly low: number;
  readonly base: number;
  readonly high: number;
  /** Does the best policy stay the best at both ends? Undefined where it was not tried: the figure moves little. */
  readonly survives: boolean | undefined;
};

export type JudgedEffects = {
  /** The policy under which the provider's average loss is least. */
  readonly best: string;
  readonly effects: readonly JudgedEffect[];
};

/** Figures whose effect on the choice itself is tried, and not only on the amount. */
const mostTried = 6;

/**
 * Ranks judged figures by how far they move what the best policy takes off the provider's average loss, in pounds:
 * E[max(0, −margin)] under the first policy less the same under the best, at the given scales of unit prices, on
 * `futures` futures of the same luck. Undefined where no policy lowers the loss.
 *
 * `rest` is awaited between runs, so that a caller can show progress or stop.
 */
export async function judgedEffects(
  checked: CheckedScenario,
  scales: readonly number[],
  paths: readonly string[],
  futures: number,
  seed: string,
  rest: () => Promise<void>,
): Promise<JudgedEffects | undefined> {
  const every = checked.policies.map((_, place) => place);
  const losses = (at: CheckedScenario, places: readonly number[]) =>
    simulateAll(
      at,
      places.map((place) => ({ place, priceScale: scales[place]! })),
      futures,
      seed,
    ).map(meanLoss);
  const atCentre = losses(checked, every);
  const best = leastPlace(atCentre);
  if (best === 0) return undefined;
  const base = atCentre[0]! - atCentre[best]!;
  const effects: JudgedEffect[] = [];
  for (const path of paths) {
    await rest();
    const [low, high] = ends.map((end) => {
      const held = holdFigure(checked, path, end);
      if (held === undefined) return base;
      const [first, other] = losses(held, [0, best]) as [number, number];
      return first - other;
    }) as [number, number];
    effects.push({ path, low, base, high, survives: undefined });
  }
  effects.sort((a, b) => reachOf(b) - reachOf(a));
  const tried: JudgedEffect[] = [];
  for (const effect of effects) {
    if (tried.length >= mostTried || reachOf(effect) === 0) {
      tried.push(effect);
      continue;
    }
    await rest();
    const survives = ends.every((end) => {
      const held = holdFigure(checked, effect.path, end);
      return held === undefined || leastPlace(losses(held, every)) === best;
    });
    tried.push({ ...effect, survives });
  }
  return { best: checked.policies[best]!.spec.id, effects: tried };
}

const ends: readonly End[] = ["low", "high"];

function reachOf({ low, base, high }: JudgedEffect): number {
  return Math.max(low, base, high) - Math.min(low, base, high);
}

function simulateAll(
  checked: CheckedScenario,
  policies: readonly ScaledPolicy[],
  futures: number,
  seed: string,
): readonly LedgerColumns[] {
  const blocks = openBlocks(checked, policies);
  const gathering = openGathering(futures, policies.length, columnsOfRun(checked));
  for (let block = 0; block < blocksFor(futures); block++) gathering.add(block, blocks.run({ seed, block }));
  return gathering.ledgers();
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
