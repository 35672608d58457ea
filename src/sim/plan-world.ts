import { type Column, isCount } from "../engine/column.ts";
import type { CheckedScenario } from "./check-scenario.ts";
import { delayMonths } from "./timeline.ts";
import type { Cell, StageWorld, World } from "./world.ts";

/**
 * The world as the bidder believed it: indicative referrals, believed rates, people by their means.
 *
 * Path k has only the people referred after month k; path 0 is the whole plan.
 */
export function planWorld(checked: CheckedScenario, width: number): World {
  const { scenario, timeline } = checked;
  const { delivery, costs } = scenario;
  const { months } = timeline;
  const after = (month: number, value: number): Column => {
    const data = Float64Array.from({ length: width }, (_, k) => (month > k ? value : 0));
    return { uniform: false, value: 0, data, count: false };
  };
  const all = (value: number): Column => ({
    uniform: true,
    value,
    data: new Float64Array(width),
    count: isCount(value),
  });
  const referrals = months.map(({ month, indicativeReferrals }) => after(month, indicativeReferrals));
  const startRate = delivery.startRate.believed;
  const starts = months.map(({ month, indicativeReferrals }) =>
    after(month, indicativeReferrals * startRate),
  );
  // People by start month and month, for a person-path of the whole plan.
  const reached = new Map<string, { start: number; month: number; people: number }[]>();
  reached.set(
    "starts",
    months.map(({ month, indicativeReferrals }) => ({
      start: month,
      month,
      people: indicativeReferrals * startRate,
    })),
  );
  const stages = delivery.stages.map((spec): StageWorld => {
    const delays = delayMonths(spec.delayMonths.distribution);
    const claimed = spec.claimedShare?.believed ?? 1;
    const groups = reached
      .get(spec.of)!
      .flatMap(({ start, month, people }) =>
        delays.map((delay) => ({
          start,
          month: month + delay.months,
          people: people * spec.rate.believed * delay.chance,
        })),
      );
    reached.set(
      spec.id,
      groups.filter((g) => g.month <= timeline.lastMonth),
    );
    const cells = months.map(({ month }) =>
      groups
        .filter((g) => g.month === month)
        .map((g): Cell => {
          const achieved = after(g.start, g.people);
          const count = after(g.start, g.people * claimed);
          return { start: g.start, month, count, surviving: count, achieved, survivingAchieved: achieved };
        }),
    );
    const total = (pick: (cell: Cell) => Column) =>
      cells.map((list): Column => {
        const data = new Float64Array(width);
        for (const cell of list) for (let k = 0; k < width; k++) data[k] = data[k]! + pick(cell).data[k]!;
        return { uniform: false, value: 0, data, count: false };
      });
    return { id: spec.id, cells, byMonth: total((c) => c.count), achievedByMonth: total((c) => c.achieved) };
  });
  const zero = months.map(() => all(0));
  const pence = (pounds: number | undefined) => (pounds ?? 0) * 100;
  const lastPost = costs.posts?.lastMonth ?? timeline.lastReferralMonth;
  const post = (month: number) =>
    costs.posts !== undefined && month >= costs.posts.firstMonth && month <= lastPost
      ? (pence(costs.posts.costPerYear.believed) * costs.posts.count) / 12
      : 0;
  const perMonth = (month: number) =>
    month >= costs.perMonthFrom && month <= timeline.lastReferralMonth ? pence(costs.perMonth?.believed) : 0;
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
        months.map(() => all(drawn.type === "boolean" ? 0 : drawn.value.believed)),
      ]),
    ),
    costs: {
      setUp: months.map(({ month }) => all(plannedSetUpIn(checked, month))),
      fixed: months.map(({ month }) => all(post(month) + perMonth(month))),
      tracking: all(pence(costs.trackingPerMonth?.believed)),
      perReferral: all(pence(costs.perReferral?.believed)),
      perStart: all(pence(costs.perStart?.believed)),
      perOutcome: new Map(
        Object.entries(costs.perOutcome).map(([id, figure]) => [id, all(pence(figure.believed))]),
      ),
      unavoidable: months.map(({ month }) =>
        all(post(month) * (1 - (costs.posts?.redeployableShare?.believed ?? 0))),
      ),
      noticeMonths: months.map(({ month }) =>
        costs.posts === undefined ? 0 : Math.max(0, Math.min(costs.posts.noticeMonths, lastPost - month)),
      ),
      onEarlyEnd: all(pence(costs.onEarlyEnd?.believed)),
    },
  };
}

function plannedSetUpIn(checked: CheckedScenario, month: number): number {
  const { costs, contract } = checked.scenario;
  if (costs.setUp === undefined) return 0;
  if (Array.isArray(costs.setUp)) {
    return costs.setUp
      .filter((item) => item.month === month)
      .reduce((sum, item) => sum + item.pounds.believed * 100, 0);
  }
  const spread = Math.max(contract.leadInMonths, 1);
  return month <= spread ? (costs.setUp.believed * 100) / spread : 0;
}
