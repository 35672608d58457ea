import { type Column, isCount, setUniform } from "../engine/column.ts";
import type { Loops } from "../engine/loops.ts";
import { round } from "../engine/money.ts";
import { plainLoops } from "../engine/plain-loops.ts";
import { multiplyInto, openFigure, ownColumn } from "./draw-figure.ts";
import type { Figure } from "./figure.ts";
import type { Luck } from "./luck.ts";
import { openPosts } from "./posts.ts";
import type { Scenario } from "./scenario-schema.ts";
import type { Timeline } from "./timeline.ts";
import type { WorldCosts } from "./world.ts";

/**
 * Prepares the provider's costs while a contract runs, in pence.
 *
 * Where a fixed share is drawn, posts and monthly costs are scaled by share / central, and costs for people by
 * (1 − share) / (1 − central). Each drawn cost is rounded to a penny once, unless people are fractional.
 */
export function openCosts(
  scenario: Scenario,
  timeline: Timeline,
  width: number,
  loops: Loops = plainLoops,
): (luck: Luck, referrals: readonly Column[], starts: readonly Column[]) => WorldCosts {
  const { costs } = scenario;
  const rounded = scenario.counts === "drawn";
  const months = timeline.months.length;
  const column = () => ownColumn(width, loops);
  const byMonth = () => Array.from({ length: months }, column);
  const cost = (figure: Figure | undefined, name: string) => {
    const draw = figure && openFigure(figure, `costs.${name}`, width, { low: 0 });
    const out = column();
    return (luck: Luck, scale?: Column): Column => {
      if (draw === undefined) setUniform(out, 0);
      else {
        draw(luck, out);
        toPence(out, scale, rounded, width);
      }
      return out;
    };
  };
  const share =
    costs.fixedShare && openFigure(costs.fixedShare.value, "costs.fixedShare", width, { low: 0, high: 1 });
  const fixedScale = column();
  const peopleScale = column();
  const setUp = openSetUp(scenario, timeline, width, rounded, loops);
  const perMonth = cost(costs.perMonth, "perMonth");
  const tracking = cost(costs.trackingPerMonth, "trackingPerMonth");
  const perReferral = cost(costs.perReferral, "perReferral");
  const perStart = cost(costs.perStart, "perStart");
  const perOutcome = Object.entries(costs.perOutcome).map(([id, figure]) => ({
    id,
    draw: cost(figure, `perOutcome.${id}`),
  }));
  const onEarlyEnd = cost(costs.onEarlyEnd, "onEarlyEnd");
  const posts = openPosts(scenario, timeline, width, rounded, loops);
  const fixed = byMonth();

  return (luck, referrals, starts) => {
    if (share === undefined) {
      setUniform(fixedScale, 1);
      setUniform(peopleScale, 1);
    } else {
      share(luck, fixedScale);
      scaleShares(fixedScale, peopleScale, costs.fixedShare!.central, width);
    }
    const monthly = perMonth(luck, fixedScale);
    const staff = posts(luck, referrals, starts, fixedScale);
    for (const { month } of timeline.months) {
      const runs = month >= costs.perMonthFrom && month <= timeline.lastReferralMonth;
      addTwo(fixed[month - 1]!, runs ? monthly : undefined, staff.cost[month - 1]!, width);
    }
    return {
      setUp: setUp(luck),
      fixed,
      tracking: tracking(luck, fixedScale),
      perReferral: perReferral(luck, peopleScale),
      perStart: perStart(luck, peopleScale),
      perOutcome: new Map(perOutcome.map(({ id, draw }) => [id, draw(luck, peopleScale)])),
      unavoidable: staff.unavoidable,
      noticeMonths: staff.noticeMonths,
      onEarlyEnd: onEarlyEnd(luck),
      postsReleased: staff.released,
    };
  };
}

function scaleShares(fixed: Column, people: Column, central: number, width: number): void {
  if (fixed.uniform) {
    setUniform(people, (1 - fixed.value) / (1 - central));
    setUniform(fixed, fixed.value / central);
    return;
  }
  people.uniform = false;
  people.count = false;
  for (let i = 0; i < width; i++) {
    people.data[i] = (1 - fixed.data[i]!) / (1 - central);
    fixed.data[i] = fixed.data[i]! / central;
  }
}

/** Brings drawn pounds to pence, scaled and rounded once. */
export function toPence(out: Column, scale: Column | undefined, rounded: boolean, width: number): void {
  if (scale !== undefined) multiplyInto(out, scale, width);
  const pence = (pounds: number) => (rounded ? round(pounds * 100) : pounds * 100);
  if (out.uniform) return setUniform(out, pence(out.value));
  for (let i = 0; i < width; i++) out.data[i] = pence(out.data[i]!);
  out.count = rounded;
}

function openSetUp(
  scenario: Scenario,
  timeline: Timeline,
  width: number,
  rounded: boolean,
  loops: Loops,
): (luck: Luck) => readonly Column[] {
  const { setUp } = scenario.costs;
  const { leadInMonths } = scenario.contract;
  const out = timeline.months.map(() => ownColumn(width, loops));
  if (setUp === undefined) return () => out;
  if (Array.isArray(setUp)) {
    const items = setUp.map((item, i) => ({
      month: item.month,
      draw: openFigure(item.pounds, `costs.setUp.${i}`, width, { low: 0 }),
    }));
    const part = ownColumn(width);
    return (luck) => {
      for (const column of out) setUniform(column, 0);
      for (const { month, draw } of items) {
        draw(luck, part);
        toPence(part, undefined, rounded, width);
        const target = out[month - 1];
        if (target !== undefined) addTwo(target, target, part, width);
      }
      return out;
    };
  }
  const draw = openFigure(setUp, "costs.setUp", width, { low: 0 });
  const spread = Math.max(leadInMonths, 1);
  const total = ownColumn(width);
  return (luck) => {
    draw(luck, total);
    toPence(total, undefined, rounded, width);
    for (const [m, column] of out.entries()) {
      if (m >= spread) {
        setUniform(column, 0);
        continue;
      }
      // Equal parts that sum to the whole.
      const part = (pence: number) =>
        rounded ? round((pence * (m + 1)) / spread) - round((pence * m) / spread) : pence / spread;
      if (total.uniform) setUniform(column, part(total.value));
      else {
        for (let i = 0; i < width; i++) column.data[i] = part(total.data[i]!);
        column.uniform = false;
        column.count = rounded;
      }
    }
    return out;
  };
}

/** out = a + b; `a` may be `out`. */
function addTwo(out: Column, a: Column | undefined, b: Column, width: number): void {
  const first = a === undefined ? 0 : a.value;
  if ((a === undefined || a.uniform) && b.uniform) return setUniform(out, first + b.value);
  const count = (a === undefined ? true : a.count) && b.count;
  for (let i = 0; i < width; i++) {
    out.data[i] = (a === undefined || a.uniform ? first : a.data[i]!) + (b.uniform ? b.value : b.data[i]!);
  }
  out.uniform = false;
  out.count = count && isCount(first);
}
