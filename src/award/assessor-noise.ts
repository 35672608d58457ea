import { openStream } from "../sim/random/stream.ts";
import { clopperPearson } from "../sim/risk/clopper-pearson.ts";
import type { OpenRound } from "./open-round.ts";
import { winnersOf } from "./ranking-paradox.ts";

/** How often something came about among draws, with its exact 95 % interval. */
export type Frequency = { readonly value: number; readonly low: number; readonly high: number };

/** How far an award rests on its assessors' ratings. */
export type AssessorNoise = {
  readonly points: number;
  readonly draws: number;
  /** How often the very same offers win. */
  readonly same: Frequency;
  /** How often each offer wins, by offer. */
  readonly wins: ReadonlyMap<string, Frequency>;
};

/**
 * Judges a round again and again with every rating off by up to so many points of its scale, either way alike, within
 * the scale, and with a lot drawn anew.
 *
 * Ratings under a criterion that are all whole stay whole: what is drawn is rounded up or down by chance, so that a
 * rating moves as far on average as was drawn.
 *
 * Luck belongs to the seed, the offer and the criterion, so that neither the order of offers nor another offer moves it.
 * `rest` is awaited now and then.
 */
export async function assessorNoise(
  open: OpenRound,
  { points, draws, seed }: { readonly points: number; readonly draws: number; readonly seed: string },
  rest: () => Promise<void>,
): Promise<AssessorNoise> {
  const leaves = open.bound.leaves.filter(({ isRated }) => isRated);
  const uniforms = (what: string) =>
    leaves.map((leaf) =>
      open.offers.map(({ offer }) => {
        const uniform = new Float64Array(draws);
        openStream(seed, `${what}|${leaf.id}|${offer.id}`, 0).fill(uniform, draws);
        return uniform;
      }),
    );
  const luck = uniforms("assessor");
  const isWhole = leaves.map(({ id }) => open.facts.ratings.get(id)!.every(Number.isInteger));
  const rounding = isWhole.some(Boolean) ? uniforms("whole") : [];
  const before = winnersOf(open.judge()).join();
  let same = 0;
  const wins = new Map(open.offers.map(({ offer }) => [offer.id, 0]));
  for (let draw = 0; draw < draws; draw++) {
    const ratings = new Map(
      leaves.map((leaf, l) => {
        const own = open.facts.ratings.get(leaf.id)!;
        const shifted = own.map((rating, i) => {
          const off = points * (2 * luck[l]![i]![draw]! - 1);
          const moved = isWhole[l]! ? wholeByChance(off, rounding[l]![i]![draw]!) : off;
          return Math.min(leaf.ratingTop, Math.max(0, rating + moved));
        });
        return [leaf.id, shifted] as const;
      }),
    );
    const winners = winnersOf(open.judgeRated(ratings, `${seed}|${draw}`));
    if (winners.join() === before) same += 1;
    for (const id of winners) wins.set(id, wins.get(id)! + 1);
    if (draw % 64 === 0) await rest();
  }
  const often = (count: number): Frequency => ({ value: count / draws, ...clopperPearson(count, draws) });
  return {
    points,
    draws,
    same: often(same),
    wins: new Map([...wins].map(([id, count]) => [id, often(count)])),
  };
}

/** A whole number next to another, such that its mean is that: 0.3 becomes 1 in 3 draws of 10, and -0.3 becomes -1. */
function wholeByChance(value: number, uniform: number): number {
  const size = Math.abs(value);
  const whole = Math.floor(size);
  return Math.sign(value) * (uniform < size - whole ? whole + 1 : whole);
}
