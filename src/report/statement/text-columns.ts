import { padToWidth, visibleWidth } from "../visible-width.ts";
import { listLines, wrappedLines } from "../wrapped-lines.ts";

const gap = "  ";
const leastName = 16;

/** A table of names and amounts that fits a width: side by side where that goes, else each row as a short list. */
export function amountTable(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
): string[] {
  const [, ...amountHeads] = heads;
  const widths = amountHeads.map((head, c) =>
    Math.max(...[head, ...rows.map((row) => row[c + 1]!)].map(visibleWidth)),
  );
  const room = width - widths.reduce((sum, w) => sum + gap.length + w, 0);
  const wanted = Math.max(...[heads, ...rows].map((row) => visibleWidth(row[0]!)));
  if (room < Math.min(leastName, wanted)) return stacked(heads, rows, width);
  const nameWidth = Math.min(room, wanted);
  const line = (name: string, amounts: readonly string[]) =>
    [padToWidth(name, nameWidth, "end"), ...amounts.map((text, c) => padToWidth(text, widths[c]!, "start"))]
      .join(gap)
      .trimEnd();
  const rule = "─".repeat(width - room + nameWidth);
  return [
    line(heads[0]!, amountHeads),
    rule,
    ...rows.flatMap(([name = "", ...amounts]) => {
      const [first = "", ...more] = wrappedLines(name, nameWidth);
      return [line(first, amounts), ...more];
    }),
  ];
}

function stacked(heads: readonly string[], rows: readonly (readonly string[])[], width: number): string[] {
  return rows.flatMap(([name = "", ...amounts]) => [
    ...wrappedLines(name, width),
    ...amounts.flatMap((text, c) => listLines("  ", `${heads[c + 1]} ${text}`, width)),
  ]);
}

/** Cells beside each other, each broken into as many lines as it needs. */
export function besideEachOther(cells: readonly string[], columns: readonly TextColumn[]): string[] {
  const broken = cells.map((cell, c) => wrappedLines(cell, columns[c]!.width));
  const height = Math.max(1, ...broken.map((lines) => lines.length));
  return Array.from({ length: height }, (_, h) =>
    columns
      .map(({ width, side }, c) => padToWidth(broken[c]![h] ?? "", width, side))
      .join(gap)
      .trimEnd(),
  );
}

export type TextColumn = { readonly width: number; readonly side: "start" | "end" };
