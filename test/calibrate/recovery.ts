import { fitShare } from "../../src/calibrate/fit-share.ts";
import { fitStageRate } from "../../src/calibrate/fit-stage.ts";
import { fitVolume } from "../../src/calibrate/fit-volume.ts";
import type { Interval } from "../../src/calibrate/interval.ts";
import { fitRamp, underRamp } from "../../src/calibrate/ramp.ts";
import { volumeMonths } from "../../src/calibrate/volume-months.ts";
import { openHistories, type Truth } from "./simulated-history.ts";

/** How a figure was recovered over many simulated histories. */
export type Recovered = {
  readonly figure: string;
  readonly truth: number;
  /** The mean of the fits, less what is true. */
  readonly bias: number;
  /** The share of 95 % intervals that hold what is true. */
  readonly coverage: number;
  /** The mean width of the intervals. */
  readonly width: number;
  readonly fits: number;
};

/**
 * Simulates histories and fits each as `riskshare calibrate` does; the lognormal law of contracts is taken, as with few
 * contracts nothing else can be told. With `ramps` a ramp is looked for first.
 */
export function recover(seed: string, truth: Truth, histories: number, ramps = false): Recovered[] {
  const fits = new Map<string, { truth: number; fits: Interval[] }>();
  const add = (figure: string, value: number, fit: Interval | undefined) => {
    if (fit === undefined) return;
    const known = fits.get(figure) ?? { truth: value, fits: [] };
    known.fits.push(fit);
    fits.set(figure, known);
  };
  const history = openHistories(truth);
  for (let i = 0; i < histories; i++) {
    const { contracts, stages } = history(`${seed} ${i}`);
    const { contracts: plain } = volumeMonths(contracts);
    if (plain.length === 0) continue;
    const ramp = ramps ? fitRamp(plain) : undefined;
    const months = ramp?.found ? plain.map((contract) => underRamp(contract, ramp.ramp)) : plain;
    const volume = fitVolume(months, months.length > 1 ? "lognormal" : "none");
    add("volume ratio", truth.ratio, volume.ratio);
    add("spread of contracts (sd of log)", truth.spread, volume.spread);
    add("swing of months (sd)", truth.monthlySd, volume.monthlySd);
    const sum = (numbers: readonly number[]) => numbers.reduce((total, x) => total + x, 0);
    const people = contracts.map(({ starts, referrals }) => ({ hits: sum(starts), of: sum(referrals) }));
    if (people.some(({ of }) => of > 0)) add("start rate", truth.startRate.mean, fitShare(people).share);
    for (const [s, stage] of stages.entries())
      add(stage.title, [truth.rate13, truth.rate26][s]!.mean, fitStageRate(contracts, stage).fit?.share);
  }
  return [...fits].map(([figure, { truth: value, fits: own }]) => {
    const mean = (of: (fit: Interval) => number) => own.reduce((sum, fit) => sum + of(fit), 0) / own.length;
    return {
      figure,
      truth: value,
      bias: mean((fit) => fit.value) - value,
      coverage: mean((fit) => Number(fit.low <= value && value <= fit.high)),
      width: mean((fit) => fit.high - fit.low),
      fits: own.length,
    };
  });
}

const rates = {
  startRate: { mean: 0.75, size: 60 },
  rate13: { mean: 0.25, size: 80 },
  rate26: { mean: 0.75, size: 60 },
};
/** One contract's own rates are what is to be recovered: hardly any spread. */
const own = {
  startRate: { mean: 0.75, size: 1e6 },
  rate13: { mean: 0.25, size: 1e6 },
  rate26: { mean: 0.75, size: 1e6 },
};

/** The histories of the recovery table. */
export const truths = {
  "four contracts, 18 months": {
    contracts: 4,
    months: 18,
    indicative: 15,
    ratio: 0.7,
    spread: 0.35,
    monthlySd: 0.3,
    ...rates,
  },
  "eight contracts, 24 months": {
    contracts: 8,
    months: 24,
    indicative: 15,
    ratio: 0.7,
    spread: 0.35,
    monthlySd: 0.3,
    ...rates,
  },
  "one contract, 24 months": {
    contracts: 1,
    months: 24,
    indicative: 15,
    ratio: 0.7,
    spread: 0,
    monthlySd: 0.3,
    ...own,
  },
  "one contract, six months": {
    contracts: 1,
    months: 6,
    indicative: 10,
    ratio: 0.7,
    spread: 0,
    monthlySd: 0.3,
    ...own,
  },
  "one small contract, six months": {
    contracts: 1,
    months: 6,
    indicative: 3,
    ratio: 0.7,
    spread: 0,
    monthlySd: 0.3,
    ...own,
  },
} as const satisfies Readonly<Record<string, Truth>>;
