import type { Basis } from "./basis.ts";
import type { ScaledPolicy } from "./block.ts";
import type { CheckedScenario } from "./check-scenario.ts";
import { planOf } from "./plan-run.ts";
import type { LedgerColumns } from "./risk/ledger-columns.ts";
import { type Guess, nextScale } from "./solve-scale.ts";

/** What a provider's prices must achieve under `same-requirement`. */
export type Requirement = {
  readonly measure: "meanMargin" | "probabilityOfLoss";
  /** Pounds for meanMargin, a probability for probabilityOfLoss. */
  readonly target: number;
  /** Share of what terms save that is passed on to the commissioner in lower prices. */
  readonly passThrough: number;
};

/** A policy settled once more at a slightly higher scale: how its measures move with what was solved for. */
export type Shifted = {
  readonly ledger: LedgerColumns /** Change of what was solved for, in pounds. */;
  readonly change: number;
};

export type SolvedBasis = {
  readonly scales: readonly number[];
  readonly ledgers: readonly LedgerColumns[];
  readonly shifted: readonly (Shifted | undefined)[];
  /** Per path what was brought to 0 on average, in pence; undefined where the scale was not solved on the sample. */
  readonly gaps: readonly (Float64Array | undefined)[];
};

type Input = {
  readonly basis: Basis;
  readonly paths: number;
  readonly requirement: Requirement;
  readonly atUnitPrices?: readonly LedgerColumns[] | undefined;
};

type Simulate = (policies: readonly ScaledPolicy[], paths: number) => Promise<readonly LedgerColumns[]>;

const firstFutures = 8192;
const mostGuesses = 40;

/** Finds the scale of unit prices of each policy that the basis asks for, on the same futures, and settles at it. */
export async function solveBasis(
  checked: CheckedScenario,
  input: Input,
  simulate: Simulate,
): Promise<SolvedBasis> {
  const places = checked.policies.map((_, place) => place);
  const { basis, paths, requirement } = input;
  const unit = places.map((place) => ({ place, priceScale: 1 }));
  const none = places.map(() => undefined);
  if (basis === "same-unit-prices" || basis === "same-price") {
    const scales = basis === "same-price" ? samePriceScales(checked) : places.map(() => 1);
    const atUnit = basis === "same-unit-prices" ? input.atUnitPrices : undefined;
    const ledgers =
      atUnit ??
      (await simulate(
        places.map((place) => ({ place, priceScale: scales[place]! })),
        paths,
      ));
    return { scales, ledgers, shifted: none, gaps: none };
  }
  const atUnit = input.atUnitPrices ?? (await simulate(unit, paths));
  const target = basis === "same-expected-bill" ? atUnit[0]!.bill : undefined;
  const solvedPlaces = basis === "same-expected-bill" ? places.slice(1) : places;
  const gapOf = (ledger: LedgerColumns): Float64Array => gapPence(ledger, target, requirement);

  // A first solution on few futures costs little and leaves little to do on all of them.
  const few = Math.min(paths, firstFutures);
  const cut = (ledger: LedgerColumns): LedgerColumns =>
    mapColumns(ledger, (column) => column.subarray(0, few));
  const start = new Map(
    solvedPlaces.map((place) => [place, [{ scale: 1, miss: mean(gapOf(cut(atUnit[place]!))) }]]),
  );
  const rough =
    few < paths ? await solve(start, few, 1e-4) : new Map(solvedPlaces.map((place) => [place, 1]));
  const guesses = new Map(
    solvedPlaces.map((place): [number, Guess[]] => [
      place,
      [{ scale: 1, miss: mean(gapOf(atUnit[place]!)) }],
    ]),
  );
  const scaleOf = await solve(guesses, paths, 1e-9, rough);

  async function solve(
    known: Map<number, Guess[]>,
    n: number,
    tolerance: number,
    hints?: ReadonlyMap<number, number>,
  ): Promise<Map<number, number>> {
    const scales = new Map<number, number>();
    let open = [...known.keys()];
    for (let round = 0; round < mostGuesses && open.length > 0; round++) {
      const asked: ScaledPolicy[] = [];
      for (const place of open) {
        const own = known.get(place)!;
        const best = own.reduce((a, b) => (Math.abs(b.miss) < Math.abs(a.miss) ? b : a));
        const hint = round === 0 ? hints?.get(place) : undefined;
        const priceScale =
          Math.abs(best.miss) <= tolerance * size(target, atUnit[place]!)
            ? undefined
            : hint !== undefined && hint !== 1
              ? hint
              : nextScale(own);
        if (priceScale === undefined) scales.set(place, best.scale);
        else asked.push({ place, priceScale });
      }
      const ledgers = asked.length === 0 ? [] : await simulate(asked, n);
      for (const [i, { place, priceScale }] of asked.entries()) {
        const ledger = n < paths ? cut(ledgers[i]!) : ledgers[i]!;
        const gap =
          target === undefined ? gapOf(ledger) : gapPence(ledger, target.subarray(0, n), requirement);
        known.get(place)!.push({ scale: priceScale, miss: mean(gap) });
      }
      open = asked.map(({ place }) => place);
    }
    for (const place of open) {
      const own = known.get(place)!;
      scales.set(place, own.reduce((a, b) => (Math.abs(b.miss) < Math.abs(a.miss) ? b : a)).scale);
    }
    return scales;
  }

  const own = places.map((place) => scaleOf.get(place) ?? 1);
  const scales =
    basis === "same-requirement"
      ? own.map((scale) => own[0]! - requirement.passThrough * (own[0]! - scale))
      : own;
  const higher = scales.map((scale) => scale * 1.01);
  const settled = await simulate(
    places.flatMap((place) => [
      { place, priceScale: scales[place]! },
      { place, priceScale: higher[place]! },
    ]),
    paths,
  );
  const ledgers = places.map((place) => settled[2 * place]!);
  const gaps = places.map((place) => (solvedPlaces.includes(place) ? gapOf(ledgers[place]!) : undefined));
  const shifted = places.map((place): Shifted | undefined => {
    if (gaps[place] === undefined) return undefined;
    const ledger = settled[2 * place + 1]!;
    return { ledger, change: (mean(gapOf(ledger)) - mean(gaps[place])) / 100 };
  });
  return { scales, ledgers, shifted, gaps };
}

