import { type ContractColumn, contractColumn } from "../ledger-columns.ts";
import { contractMetrics } from "../measure-contracts.ts";
import { averageOf } from "../risk/average.ts";
import { hasChance } from "../risk/chance.ts";
import type { Estimator, Metric } from "../risk/metric.ts";
import { metrics, metricsOf } from "../risk/metrics.ts";
import type { Quantile } from "../risk/quantile.ts";
import { ascendingColumn } from "../risk/sample.ts";
import type { Pilot } from "./pilot.ts";
import { openPilotLikeness } from "./pilot-likeness.ts";
import { type PlannedClasses, planClasses, type WantedLevel } from "./plan-classes.ts";
import { type CurvedEstimator, isRough, planInfluence } from "./plan-influence.ts";
import { planTailPair } from "./plan-tail-pair.ts";
import type { MarginLayout, TallyPlan } from "./tally-plan.ts";
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
  const arounds = new Map<number, PlannedClasses["around"]>();
  const want = (place: number, level: WantedLevel) => {
    const levels = wanted.get(place) ?? [];
    const others = levels.filter(({ percent }) => percent !== level.percent);
    const known = levels.find(({ percent }) => percent === level.percent);
    wanted.set(place, [...others, known === undefined || known.tail === 0 ? level : known]);
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

  const policies = [...pilot.samples.keys()];
  // One measure after the other, of all policies: what a block's columns hold is then read while it is near.
  for (const { id, estimator } of metricsOf(pilot.samples[0]!)) {
    for (const p of policies) {
      const at = (name: string) => pilot.placeOf(p, name);
      const first = (name: string) => pilot.placeOf(0, name);
      switch (estimator.kind) {
        case "breakEven":
          break;
        case "mean":
        case "meanLoss": {
          const name = meanColumnOf(estimator);
          addPowers(at(name));
          if (p > 0) addDifference(at(name), first(name));
          break;
        }
        case "chance":
          addChance(estimator, p, id);
          break;
        case "quantile":
          addPowers(at(estimator.column));
          want(at(estimator.column), { percent: percentFromBelow(estimator), tail: 0 });
          break;
        case "shortfall":
          addPowers(at(estimator.column));
          if (p > 0) book.add(`tailPair ${p} ${id}`, planTailPair(estimator, pilot, p));
          want(at(estimator.column), {
            percent: percentFromBelow(estimator),
            tail: estimator.side === "loss" ? -1 : 1,
          });
          break;
        default:
          addPowers(at(estimator.column));
          addInfluence(id, estimator, p);
      }
    }
  }
  for (const p of policies.slice(1))
    for (const name of ["margin", "payment"])
      book.add(`better ${p} ${name}`, {
        kind: "better",
        places: [pilot.placeOf(p, name), pilot.placeOf(0, name)],
      });
  for (let k = 0; k < contracts; k++)
    for (const { estimator } of contractMeasures)
      for (const p of policies) {
        const own = (name: string) => pilot.placeOf(p, contractColumn(k, name as ContractColumn));
        if (estimator.kind === "mean") addPowers(own(estimator.column));
        if (estimator.kind === "chance") addEvent(estimator, estimator.columns.map(own), p);
      }
  addClasses();
  if (margins !== undefined)
    for (const p of policies)
      book.add(`margins ${p}`, { kind: "margins", places: [pilot.placeOf(p, "margin")], bins: margins });
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

  function addEvent(
    estimator: Extract<Estimator, { kind: "chance" }>,
    places: readonly number[],
    p: number,
  ): number | undefined {
    const sample = pilot.samples[p]!;
    if (!hasChance(estimator, sample)) return undefined;
    const { event } = estimator;
    const limit = event === "aboveReserves" ? sample.context.reservesPence! : 0;
    return book.add(`chance ${places} ${event}`, { kind: "chance", places, event, limit });
  }

  function addChance(estimator: Extract<Estimator, { kind: "chance" }>, p: number, id: string): void {
    const placesOf = (policy: number) => estimator.columns.map((name) => pilot.placeOf(policy, name));
    const own = addEvent(estimator, placesOf(p), p);
    if (own === undefined || p === 0) return;
    const first = book.named.get(`chance ${placesOf(0)} ${estimator.event}`)!;
    const places = [...placesOf(p), ...placesOf(0)];
    book.add(`chancePair ${p} ${id}`, { kind: "chancePair", places, a: own, b: first });
  }

  function addInfluence(id: string, estimator: CurvedEstimator, p: number): void {
    const planned = planInfluence(estimator, pilot, p);
    if (planned === undefined) return;
    const { columns, parts } = planned;
    const places = columns.map((name) => pilot.placeOf(p, name));
    const own = book.add(`influence ${p} ${id}`, { kind: "influence", measure: id, places, parts });
    if (p === 0) return;
    const first = book.named.get(`influence 0 ${id}`)!;
    const both = [...places, ...book.tasks[first]!.places];
    const cubes = isRough(estimator, pilot, p) || isRough(estimator, pilot, 0);
    book.add(`influencePair ${p} ${id}`, { kind: "influencePair", places: both, a: own, b: first, cubes });
  }

  /** The classes of every column with a quantile, and the pairs of them. */
  function addClasses(): void {
    const perPolicy = pilot.columns.length + pilot.derived.length;
    let kept = 0;
    const planned = [...wanted].map(([place, levels]) => {
      const policy = Math.floor(place / perPolicy);
      const ascending = ascendingColumn(pilot.samples[policy]!, pilot.columns[place % perPolicy]!);
      const classes = planClasses(place, levels, ascending, reach, kept);
      kept += classes.spec.windows.length;
      for (const tail of classes.tails) book.add(`tail ${place} ${tail.sign} ${tail.edge}`, tail);
      return { place, policy, ...classes };
    });
    // Counts stand behind sums.
    for (const { place, policy, spec, around } of planned) {
      const own = book.add(`classes ${place}`, spec);
      arounds.set(place, around);
      if (policy === 0) continue;
      const firstPlace = place - policy * perPolicy;
      const other = book.named.get(`classes ${firstPlace}`)!;
      for (const [percent, { first, last }] of around) {
        const ofFirst = arounds.get(firstPlace)!.get(percent)!;
        book.add(`joint ${place} ${firstPlace} ${percent}`, {
          kind: "joint",
          places: [place, firstPlace],
          a: own,
          b: other,
          first: [first, ofFirst.first],
          last: [last, ofFirst.last],
        });
      }
    }
  }
}

/** The level of a quantile of the column itself: that of its losses counts from above. */
export function percentFromBelow({ side, percent }: Pick<Quantile, "side" | "percent">): number {
  return side === "loss" ? 100 - percent : percent;
}
