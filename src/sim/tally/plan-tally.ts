import { type ContractColumn, contractColumn } from "../ledger-columns.ts";
import { contractMetrics } from "../measure-contracts.ts";
import { averageOf } from "../risk/average.ts";
import { hasChance } from "../risk/chance.ts";
import type { Estimator, Metric } from "../risk/metric.ts";
import { metrics, metricsOf } from "../risk/metrics.ts";
import { levelRank, orderStatistic } from "../risk/order-statistic.ts";
import type { Quantile } from "../risk/quantile.ts";
import { ascendingColumn } from "../risk/sample.ts";
import type { Pilot } from "./pilot.ts";
import { openPilotLikeness } from "./pilot-likeness.ts";
import { type CurvedEstimator, planInfluence } from "./plan-influence.ts";
import { planWindows, type WantedLevel } from "./plan-windows.ts";
import type { JointSpec, MarginLayout, TallyPlan } from "./tally-plan.ts";
import { openTaskBook, type TaskBook } from "./task-book.ts";

/** A plan, and the names under which its tasks are found again. */
export type PlannedTally = { readonly plan: TallyPlan; readonly named: TaskBook["named"] };

export type TallyOptions = {
  /** Contracts of the provider, where there are several: each is measured for itself too. */
  readonly contracts: number;
  /** Half the width of a quantile's window, in standard errors of its rank in the pilot. */
  readonly reach: number;
  /** The bins in which margins are to be counted. */
  readonly margins?: MarginLayout | undefined;
};

/** What is measured of each of several contracts. */
export const contractMeasures: readonly Metric[] = contractMetrics.map(
  (id) => metrics.find((metric) => metric.id === id)!,
);

/** The column whose mean a measure is: of an average loss, the losses. */
export function meanColumnOf(estimator: Extract<Estimator, { kind: "mean" | "meanLoss" }>): string {
  return estimator.kind === "meanLoss" ? "shortfallBorne" : estimator.column;
}

/** Plans the sums from which every measure of every policy, and of its differences from the first, is taken. */
export function planTally(pilot: Pilot, { contracts, reach, margins }: TallyOptions): PlannedTally {
  const likeness = openPilotLikeness(pilot);
  const book = openTaskBook(likeness);
  const wanted = new Map<number, WantedLevel[]>();
  const want = (place: number, level: WantedLevel) => {
    const levels = wanted.get(place) ?? [];
    levels.push(level);
    wanted.set(place, levels);
  };
  const addPowers = (place: number) =>
    book.add(`powers ${place}`, {
      kind: "powers",
      places: [place],
      centre: averageOf(pilot.column(place)),
    });
  const addDifference = (a: number, b: number) =>
    book.add(`difference ${a} ${b}`, {
      kind: "difference",
      places: [a, b],
      centres: [averageOf(pilot.column(a)), averageOf(pilot.column(b))],
    });

  for (const [p, sample] of pilot.samples.entries()) {
    const at = (name: string, of = p) => pilot.placeOf(of, name);
    const addChance = (estimator: Extract<Estimator, { kind: "chance" }>, places: readonly number[]) => {
      if (!hasChance(estimator, sample)) return undefined;
      const { event } = estimator;
      const limit = event === "aboveReserves" ? sample.context.reservesPence! : 0;
      return book.add(`chance ${places} ${event}`, { kind: "chance", places, event, limit });
    };
    for (const { id, estimator } of metricsOf(sample)) {
      switch (estimator.kind) {
        case "breakEven":
          break;
        case "mean":
        case "meanLoss":
          addPowers(at(meanColumnOf(estimator)));
          if (p > 0) addDifference(at(meanColumnOf(estimator)), at(meanColumnOf(estimator), 0));
          break;
        case "chance": {
          const places = estimator.columns.map((name) => at(name));
          const own = addChance(estimator, places);
          if (own === undefined || p === 0) break;
          const firstPlaces = estimator.columns.map((name) => at(name, 0));
          const first = book.named.get(`chance ${firstPlaces} ${estimator.event}`)!;
          const pair = { places: [...places, ...firstPlaces], a: own, b: first };
          book.add(`chancePair ${p} ${id}`, { kind: "chancePair", ...pair });
          break;
        }
        case "quantile": {
          const place = at(estimator.column);
          addPowers(place);
          want(place, { percent: percentFromBelow(estimator), tail: 0 });
          if (p > 0) book.add(`joint ${p} ${id}`, jointOf(estimator, pilot, p));
          break;
        }
        default:
          addInfluence(id, estimator, p);
          addPowers(at(estimator.column));
          if (estimator.kind === "shortfall")
            want(at(estimator.column), {
              percent: percentFromBelow(estimator),
              tail: estimator.side === "loss" ? -1 : 1,
            });
      }
    }
    if (p > 0)
      for (const name of ["margin", "payment"])
        book.add(`better ${p} ${name}`, { kind: "better", places: [at(name), at(name, 0)] });
    if (margins !== undefined)
      book.add(`margins ${p}`, { kind: "margins", places: [at("margin")], bins: margins });
    for (let k = 0; k < contracts; k++)
      for (const { estimator } of contractMeasures) {
        const own = (name: string) => at(contractColumn(k, name as ContractColumn));
        if (estimator.kind === "mean") addPowers(own(estimator.column));
        if (estimator.kind === "chance") addChance(estimator, estimator.columns.map(own));
      }
  }
  let kept = 0;
  const perPolicy = pilot.columns.length + pilot.derived.length;
  for (const [place, levels] of wanted) {
    const name = pilot.columns[place % perPolicy]!;
    const ascending = ascendingColumn(pilot.samples[Math.floor(place / perPolicy)]!, name);
    for (const spec of planWindows(place, levels, ascending, reach, kept)) {
      book.add(`window ${kept}`, spec);
      kept += 1;
    }
  }
  return {
    plan: {
      policies: pilot.samples.length,
      columns: pilot.columns,
      derived: pilot.derived,
      ...likeness.found(),
      tasks: book.tasks,
      slots: book.slots(),
    },
    named: book.named,
  };

  function addInfluence(id: string, estimator: CurvedEstimator, p: number): void {
    const planned = planInfluence(estimator, pilot, p);
    if (planned === undefined) return;
    const { columns, parts } = planned;
    const places = columns.map((name) => pilot.placeOf(p, name));
    const own = book.add(`influence ${p} ${id}`, { kind: "influence", places, parts });
    if (p === 0) return;
    const first = book.named.get(`influence 0 ${id}`)!;
    const both = [...places, ...book.tasks[first]!.places];
    book.add(`influencePair ${p} ${id}`, { kind: "influencePair", places: both, a: own, b: first });
  }
}

/** The level of a quantile of the column itself: that of its losses counts from above. */
export function percentFromBelow({ side, percent }: Pick<Quantile, "side" | "percent">): number {
  return side === "loss" ? 100 - percent : percent;
}

/** Counts on the rarer side of the thresholds: most paths are then passed over at once. */
function jointOf(quantile: Quantile, pilot: Pilot, p: number): JointSpec {
  const thresholdOf = (policy: number) => {
    const ascending = ascendingColumn(pilot.samples[policy]!, quantile.column);
    const at = orderStatistic(ascending, quantile.side, levelRank(pilot.paths, quantile.percent));
    return quantile.side === "loss" ? 0 - at : at;
  };
  return {
    kind: "joint",
    places: [pilot.placeOf(p, quantile.column), pilot.placeOf(0, quantile.column)],
    thresholds: [thresholdOf(p), thresholdOf(0)],
    sign: percentFromBelow(quantile) > 50 ? -1 : 1,
  };
}