/** Per path, what the scale brings to 0 on average: pence, or for a chance of loss 100 × (loss or not − target). */
function gapPence(
  ledger: LedgerColumns,
  target: Float64Array | undefined,
  requirement: Requirement,
): Float64Array {
  if (target !== undefined) return ledger.bill.map((bill, path) => bill - target[path]!);
  if (requirement.measure === "meanMargin")
    return ledger.margin.map((margin) => margin - requirement.target * 100);
  // More pay means less loss: the sign is turned so that a higher scale always means a higher number.
  return ledger.margin.map((margin) => 100 * (requirement.target - (margin < 0 ? 1 : 0)));
}

function samePriceScales(checked: CheckedScenario): number[] {
  const goal = planOf(checked, checked.policies[0]!, 1).total;
  return checked.policies.map((policy, place) => {
    if (place === 0) return 1;
    const guesses: Guess[] = [];
    for (
      let scale: number | undefined = 1;
      scale !== undefined && guesses.length < mostGuesses;
      scale = nextScale(guesses)
    ) {
      const miss = planOf(checked, policy, scale).total - goal;
      guesses.push({ scale, miss });
      if (Math.abs(miss) < 1e-3) break;
    }
    return guesses.reduce((a, b) => (Math.abs(b.miss) < Math.abs(a.miss) ? b : a)).scale;
  });
}

function size(target: Float64Array | undefined, ledger: LedgerColumns): number {
  return Math.max(100, Math.abs(mean(target ?? ledger.payment)));
}

function mean(column: Float64Array): number {
  let sum = 0;
  for (const value of column) sum += value;
  return sum / column.length;
}

function mapColumns(ledger: LedgerColumns, change: (column: Float64Array) => Float64Array): LedgerColumns {
  return Object.fromEntries(
    Object.entries(ledger).map(([name, column]) => [name, change(column)]),
  ) as LedgerColumns;
}
