import { type Column, isCount } from "../engine/column.ts";
import type { CheckedScenario } from "./check-scenario.ts";
import type { Figure } from "./figure.ts";
import { delayMonths } from "./timeline.ts";
import type { Cell, StageWorld, World } from "./world.ts";

/** Which futures a plan holds: how many are referred in each month on each path, and which rates apply. */
export type PlannedFutures = {
  readonly width: number;
  /** Referrals of a month on a path; path 0 is the whole plan. */
  readonly referrals: (month: number, indicative: number, path: number) => number;
  /** The rate, share or cost that applies. */
  readonly pick: (figure: Figure) => number;
};

/** Path k has only the people referred after month k, at the rates that the bidder believed. */
export function plannedAfterEachMonth(width: number): PlannedFutures {
  return {
    width,
    referrals: (month, indicative, path) => (month > path ? indicative : 0),
    pick: (figure) => figure.believed,
  };
}

/** A world without luck: planned referrals, and people by their means (fractional). */
export function planWorld(checked: CheckedScenario, futures: PlannedFutures): World {
  const { width, pick } = futures;
  const { scenario, timeline } = checked;
  const { delivery, costs } = scenario;
  const { months } = timeline;
  const referralsIn = months.map(({ month, indicativeReferrals }) =>
    Float64Array.from({ length: width }, (_, k) => futures.referrals(month, indicativeReferrals, k)),
  );
  const people = (month: number, share: number): Column => ({
    uniform: false,
    value: 0,
    data: referralsIn[month - 1]!.map((referred) => referred * share),
    count: false,
  });
  const all = (value: number): Column => ({
    uniform: true,
    value,
    data: new Float64Array(width),
    count: isCount(value),
  });
  const referrals = months.map(({ month }) => people(month, 1));
  const startRate = pick(delivery.startRate);
  const starts = months.map(({ month }) => people(month, startRate));
  const truth = delivery.outcomeRateFactor === undefined ? 1 : pick(delivery.outcomeRateFactor);
  // The share of those referred in `start` who reach a stage in `month`.
  const reached = new Map<string, { start: number; month: number; share: number }[]>();
  reached.set(
    "starts",
    months.map(({ month }) => ({ start: month, month, share: startRate })),
  );
  const stages = delivery.stages.map((spec): StageWorld => {
    const delays = delayMonths(spec.delayMonths.distribution);
    const claimed = spec.claimedShare === undefined ? 1 : pick(spec.claimedShare);
    const rate = spec.of === "starts" ? Math.min(1, pick(spec.rate) * truth) : pick(spec.rate);
    const groups = reached
      .get(spec.of)!
      .flatMap(({ start, month, share }) =>
        delays.map((delay) => ({ start, month: month + delay.months, share: share * rate * delay.chance })),
      )
      .filter((group) => group.month <= timeline.lastMonth);
    reached.set(spec.id, groups);
    const cells = months.map(({ month }) =>
      groups
        .filter((group) => group.month === month)
        .map((group): Cell => {
          const achieved = people(group.start, group.share);
          const count = people(group.start, group.share * claimed);
          return {
            start: group.start,
            month,
            count,
            surviving: count,
            achieved,
            survivingAchieved: achieved,
          };
        }),
    );
    const total = (pickColumn: (cell: Cell) => Column) =>
      cells.map((list): Column => {
        const data = new Float64Array(width);
        for (const cell of list)
          for (let k = 0; k < width; k++) data[k] = data[k]! + pickColumn(cell).data[k]!;
        return { uniform: false, value: 0, data, count: false };
      });
    return { id: spec.id, cells, byMonth: total((c) => c.count), achievedByMonth: total((c) => c.achieved) };
  });
  const zero = months.map(() => all(0));
  const pence = (figure: Figure | undefined) => (figure === undefined ? 0 : pick(figure) * 100);
  const lastPost = costs.posts?.lastMonth ?? timeline.lastReferralMonth;
  const post = (month: number) =>
    costs.posts !== undefined && month >= costs.posts.firstMonth && month <= lastPost
      ? (pence(costs.posts.costPerYear) * costs.posts.count) / 12
      : 0;
  const perMonth = (month: number) =>
    month >= costs.perMonthFrom && month <= timeline.lastReferralMonth ? pence(costs.perMonth) : 0;
  return {
    width,
    referrals,
    refusedByProvider: zero,
    beyondPlaces: zero,
    suspended: zero,
    ready: months.map(({ month }) => all(month >= timeline.firstReferralMonth ? 1 : 0)),
    placesOpen: months.map(() => all(scenario.volume.places ?? 0)),
    starts,
    stages,
    drawn: new Map(
      Object.entries(scenario.drawn).map(([name, drawn]) => [
        name,
        months.map(() =>
          all(drawn.type === "boolean" ? Number(pick(drawn.value) >= 0.5) : pick(drawn.value)),
        ),
      ]),
    ),
    budget: all(pence(scenario.commissioner.budgetPerFinancialYear)),
    costs: {
      // The plan is that all who are indicated come, so nobody is let go.
      postsReleased: all(0),
      setUp: months.map(({ month }) => all(plannedSetUpIn(checked, month, pick))),
      fixed: months.map(({ month }) => all(post(month) + perMonth(month))),
      tracking: all(pence(costs.trackingPerMonth)),
      perReferral: all(pence(costs.perReferral)),
      perStart: all(pence(costs.perStart)),
      perOutcome: new Map(Object.entries(costs.perOutcome).map(([id, figure]) => [id, all(pence(figure))])),
      unavoidable: months.map(({ month }) =>
        all(
          post(month) *
            (1 - (costs.posts?.redeployableShare === undefined ? 0 : pick(costs.posts.redeployableShare))),
        ),
      ),
      noticeMonths: months.map(({ month }) =>
        costs.posts === undefined ? 0 : Math.max(0, Math.min(costs.posts.noticeMonths, lastPost - month)),
      ),
      onEarlyEnd: all(pence(costs.onEarlyEnd)),
    },
  };
}

function plannedSetUpIn(checked: CheckedScenario, month: number, pick: (figure: Figure) => number): number {
  const { costs, contract } = checked.scenario;
  if (costs.setUp === undefined) return 0;
  if (Array.isArray(costs.setUp)) {
    return costs.setUp
      .filter((item) => item.month === month)
      .reduce((sum, item) => sum + pick(item.pounds) * 100, 0);
  }
  const spread = Math.max(contract.leadInMonths, 1);
  return month <= spread ? (pick(costs.setUp) * 100) / spread : 0;
}
