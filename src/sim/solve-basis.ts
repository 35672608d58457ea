import type { Basis } from "./basis.ts";
import { type BasisGap, mean, openBasisGap, type Requirement } from "./basis-gap.ts";
import type { ScaledPolicy } from "./block.ts";
import type { CheckedScenario } from "./check-scenario.ts";
import { samePriceScales } from "./planned-scale.ts";
import type { Spread } from "./risk/estimate.ts";
import type { LedgerColumns } from "./risk/ledger-columns.ts";
import {
  farApart,
  type SettledScale,
  type SlopePair,
  scaleInfluence,
  scaleInterval,
} from "./scale-interval.ts";
import { type Guess, nextScale } from "./solve-scale.ts";

/** A policy settled once more at another scale: how its measures move with what was solved for. */
export type Shifted = {
  readonly ledger: LedgerColumns;
  /** Change of what was solved for, in pounds. */
  readonly change: number;
};

export type SolvedBasis = {
  readonly scales: readonly number[];
  readonly ledgers: readonly LedgerColumns[];
  readonly shifted: readonly (Shifted | undefined)[];
  /** Per path what was brought to 0 on average, in pence; undefined where the scale was not solved on the sample. */
  readonly gaps: readonly (Float64Array | undefined)[];
  /** The standard error and 95 % interval of each scale; of no width where the scale was not solved on the sample. */
  readonly intervals: readonly Spread[];
  /** Did the scale bring what was solved for near enough? True where nothing was solved. */
  readonly reached: readonly boolean[];
};

export type SolveInput = {
  readonly basis: Basis;
  readonly paths: number;
  readonly requirement: Requirement;
  readonly atUnitPrices?: readonly LedgerColumns[] | undefined;
  /** Scales near which the solutions are thought to lie, where no first solution on few futures tells. */
  readonly near?: readonly number[] | undefined;
  /** How far the mean may miss, as a share of the mean bill; 20p in £10,000 where it is left out. */
  readonly tolerance?: number | undefined;
};

type Simulate = (policies: readonly ScaledPolicy[], paths: number) => Promise<readonly LedgerColumns[]>;
type Settled = SettledScale & Guess;

const firstFutures = 2048;
const tolerance = 2e-5;
const roughTolerance = 1e-3;
/** Scales closer than this are one: an end or a hand-back on one path can make the mean jump between them. */
const closest = 1e-5;
const mostGuesses = 16;
const leastShift = 0.002;

