import { binomialQuantile } from "../sim/random/binomial-quantile.ts";
import type { Delay } from "./delay.ts";
import { delayRange } from "./delay.ts";
import { openNumbers } from "./luck-numbers.ts";
import { ripeGroups, ripePeople } from "./ripe-people.ts";
import { splitCounts } from "./split-counts.ts";

/** One contract's people by the month in which they began, and by the month in which they had the outcome. */
export type Course = { readonly began: readonly number[]; readonly ended: readonly number[] };

/** How well an assumed delay goes with the months in which outcomes came. */
export type DelayFit = {
  /** Outcomes in months in which nobody can have had one yet under the delay. */
  readonly tooEarly: number;
  /** By how many months outcomes came later (or, below 0, sooner) than the delay has it, on average. */
  readonly later: number;
  /** The chance of months so far from those expected, if the delay is right. */
  readonly chance: number;
};

const runs = 199;

/** Holds the months of outcomes against a delay, by simulated courses with a fixed seed; undefined without outcomes. */
export function delayFit(courses: readonly Course[], delay: Delay, purpose: string): DelayFit | undefined {
  const told = courses.filter(({ ended }) => ended.some((count) => count > 0));
  const rates = told.map(({ began, ended }) => {
    const ripe = ripePeople(ripeGroups(began, ended.length, delay));
    return ripe === 0 ? 0 : Math.min(1, total(ended) / ripe);
  });
  if (told.length === 0 || rates.some((rate) => rate === 0)) return undefined;
  const expected = told.map((course, c) => expectedMonths(course, delay, rates[c]!));
  const sums = (of: readonly (readonly number[])[]) => summed(of);
  const wanted = sums(expected);
  const seen = sums(told.map(({ ended }) => ended));
  const distance = (months: readonly number[]) => gaps(months, wanted);
  const next = openNumbers("calibrate", `delay ${purpose}`);
  let asFar = 0;
  for (let run = 0; run < runs; run++) {
    const drawn = told.map((course, c) => drawnMonths(course, delay, rates[c]!, next));
    // What is compared is when outcomes came and not how many.
    const scale = total(wanted) / Math.max(1, total(drawn.map(total)));
    if (distance(sums(drawn).map((count) => count * scale)) >= distance(seen)) asFar++;
  }
  const { shortest } = delayRange(delay);
  const tooEarly = told.reduce((sum, { began, ended }) => {
    const first = began.findIndex((people) => people > 0);
    return sum + total(ended.slice(0, first < 0 ? ended.length : first + shortest));
  }, 0);
  return { tooEarly, later: centre(seen) - centre(wanted), chance: (asFar + 1) / (runs + 1) };
}

const total = (numbers: readonly number[]) => numbers.reduce((sum, x) => sum + x, 0);

function expectedMonths({ began, ended }: Course, delay: Delay, rate: number): number[] {
  const months = ended.map(() => 0);
  for (const [i, people] of began.entries())
    for (const part of delay)
      if (i + part.months < months.length) months[i + part.months]! += people * rate * part.share;
  return months;
}

function drawnMonths({ began, ended }: Course, delay: Delay, rate: number, next: () => number): number[] {
  const months = ended.map(() => 0);
  for (const [i, people] of began.entries()) {
    if (people === 0 || i >= months.length) continue;
    const reached = binomialQuantile(people, rate, next());
    const parts = splitCounts(
      reached,
      delay.map(({ share }) => share),
      next,
    );
    for (const [d, count] of parts.entries()) {
      const month = i + delay[d]!.months;
      if (month < months.length) months[month]! += count;
    }
  }
  return months;
}

function summed(rows: readonly (readonly number[])[]): number[] {
  const length = Math.max(...rows.map((row) => row.length));
  return Array.from({ length }, (_, m) => rows.reduce((sum, row) => sum + (row[m] ?? 0), 0));
}

/** Pearson's X², with half a person added, so that months in which none is expected count too. */
function gaps(months: readonly number[], wanted: readonly number[]): number {
  return wanted.reduce((sum, mean, m) => {
    const gap = months[m]! - mean;
    return sum + (gap * gap) / (mean + 0.5);
  }, 0);
}

function centre(months: readonly number[]): number {
  return months.reduce((sum, count, m) => sum + count * m, 0) / total(months);
}
