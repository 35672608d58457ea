import type { Estimator, Metric } from "../risk/metric.ts";
import type { Moments } from "../risk/moments.ts";
import { type Ascending, levelRank, orderStatistic } from "../risk/order-statistic.ts";
import { type FilledClasses, openKeptOrder } from "./kept-order.ts";
import type { InfluenceSide } from "./pair-moments.ts";
import type { Pilot } from "./pilot.ts";
import { belowOf, type CurvedEstimator } from "./plan-influence.ts";
import type { PlannedTally } from "./plan-tally.ts";
import { type TailSums, tailExcess } from "./tail-excess.ts";
import { momentsFrom } from "./tallied-moments.ts";
import type { WholeTally } from "./tally.ts";
import { slotsOf, type TallyTask } from "./tally-plan.ts";

type Shortfall = Extract<Estimator, { kind: "shortfall" }>;

/** What a whole tally says of columns and measures, by the names of its tasks. */
export type TallyReader = {
  readonly paths: number;
  readonly pilot: Pilot;
  /** A task and its sums; undefined where nothing of that name was planned. */
  readonly task: (name: string) => { readonly task: TallyTask; readonly sums: Float64Array } | undefined;
  readonly sums: (name: string) => Float64Array;
  readonly moments: (place: number) => Moments;
  readonly isNeverNegative: (place: number) => boolean;
  readonly classes: (place: number) => FilledClasses;
  readonly order: (place: number) => Ascending;
  /** The sums of a measure's influence on one policy, with the constants of the whole sample. */
  readonly side: (policy: number, metric: Metric, estimator: CurvedEstimator) => InfluenceSide;
  /** A curved measure's value; null where it does not exist. */
  readonly value: (policy: number, metric: Metric, estimator: CurvedEstimator) => number | null;
  /** The value at risk of a shortfall, as a loss where it is of losses; the shortfall itself. */
  readonly atRisk: (policy: number, estimator: Shortfall) => number;
  readonly shortfall: (policy: number, estimator: Shortfall) => number;
  /** Sums of the excess over the value at risk. */
  readonly excess: (policy: number, estimator: Shortfall) => TailSums;
};

/** Opens a whole tally of `paths` futures for reading. */
export function openTallyReader(
  { plan, named }: PlannedTally,
  { sums: all, kept }: WholeTally,
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
  const classes = (place: number): FilledClasses => {
    const { task, sums: own } = found(`classes ${place}`)!;
    const spec = task as Extract<TallyTask, { kind: "classes" }>;
    return {
      spec,
      counts: own.subarray(0, 2 * spec.bounds.length + 1),
      kept: spec.windows.map((window) => kept[window.kept]!),
    };
  };
  const orders = new Map<number, Ascending>();
  const order = (place: number) => {
    const known = orders.get(place) ?? openKeptOrder(classes(place));
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
  const atRisk = (policy: number, { column, side, percent }: Shortfall) =>
    orderStatistic(order(pilot.placeOf(policy, column)), side, levelRank(paths, percent));

  const reader: TallyReader = {
    paths,
    pilot,
    task: found,
    sums,
    moments,
    isNeverNegative: (place) => sums(`powers ${place}`)[3] === 0,
    classes,
    order,
    side: (policy, metric, estimator) => {
      const { parts, own } = influence(policy, metric);
      switch (parts.kind) {
        case "ratio": {
          const below = parts.perCentre + own[1]! / paths;
          const change = (reader.value(policy, metric, estimator) ?? Number.NaN) - parts.ratio;
          return { sums: own, constants: { a: 1 / (parts.factor * below), c: change / below } };
        }
        case "square": {
          const deviation = reader.value(policy, metric, estimator) ?? 0;
          const factor = deviation > 0 ? 1 / (2 * deviation) : 0;
          const shift = own[1]! / paths;
          return { sums: own, constants: { a: factor / parts.factor, c: 2 * factor * shift } };
        }
      }
    },
    value: (policy, metric, estimator) => {
      const { deadweightRate } = pilot.samples[policy]!.context;
      if (estimator.kind === "ratio" && belowOf(estimator, deadweightRate) === undefined) return null;
      const { parts, own } = influence(policy, metric);
      const [p, x, , , xx] = own as unknown as number[];
      if (parts.kind === "ratio") {
        const below = parts.perCentre + x! / paths;
        const none = estimator.kind === "ratio" && estimator.lessDeadweightOf ? below <= 0 : below === 0;
        if (none) return null;
        return (parts.centre + (p! / parts.factor + parts.ratio * x!) / paths) / below;
      }
      return Math.sqrt(momentsFrom(paths, 0, x!, xx!, 0).variance);
    },
    atRisk,
    shortfall: (policy, estimator) => {
      const { first } = reader.excess(policy, estimator);
      return atRisk(policy, estimator) + (first * 100) / (paths * (100 - estimator.percent));
    },
    excess: (policy, estimator) => {
      const place = pilot.placeOf(policy, estimator.column);
      const sign = estimator.side === "loss" ? -1 : 1;
      const threshold = sign * atRisk(policy, estimator);
      const filled = classes(place);
      const tailOf = (edge: number) => sums(`tail ${place} ${sign} ${edge}`);
      return tailExcess(filled, tailOf, sign, threshold);
    },
  };
  return reader;
}
