import type { Metric } from "../risk/metric.ts";
import type { Moments } from "../risk/moments.ts";
import { levelRank, orderStatistic } from "../risk/order-statistic.ts";
import { type FilledWindow, type KeptOrder, openKeptOrder } from "./kept-order.ts";
import type { Pilot } from "./pilot.ts";
import { belowOf, type CurvedEstimator } from "./plan-influence.ts";
import type { PlannedTally } from "./plan-tally.ts";
import { type TailSums, tailExcess } from "./tail-excess.ts";
import { type InfluenceSide, momentsFrom } from "./tallied-moments.ts";
import type { Tally } from "./tally.ts";
import { slotsOf, type TallyTask } from "./tally-plan.ts";

/** What a whole tally says of columns and measures, by the names of its tasks. */
export type TallyReader = {
  readonly paths: number;
  readonly pilot: Pilot;
  /** A task and its sums; undefined where nothing of that name was planned. */
  readonly task: (name: string) => { readonly task: TallyTask; readonly sums: Float64Array } | undefined;
  readonly sums: (name: string) => Float64Array;
  readonly moments: (place: number) => Moments;
  readonly isNeverNegative: (place: number) => boolean;
  readonly order: (place: number) => KeptOrder;
  /** The sums of a measure's influence on one policy, with the constants of the whole sample. */
  readonly side: (policy: number, metric: Metric, estimator: CurvedEstimator) => InfluenceSide;
  /** A curved measure's value; null where it does not exist. */
  readonly value: (policy: number, metric: Metric, estimator: CurvedEstimator) => number | null;
  /** Sums of the excess over the value at risk. */
  readonly excess: (policy: number, estimator: Extract<CurvedEstimator, { kind: "shortfall" }>) => TailSums;
};

/** Opens a whole tally of `paths` futures for reading. */
export function openTallyReader(
  { plan, named }: PlannedTally,
  { sums: all, kept }: Tally,
  pilot: Pilot,
  paths: number,
): TallyReader {
  const sumsOf = (task: TallyTask) => all.subarray(task.slot, task.slot + slotsOf(task));
  const found = (name: string) => {
    const place = named.get(name);
    if (place === undefined) return undefined;
    const task = plan.tasks[place]!;
    return { task, sums: sumsOf(task) };
  };
  const sums = (name: string) => {
    const known = found(name);
    if (known === undefined) throw new Error(`tally: unknown task: ${name}`);
    return known.sums;
  };
  const windowsOf = (place: number) =>
    plan.tasks.flatMap((task): (FilledWindow & { sums: Float64Array })[] =>
      task.kind === "window" && task.places[0] === place
        ? [{ spec: task, below: sumsOf(task)[0]!, kept: kept[task.kept]!, sums: sumsOf(task) }]
        : [],
    );
  const orders = new Map<number, KeptOrder>();
  const order = (place: number) => {
    const known = orders.get(place) ?? openKeptOrder(windowsOf(place), paths);
    orders.set(place, known);
    return known;
  };
  const moments = (place: number) => {
    const { task, sums: own } = found(`powers ${place}`)!;
    const { centre } = task as Extract<TallyTask, { kind: "powers" }>;
    return momentsFrom(paths, centre, own[0]!, own[1]!, own[2]!);
  };
  const influence = (policy: number, metric: Metric) => {
    const { task, sums: own } = found(`influence ${policy} ${metric.id}`)!;
    return { parts: (task as Extract<TallyTask, { kind: "influence" }>).parts, own };
  };
  const atRisk = (
    policy: number,
    { column, side, percent }: Extract<CurvedEstimator, { kind: "shortfall" }>,
  ) => orderStatistic(order(pilot.placeOf(policy, column)), side, levelRank(paths, percent));

  const reader: TallyReader = {
    paths,
    pilot,
    task: found,
    sums,
    moments,
    isNeverNegative: (place) => sums(`powers ${place}`)[3] === 0,
    order,
    side: (policy, metric, estimator) => {
      const { parts, own } = influence(policy, metric);
      switch (parts.kind) {
        case "ratio": {
          const below = parts.perCentre + own[1]! / paths;
          const change = (reader.value(policy, metric, estimator) ?? Number.NaN) - parts.ratio;
          return { sums: own, constants: { a: parts.below / below, c: change / below } };
        }
        case "square": {
          const deviation = reader.value(policy, metric, estimator) ?? 0;
          const factor = deviation > 0 ? 1 / (2 * deviation) : 0;
          const shift = own[1]! / paths;
          return { sums: own, constants: { a: factor / parts.factor, c: 2 * factor * shift } };
        }
        case "excess": {
          const at = atRisk(policy, estimator as Extract<CurvedEstimator, { kind: "shortfall" }>);
          return { sums: own, constants: { a: 1, c: parts.factor * (at - parts.atRisk) } };
        }
      }
    },
    value: (policy, metric, estimator) => {
      if (estimator.kind === "shortfall") {
        const { first } = reader.excess(policy, estimator);
        return atRisk(policy, estimator) + (first * 100) / (paths * (100 - estimator.percent));
      }
      const { deadweightRate } = pilot.samples[policy]!.context;
      if (estimator.kind === "ratio" && belowOf(estimator, deadweightRate) === undefined) return null;
      const { parts, own } = influence(policy, metric);
      const [p, x, , , xx] = own as unknown as number[];
      if (parts.kind === "ratio") {
        const below = parts.perCentre + x! / paths;
        const none = estimator.kind === "ratio" && estimator.lessDeadweightOf ? below <= 0 : below === 0;
        if (none) return null;
        return (parts.centre + (parts.below * p! + parts.ratio * x!) / paths) / below;
      }
      return Math.sqrt(momentsFrom(paths, 0, x!, xx!, 0).variance);
    },
    excess: (policy, estimator) => {
      const place = pilot.placeOf(policy, estimator.column);
      const sign = estimator.side === "loss" ? -1 : 1;
      const threshold = sign * atRisk(policy, estimator);
      const window = windowsOf(place).find(
        ({ spec }) => spec.tail === sign && threshold >= spec.low && threshold <= spec.high,
      );
      if (window === undefined) throw new Error(`tally: no window for the tail of ${estimator.column}`);
      return tailExcess(window, window.sums.subarray(1), sign, threshold);
    },
  };
  return reader;
}
