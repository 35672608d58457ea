import type { Estimate } from "../../sim/risk/estimate.ts";
import type { Emphasis } from "../emphasis.ts";
import { shownEstimate } from "../shown-estimate.ts";
import { cutToWidth, padToWidth, visibleWidth } from "../visible-width.ts";
import { fewLines, wrappedLines } from "../wrapped-lines.ts";

/** A measure by its name, with a number for each column. */
export type MeasureRow = { readonly title: string; readonly cells: readonly Estimate[] };

const gap = 2;
const mostTitle = 44;
const leastColumn = 9;

/** Measures one below the other, with a column for each way of looking at them; intervals stand beside the numbers. */
export function measureTable(
  heads: readonly string[],
  rows: readonly MeasureRow[],
  width: number,
  emphasis: Emphasis,
): string[] {
  const shown = rows.map(({ cells }) => cells.map((cell) => shownEstimate(cell)));
  const columns = heads.map((head, c) => {
    const cells = shown.map((row) => row[c]!);
    const text = Math.max(...cells.map((cell) => visibleWidth(cell.text)));
    const interval = Math.max(...cells.map((cell) => visibleWidth(cell.interval)));
    const whole = Math.max(leastColumn, text + (interval === 0 ? 0 : 1 + interval));
    return { head, cells, text, whole };
  });
  const taken = columns.reduce((sum, { whole }) => sum + gap + whole, 0);
  const longest = Math.max(...rows.map(({ title }) => visibleWidth(title)));
  const titleWidth = Math.max(8, Math.min(longest, mostTitle, width - taken));
  const headed = columns.map(({ head, whole }) => wrappedLines(head, whole));
  const height = Math.max(...headed.map((lines) => lines.length));
  const line = (title: string, cells: readonly string[]) =>
    (padToWidth(title, titleWidth, "end") + cells.map((cell) => " ".repeat(gap) + cell).join("")).trimEnd();
  const lines = Array.from({ length: height }, (_, h) =>
    emphasis.bold(
      line(
        "",
        headed.map((head, c) => padToWidth(head[h - height + head.length] ?? "", columns[c]!.whole, "start")),
      ),
    ),
  );
  lines.push("─".repeat(Math.min(width, titleWidth + taken)));
  for (const [r, { title }] of rows.entries()) {
    const titles = fewLines(title, titleWidth, 3);
    for (const part of titles.slice(0, -1)) lines.push(line(part, []));
    const cells = columns.map(({ cells: own, text, whole }) => {
      const { text: number, interval } = own[r]!;
      return padToWidth(`${padToWidth(number, text, "start")} ${interval}`.trimEnd(), whole, "end");
    });
    lines.push(cutToWidth(line(titles[titles.length - 1] ?? "", cells), width));
  }
  return lines;
}
