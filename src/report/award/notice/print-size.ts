import type { Notice, NoticeScore } from "./notice.ts";
import type { NoticeSection } from "./notice-sections.ts";

/** Sizes of print in tenths of a point, the largest first; below the last nobody reads it. */
export const printSizes = [95, 90, 86, 82, 78, 74, 70, 66, 62, 58];
const full = 95;
/** Points of height that fit a page of A4 by the estimate, which is above what browsers need. */
const page = 765;

/**
 * The largest print in which a notice is likely to stay on one page of A4, in tenths of a point.
 *
 * Heights are estimated from the number of signs: nothing here can measure a page. What is too much for the smallest
 * print goes on to a second page.
 */
export function printSize(
  notice: Notice,
  sections: readonly NoticeSection[],
  why: (of: NoticeScore) => string,
): number {
  return (
    printSizes.find((size) => heightAt(size / full, notice, sections, why) <= page) ?? printSizes.at(-1)!
  );
}

function heightAt(
  scale: number,
  { requirement, headline, criteria, winners }: Notice,
  sections: readonly NoticeSection[],
  why: (of: NoticeScore) => string,
): number {
  const lines = (text: string, signs: number) => Math.ceil((text.length * scale) / signs);
  const rows = criteria.flatMap((criterion) => [criterion, ...criterion.parts]);
  const names = winners.slice(0, 3).map(({ name }) => name);
  const table = rows.reduce(
    (sum, row) => sum + 4 + 10.7 * Math.max(1, lines(row.title, 28)) + 3 + 10 * lines(why(row), 125),
    36,
  );
  const told = sections.reduce(
    (sum, { sentences }) => sum + 23 + sentences.reduce((all, text) => all + 1 + 12.8 * lines(text, 49), 0),
    0,
  );
  const around =
    75 + 20 * lines(requirement.title, 58) + 16 * lines(headline, 78) + 12 * lines(names.join(), 60);
  return scale * (around + table + 34 + told / 2 + 20);
}