/** Finds the scale of unit prices of each policy that the basis asks for, on the same futures, and settles at it. */
export async function solveBasis(
  checked: CheckedScenario,
  input: SolveInput,
  simulate: Simulate,
): Promise<SolvedBasis> {
  const places = checked.policies.map((_, place) => place);
  const { basis, paths, requirement } = input;
  const at = (scales: readonly number[]) =>
    simulate(
      places.map((place) => ({ place, priceScale: scales[place]! })),
      paths,
    );
  const none = places.map(() => undefined);
  const ones = places.map(() => 1);
  if (basis === "same-unit-prices" || basis === "same-price") {
    const found = basis === "same-price" ? samePriceScales(checked, roughTolerance) : undefined;
    const scales = found?.map(({ scale }) => scale) ?? ones;
    const known = basis === "same-unit-prices" ? input.atUnitPrices : undefined;
    return {
      scales,
      ledgers: known ?? (await at(scales)),
      shifted: none,
      gaps: none,
      intervals: scales.map((scale) => scaleInterval(scale, undefined)),
      reached: found?.map(({ isNear }) => isNear) ?? ones.map(() => true),
    };
  }
  const solved = basis === "same-expected-bill" ? places.slice(1) : places;
  const settle = (asked: readonly ScaledPolicy[]) => simulate(asked, paths);
  const few = Math.min(paths, firstFutures);
  // Where there are few futures anyway, scales that may be near are settled along with those at unit prices.
  const tried = few < paths ? [] : nearby(solved, input.near ?? []);
  const unit = input.atUnitPrices ?? [];
  const unknown = unit.length > 0 ? [] : places.map((place) => ({ place, priceScale: 1 }));
  const asked = [...unknown, ...tried];
  const ledgers = [...unit, ...(asked.length > 0 ? await settle(asked) : [])];
  const atUnit = ledgers.slice(0, places.length);
  const target = basis === "same-expected-bill" ? atUnit[0]!.bill : undefined;
  const gap = openBasisGap(target, requirement, atUnit);

  // A first solution on few futures costs little and leaves little to do on all of them.
  const settleFew = async (asked: readonly ScaledPolicy[]) =>
    (await simulate(asked, few)).map((l) => head(l, few));
  const start = (n: number) =>
    new Map(solved.map((place) => [place, [settledAt(1, head(atUnit[place]!, n), gap)]]));
  const rough = few < paths ? await solve(start(few), settleFew, gap, roughTolerance) : new Map();
  const hints = new Map([...rough].map(([place, { best }]) => [place, best.scale]));
  const known = start(paths);
  for (const [i, { place, priceScale }] of tried.entries())
    known.get(place)!.push(settledAt(priceScale, ledgers[places.length + i]!, gap));
  const found = await solve(known, settle, gap, input.tolerance ?? tolerance, hints);

  // Where a path ends or is handed back the mean jumps, so an exact solution need not exist: a thousandth will do.
  const reached = places.map((place) => {
    const best = found.get(place)?.best;
    return best === undefined || isNear(best, place, gap, roughTolerance, 3);
  });

  const besides = await slopePairs(found, settle, gap);
  const influenceOf = (place: number) => {
    const best = found.get(place)?.best;
    // Off the basis there is no root that a path could move.
    return best !== undefined && reached[place]! ? scaleInfluence(gap, best, besides.get(place)) : undefined;
  };
  if (basis === "same-requirement" && requirement.passThrough !== 1) {
    // What is passed on of the saving lies between the first policy's solved scale and the policy's own.
    const { passThrough } = requirement;
    const first = found.get(0)!.best.scale;
    const scales = places.map((place) => first - passThrough * (first - found.get(place)!.best.scale));
    const mixed = places.map((place) => {
      const [own, of] = [influenceOf(place), influenceOf(0)];
      return own && of?.map((each, path) => each - passThrough * (each - own[path]!));
    });
    const intervals = scales.map((scale, place) => scaleInterval(scale, mixed[place], checked.sampling));
    return { scales, ledgers: await at(scales), shifted: none, gaps: none, intervals, reached };
  }
  const scales = places.map((place) => found.get(place)?.best.scale ?? 1);
  const solvedLedgers = places.map((place) => found.get(place)?.best.ledger ?? atUnit[place]!);
  const gaps = places.map((place) => (found.has(place) ? gap.of(solvedLedgers[place]!) : undefined));
  const shifted = places.map((place): Shifted | undefined => {
    const best = found.get(place)?.best;
    const other = besides.get(place)?.[1];
    if (best === undefined || other === undefined) return undefined;
    return { ledger: other.ledger, change: (other.miss - best.miss) / 100 };
  });
  const intervals = scales.map((scale, place) => scaleInterval(scale, influenceOf(place), checked.sampling));
  return { scales, ledgers: solvedLedgers, shifted, gaps, intervals, reached };
}

/** The scales near which some policies' solutions are thought to lie, but for those that are 1 anyway. */
function nearby(solved: readonly number[], near: readonly number[]): ScaledPolicy[] {
  return solved.flatMap((place) => {
    const priceScale = near[place] ?? 1;
    return priceScale === 1 ? [] : [{ place, priceScale }];
  });
}

type Found = {
  readonly best: Settled;
  /** The nearest scale that is not the same. */
  readonly other: Settled | undefined;
};

