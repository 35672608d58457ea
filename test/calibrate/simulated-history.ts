import type { Delay } from "../../src/calibrate/delay.ts";
import type { ContractHistory, History } from "../../src/calibrate/history.ts";
import { openNumbers } from "../../src/calibrate/luck-numbers.ts";
import { chainOfStages, stageOf } from "../../src/calibrate/reading/outcome-stages.ts";
import { splitCounts } from "../../src/calibrate/split-counts.ts";
import { binomialQuantile } from "../../src/sim/random/binomial-quantile.ts";
import { quantileFunction } from "../../src/sim/random/distribution.ts";
import { poissonQuantile } from "../../src/sim/random/poisson-quantile.ts";

/** What is true in a simulated history. */
export type Truth = {
  readonly contracts: number;
  readonly months: number;
  readonly indicative: number;
  readonly ratio: number;
  /** Sd of log of contracts' ratios. */
  readonly spread: number;
  /** Sd of a month's gamma factor. */
  readonly monthlySd: number;
  /** Shares of the first months; 1 after them. */
  readonly ramp?: readonly number[];
  readonly startRate: { readonly mean: number; readonly size: number };
  readonly rate13: { readonly mean: number; readonly size: number };
  readonly rate26: { readonly mean: number; readonly size: number };
};

const names = [
  "Northfield",
  "Eastmoor",
  "Southbridge",
  "Westhaven",
  "Midvale",
  "Lakeside",
  "Hillcross",
  "Fenbury",
];
const stages = chainOfStages([stageOf("13 weeks")!, stageOf("26 weeks")!], new Map());

/** Draws one history as a scenario with these figures would, keyed by a seed. */
export function simulatedHistory(seed: string, truth: Truth): History {
  return openHistories(truth)(seed);
}

/** Opens the drawing of histories on riskshare's own samplers, whose tables are made once. */
export function openHistories(truth: Truth): (seed: string) => History {
  const ratio =
    truth.spread === 0
      ? () => truth.ratio
      : quantileFunction({ kind: "lognormal", median: truth.ratio, sdlog: truth.spread });
  const month =
    truth.monthlySd === 0
      ? () => 1
      : quantileFunction({ kind: "gamma", mean: 1, shape: 1 / (truth.monthlySd * truth.monthlySd) });
  const beta = ({ mean, size }: { mean: number; size: number }) => {
    const quantile = quantileFunction({ kind: "beta", alpha: mean * size, beta: (1 - mean) * size });
    return (next: () => number) => quantile(next());
  };
  const rates = [truth.startRate, truth.rate13, truth.rate26].map(beta);
  return (seed) => drawn(openNumbers(seed, "history"));

  function drawn(next: () => number): History {
    const contracts = Array.from({ length: truth.contracts }, (_, c): ContractHistory => {
      const own = ratio(next());
      const [startRate, ...outcomeRates] = rates.map((rate) => rate(next));
      const referrals = Array.from({ length: truth.months }, (_, m) =>
        poissonQuantile(truth.indicative * own * month(next()) * (truth.ramp?.[m] ?? 1), next()),
      );
      const starts = referrals.map((people) => binomialQuantile(people, startRate!, next()));
      const outcomes = new Map<string, number[]>();
      for (const [s, { id, of, delay }] of stages.entries())
        outcomes.set(id, later(of === "starts" ? starts : outcomes.get(of)!, outcomeRates[s]!, delay, next));
      return {
        name: names[c] ?? `contract ${c + 1}`,
        months: referrals.map((_, m) => monthName(m)),
        indicative: referrals.map(() => truth.indicative),
        referrals,
        starts,
        outcomes,
      };
    });
    return { contracts, hasStarts: true, stages, notes: [] };
  }
}

/** The history as a CSV file. */
export function historyCsv({ contracts, stages: told }: History): string {
  const heads = [
    "Contract",
    "Month",
    "Indicative referrals",
    "Referrals",
    "Starts",
    ...told.map(({ title }) => title),
  ];
  const rows = contracts.flatMap(({ name, months, indicative, referrals, starts, outcomes }) =>
    months.map((month, m) => [
      name,
      month,
      indicative[m]!,
      referrals[m]!,
      starts[m]!,
      ...told.map(({ id }) => outcomes.get(id)![m]!),
    ]),
  );
  return `${[heads, ...rows].map((row) => row.join(",")).join("\n")}\n`;
}

function later(from: readonly number[], rate: number, delay: Delay, next: () => number): number[] {
  const months = from.map(() => 0);
  for (const [m, people] of from.entries()) {
    const parts = splitCounts(
      binomialQuantile(people, rate, next()),
      delay.map(({ share }) => share),
      next,
    );
    for (const [d, count] of parts.entries()) {
      const at = m + delay[d]!.months;
      if (at < months.length) months[at]! += count;
    }
  }
  return months;
}

function monthName(m: number): string {
  const month = (m + 3) % 12;
  return `${2022 + Math.floor((m + 3) / 12)}-${String(month + 1).padStart(2, "0")}`;
}
