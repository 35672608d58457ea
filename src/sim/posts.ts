import { at, type Column, setUniform } from "../engine/column.ts";
import type { Loops } from "../engine/loops.ts";
import { round } from "../engine/money.ts";
import { plainLoops } from "../engine/plain-loops.ts";
import { spread } from "../engine/tracked-nodes.ts";
import { openFigure, ownColumn } from "./draw-figure.ts";
import type { Luck } from "./luck.ts";
import type { Scenario } from "./scenario-schema.ts";
import type { Timeline } from "./timeline.ts";

/** What staff costs each month, in pence (place 0 is month 1). */
export type PostColumns = {
  readonly cost: readonly Column[];
  /** What one month of notice costs after an end in this month, less what redeployment saves. */
  readonly unavoidable: readonly Column[];
  /** How many months of notice would follow an end in this month. */
  readonly noticeMonths: readonly number[];
  /** Posts let go before their time because too few were referred; an early end is not counted. */
  readonly released: Column;
};

/**
 * Prepares the cost of staff, in whole or half posts: hired for the lead-in, released when too few are referred.
 *
 * A post is released after a decision and its notice when the referrals of three months fall below a share of
 * the indicative volume; while the notice runs, the redeployable share of its cost is saved. After the last referral
 * month posts stay only where anyone has started: there is nobody else to track.
 */
export function openPosts(
  scenario: Scenario,
  timeline: Timeline,
  width: number,
  rounded: boolean,
  loops: Loops = plainLoops,
): (luck: Luck, referrals: readonly Column[], starts: readonly Column[], scale: Column) => PostColumns {
  const { posts } = scenario.costs;
  const cost = timeline.months.map(() => ownColumn(width, loops));
  const unavoidable = timeline.months.map(() => ownColumn(width, loops));
  const released = ownColumn(width);
  const lastMonth = posts?.lastMonth ?? timeline.lastReferralMonth;
  const noticeMonths = timeline.months.map(({ month }) =>
    posts === undefined ? 0 : Math.max(0, Math.min(posts.noticeMonths, lastMonth - month)),
  );
  if (posts === undefined) return () => ({ cost, unavoidable, noticeMonths, released });
  const { release } = posts;
  const perYear = openFigure(posts.costPerYear, "costs.posts.costPerYear", width, { low: 0 });
  const redeployable =
    posts.redeployableShare &&
    openFigure(posts.redeployableShare, "costs.posts.redeployableShare", width, { low: 0, high: 1 });
  const price = ownColumn(width);
  const saved = ownColumn(width);
  const inPost = new Float64Array(width);
  const paid = new Float64Array(width);
  const pence = (pounds: number) => (rounded ? round(pounds * 100) : pounds * 100);
  const anyone = ownColumn(width);
  const tracks = lastMonth > timeline.lastReferralMonth;

  return (luck, referrals, starts, scale) => {
    perYear(luck, price);
    if (redeployable === undefined) setUniform(saved, 0);
    else redeployable(luck, saved);
    const monthly = (i: number, count: number) => ((at(price, i) * count) / 12) * at(scale, i);
    const kept = (i: number) => 1 - at(saved, i);
    setUniform(released, 0);
    inPost.fill(posts.count);
    paid.fill(posts.count);
    // By month, the paths on which a step of posts is given notice, and on which it goes.
    const notices = new Map<number, number[]>();
    const goes = new Map<number, number[]>();
    if (tracks) anyStarted(anyone, starts, width);
    const isIdle = (month: number, i: number) =>
      tracks && month > timeline.lastReferralMonth && at(anyone, i) === 0;
    const alike =
      (!tracks || anyone.uniform) && release === undefined && price.uniform && saved.uniform && scale.uniform;
    let before: number | undefined;
    for (const { month } of timeline.months) {
      const m = month - 1;
      const employed = month >= posts.firstMonth && month <= lastMonth;
      if (!employed) {
        setUniform(cost[m]!, 0);
        setUniform(unavoidable[m]!, 0);
        continue;
      }
      if (alike) {
        const count = isIdle(month, 0) ? 0 : posts.count;
        setUniform(cost[m]!, pence(monthly(0, count)));
        setUniform(unavoidable[m]!, pence(monthly(0, count) * kept(0)));
        continue;
      }
      const costs = cost[m]!.data;
      const kepts = unavoidable[m]!.data;
      const write = (i: number) => {
        const pounds = monthly(i, isIdle(month, i) ? 0 : paid[i]!);
        costs[i] = pence(pounds);
        kepts[i] = pence(pounds * kept(i));
      };
      const noticed = notices.get(month) ?? [];
      const gone = goes.get(month) ?? [];
      const step = release?.step ?? 0;
      for (const path of noticed) paid[path] = paid[path]! - step * (1 - kept(path));
      for (const path of gone) paid[path] = paid[path]! - step * kept(path);
      // Most posts cost what they cost the month before.
      if (before === undefined || (tracks && month === timeline.lastReferralMonth + 1)) {
        for (let i = 0; i < width; i++) write(i);
      } else {
        costs.set(cost[before]!.data);
        kepts.set(unavoidable[before]!.data);
        for (const path of noticed) write(path);
        for (const path of gone) write(path);
      }
      before = m;
      for (const column of [cost[m]!, unavoidable[m]!]) {
        column.uniform = false;
        column.count = rounded;
      }
      if (release === undefined || month < timeline.firstReferralMonth + 2) continue;
      const first = numbersOf(referrals[m]!, width);
      const second = numbersOf(referrals[m - 1]!, width);
      const third = numbersOf(referrals[m - 2]!, width);
      const least =
        release.below * [0, 1, 2].reduce((sum, k) => sum + timeline.months[m - k]!.indicativeReferrals, 0);
      for (let i = 0; i < width; i++) {
        if (first[i]! + second[i]! + third[i]! >= least) continue;
        const held = inPost[i]!;
        if (posts.count - held + step > release.most || held < step) continue;
        inPost[i] = held - step;
        const notice = month + release.decisionMonths + 1;
        push(notices, notice, i);
        const leaves = notice + release.noticeMonths;
        push(goes, leaves, i);
        if (leaves > lastMonth) continue;
        if (released.uniform) spread(released, released.data);
        released.data[i] = released.data[i]! + step;
      }
    }
    return { cost, unavoidable, noticeMonths, released };
  };
}

/** A column's numbers, path by path. */
function numbersOf({ uniform, value, data }: Column, width: number): Float64Array {
  return uniform ? new Float64Array(width).fill(value) : data;
}

/** 1 on paths on which anyone has started in any month, else 0. */
function anyStarted(out: Column, starts: readonly Column[], width: number): void {
  setUniform(out, 0);
  for (const month of starts) {
    if (month.uniform) {
      if (month.value > 0) return setUniform(out, 1);
      continue;
    }
    if (out.uniform) spread(out, out.data);
    for (let i = 0; i < width; i++) if (month.data[i]! > 0) out.data[i] = 1;
  }
}

function push<T>(map: Map<number, T[]>, key: number, item: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [item]);
  else list.push(item);
}