/** Solves all policies at once: each round settles one guess of every policy that is not yet near enough. */
async function solve(
  known: Map<number, Settled[]>,
  settle: (asked: readonly ScaledPolicy[]) => Promise<readonly LedgerColumns[]>,
  gap: BasisGap,
  nearEnough: number,
  hints: ReadonlyMap<number, number> = new Map(),
): Promise<Map<number, Found>> {
  const given = new Map(
    [...known].map(([place, guesses]) => [place, guesses.length > 1 ? guesses.length : 0]),
  );
  for (let round = 0; round < mostGuesses; round++) {
    const asked: ScaledPolicy[] = [];
    for (const [place, guesses] of known) {
      const { best, other } = keepTwo(guesses);
      const isFound = isNear(best, place, gap, nearEnough);
      if (isFound && other !== undefined) continue;
      const hint = hints.get(place);
      // One guess that is exact already still needs a second to tell how measures move.
      const priceScale = isFound
        ? best.scale * 1.01
        : round === 0 && hint !== undefined && hint !== 1
          ? hint
          : nextScale(guesses, given.get(place));
      // A hint stands in for guesses of its own: the secant through it comes next.
      if (priceScale === hint && round === 0) given.set(place, guesses.length + 1);
      if (priceScale === undefined || guesses.some((g) => Math.abs(g.scale - priceScale) < closest * g.scale))
        continue;
      asked.push({ place, priceScale });
    }
    if (asked.length === 0) break;
    const ledgers = await settle(asked);
    for (const [i, { place, priceScale }] of asked.entries())
      known.get(place)!.push(settledAt(priceScale, ledgers[i]!, gap));
  }
  return new Map([...known].map(([place, guesses]) => [place, keepTwo(guesses)]));
}

/** For each policy two settled scales between which the slope of the gap is told: the solution and one beside it. */
async function slopePairs(
  found: ReadonlyMap<number, Found>,
  settle: (asked: readonly ScaledPolicy[]) => Promise<readonly LedgerColumns[]>,
  gap: BasisGap,
): Promise<Map<number, SlopePair>> {
  const pairs = new Map<number, SlopePair>();
  for (const [place, { best, other }] of found) if (other !== undefined) pairs.set(place, [best, other]);
  if (!gap.jumps || pairs.size === 0) return pairs;
  // One on either side, so far off that many paths jump between them.
  const asked = [...pairs].flatMap(([place, pair]) =>
    farApart(gap, ...pair).map((priceScale) => ({ place, priceScale })),
  );
  const ledgers = await settle(asked);
  const settled = asked.map(({ priceScale }, i) => settledAt(priceScale, ledgers[i]!, gap));
  return new Map([...pairs.keys()].map((place, i) => [place, [settled[2 * i]!, settled[2 * i + 1]!]]));
}

function keepTwo(guesses: readonly Settled[]): Found {
  const best = guesses.reduce((a, b) => (Math.abs(b.miss) < Math.abs(a.miss) ? b : a));
  const others = guesses.filter((g) => Math.abs(g.scale - best.scale) > leastShift * best.scale);
  const distance = (g: Settled) => Math.abs(g.scale - best.scale);
  const other =
    others.length === 0 ? undefined : others.reduce((a, b) => (distance(b) < distance(a) ? b : a));
  return { best, other };
}

function settledAt(scale: number, ledger: LedgerColumns, gap: BasisGap): Settled {
  return { scale, miss: mean(gap.of(ledger)), ledger };
}

/** `leasts`: how often the least miss is near enough, as two paths can lie too close to be told apart. */
function isNear({ miss, ledger }: Settled, place: number, gap: BasisGap, share: number, leasts = 1): boolean {
  return Math.abs(miss) <= Math.max(share * gap.sizes[place]!, leasts * gap.least(ledger.margin.length));
}

/** The first n futures of a ledger; the same memory. */
function head(ledger: LedgerColumns, n: number): LedgerColumns {
  const entries = Object.entries(ledger).map(([name, column]) => [name, column.subarray(0, n)]);
  return Object.fromEntries(entries) as LedgerColumns;
}
