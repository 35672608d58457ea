import type { Estimate } from "../../sim/risk/estimate.ts";
import type { Emphasis } from "../emphasis.ts";
import { shownEstimate } from "../shown-estimate.ts";
import { padToWidth, visibleWidth } from "../visible-width.ts";
import { fewLines, wrappedLines } from "../wrapped-lines.ts";

/** A measure by its name, with a number for each column. */
export type MeasureRow = { readonly title: string; readonly cells: readonly Estimate[] };

type Cell = { readonly number: string; readonly interval: string };
type Column = { readonly head: string; readonly cells: readonly Cell[]; readonly width: number };

const gap = "  ";
const leastColumn = 9;
const leastTitle = 22;
const mostTitle = 44;

/**
 * Measures one below the other, with a column for each way of looking at them. Intervals stand beside the numbers, or
 * under them where that leaves too little room for the names.
 */
export function measureTable(
  heads: readonly string[],
  rows: readonly MeasureRow[],
  width: number,
  emphasis: Emphasis,
): string[] {
  const shown = rows.map(({ cells }) =>
    cells.map((cell): Cell => {
      const { text, interval } = shownEstimate(cell);
      return { number: text, interval };
    }),
  );
  const columns = heads.map((head, c) => ({ head, cells: shown.map((row) => row[c]!) }));
  const beside = columns.map(({ head, cells }) => columnOf(head, besideEachOther(cells)));
  const taken = beside.reduce((sum, column) => sum + gap.length + column.width, 0);
  const longest = Math.max(...rows.map(({ title }) => visibleWidth(title)));
  if (width - taken >= Math.min(longest, leastTitle)) return table(rows, beside, longest, width, emphasis);
  const under = columns.map(({ head, cells }) => columnOf(head, cells));
  return table(rows, under, longest, width, emphasis);
}

/** Each number with its interval as one text, numbers and intervals in line with each other. */
function besideEachOther(cells: readonly Cell[]): Cell[] {
  const [number, interval] = [cells.map((cell) => cell.number), cells.map((cell) => cell.interval)].map(
    (texts) => Math.max(...texts.map(visibleWidth)),
  ) as [number, number];
  return cells.map((cell) => ({
    number: `${padToWidth(cell.number, number, "start")} ${padToWidth(cell.interval, interval, "end")}`,
    interval: "",
  }));
}

function columnOf(head: string, cells: readonly Cell[]): Column {
  const texts = cells.flatMap(({ number, interval }) => [number, interval]);
  return { head, cells, width: Math.max(leastColumn, ...texts.map(visibleWidth)) };
}

function table(
  rows: readonly MeasureRow[],
  columns: readonly Column[],
  longest: number,
  width: number,
  emphasis: Emphasis,
): string[] {
  const taken = columns.reduce((sum, column) => sum + gap.length + column.width, 0);
  const titleWidth = Math.max(8, Math.min(longest, mostTitle, width - taken));
  const line = (title: string, texts: readonly string[]) =>
    (
      padToWidth(title, titleWidth, "end") +
      texts.map((text, c) => gap + padToWidth(text, columns[c]!.width, "start")).join("")
    ).trimEnd();
  const heads = columns.map((column) => wrappedLines(column.head, column.width));
  const height = Math.max(...heads.map((lines) => lines.length));
  return [
    ...Array.from({ length: height }, (_, h) =>
      emphasis.bold(
        line(
          "",
          heads.map((lines) => lines[h - height + lines.length] ?? ""),
        ),
      ),
    ),
    "─".repeat(Math.min(width, titleWidth + taken)),
    ...rows.flatMap(({ title }, r) => {
      const [first = "", ...rest] = fewLines(title, titleWidth, 3);
      const cells = columns.map((column) => column.cells[r]!);
      const below = cells.some(({ interval }) => interval !== "");
      return [
        line(
          first,
          cells.map(({ number }) => number),
        ),
        ...rest.map((part, k) => line(part, k === 0 ? cells.map(({ interval }) => interval) : [])),
        ...(rest.length === 0 && below
          ? [
              line(
                "",
                cells.map(({ interval }) => interval),
              ),
            ]
          : []),
      ];
    }),
  ];
}
