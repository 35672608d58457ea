import type { Emphasis } from "./emphasis.ts";
import type { ColumnGroup, TableColumn } from "./table-column.ts";
import { cutToWidth, padToWidth, visibleWidth } from "./visible-width.ts";
import { fewLines, wrappedLines } from "./wrapped-lines.ts";

// Every number ends in its mark or a space, so that one more space keeps columns apart.
const gap = " ";
const groupGap = "   ";
const leastName = 18;
const mostName = 36;

/**
 * A table of policies for a terminal of some width; groups of columns stand side by side where they fit.
 *
 * Where they do not, each stands alone, without its spare columns if that keeps it whole.
 */
export function textTable(
  names: readonly string[],
  groups: readonly ColumnGroup[],
  width: number,
  emphasis: Emphasis,
): string[] {
  const wanted = Math.max(...names.map((name) => Math.ceil(visibleWidth(name) / 2) + 4));
  const nameWidth = Math.min(mostName, Math.max(leastName, wanted));
  const fitting = (some: readonly ColumnGroup[]) =>
    some.reduce((sum, group) => sum + groupGap.length + widthOfGroup(group), leastName) <= width;
  if (fitting(groups)) return sideBySide(names, groups, nameWidth, width, emphasis);
  return groups.flatMap((group, g) => {
    const kept = withoutSpare(group, width - leastName - groupGap.length);
    const tables = panels(kept, width).map((panel) => sideBySide(names, [panel], nameWidth, width, emphasis));
    const left = group.columns.filter((column) => !kept.columns.includes(column)).map(({ title }) => title);
    return [
      ...(g === 0 ? [] : [""]),
      ...tables.flatMap((table, t) => (t === 0 ? table : ["", ...table])),
      ...(left.length === 0
        ? []
        : wrappedLines(`Left out at this width: ${left.join("; ")}.`, width).map(emphasis.dim)),
    ];
  });
}

/** Is there no room for another group as wide beside this one? Then it can be shown before others are known. */
export function standsApart(group: ColumnGroup, width: number): boolean {
  return leastName + 2 * (groupGap.length + widthOfGroup(group)) > width;
}

/** Leaves out spare columns, the least needed first, until the others fit; all stay where that does not suffice. */
function withoutSpare(group: ColumnGroup, room: number): ColumnGroup {
  const spares = group.columns
    .flatMap(({ spare }) => (spare === undefined ? [] : [spare]))
    .sort((a, b) => b - a);
  for (const least of [Number.POSITIVE_INFINITY, ...spares]) {
    const columns = group.columns.filter(({ spare = 0 }) => spare < least);
    if (columnsWidth(columns) <= room) return { ...group, columns };
  }
  return group;
}

/** Splits a group whose columns do not fit beside the names into several that do. */
function panels(group: ColumnGroup, width: number): ColumnGroup[] {
  const most = width - leastName - groupGap.length;
  const { length } = splitColumns(group.columns, most);
  // As narrow as the same number of parts allows, so that no part is left with a single column.
  let room = most;
  while (room > 0 && splitColumns(group.columns, room - 1).length === length) room--;
  return splitColumns(group.columns, room).map((columns, i) => ({
    title: length === 1 ? group.title : `${group.title} (${i + 1} of ${length})`,
    columns,
  }));
}

function splitColumns(columns: readonly TableColumn[], room: number): TableColumn[][] {
  const parts: TableColumn[][] = [[]];
  for (const column of columns) {
    const part = parts[parts.length - 1]!;
    if (part.length > 0 && columnsWidth([...part, column]) > room) parts.push([column]);
    else part.push(column);
  }
  return parts;
}

function sideBySide(
  names: readonly string[],
  groups: readonly ColumnGroup[],
  wantedName: number,
  width: number,
  emphasis: Emphasis,
): string[] {
  const taken = groups.reduce((sum, group) => sum + groupGap.length + widthOfGroup(group), 0);
  const nameWidth = Math.min(wantedName, width - taken);
  const line = (name: string, part: (group: ColumnGroup) => string) =>
    (padToWidth(name, nameWidth, "end") + groups.map((g) => groupGap + part(g)).join("")).trimEnd();
  const titleRoom = (group: ColumnGroup) =>
    groups.length === 1 ? width - nameWidth - groupGap.length : widthOfGroup(group);
  const titles = line("", (g) => padToWidth(cutToWidth(g.title, titleRoom(g)), titleRoom(g), "end"));
  const lines = [emphasis.bold(titles)];
  const heads = groups.map((group) => group.columns.map((column) => headLines(column)));
  const headHeight = Math.max(...heads.flat().map((head) => head.length));
  for (let h = 0; h < headHeight; h++) {
    // Headings stand at the bottom, next to their numbers.
    const texts = heads.map((group) => group.map((head) => head[h - headHeight + head.length] ?? ""));
    lines.push(line("", (g) => cellsLine(g, texts[groups.indexOf(g)]!)));
  }
  lines.push("─".repeat(nameWidth + taken));
  for (const [place, name] of names.entries()) {
    const [first = "", second = ""] = fewLines(name, nameWidth, 2);
    lines.push(
      line(first, (g) =>
        cellsLine(
          g,
          g.columns.map((c) => markedText(c, place)),
        ),
      ),
      emphasis.dim(
        line(second, (g) =>
          cellsLine(
            g,
            g.columns.map((c) => `${c.cells[place]!.interval} `),
          ),
        ),
      ),
    );
  }
  return lines;
}

function cellsLine(group: ColumnGroup, texts: readonly string[]): string {
  return group.columns
    .map((column, i) => padToWidth(cutToWidth(texts[i]!, columnWidth(column)), columnWidth(column), "start"))
    .join(gap);
}

/** A number with its mark, or a space where the mark would be, so that digits stand under digits. */
function markedText(column: TableColumn, place: number): string {
  const cell = column.cells[place]!;
  return `${cell.text}${cell.marked ? "*" : " "}`;
}

function headLines(column: TableColumn): string[] {
  return wrappedLines(column.title, columnWidth(column) - 1).map((line) => `${line} `);
}

function columnWidth(column: TableColumn): number {
  const cells = column.cells.flatMap((cell) => [cell.text, cell.interval]).map(visibleWidth);
  const words = column.title.split(" ").map(visibleWidth);
  return Math.max(...cells, ...words) + 1;
}

function columnsWidth(columns: readonly TableColumn[]): number {
  return columns.reduce((sum, column) => sum + gap.length + columnWidth(column), -gap.length);
}

function widthOfGroup(group: ColumnGroup): number {
  return columnsWidth(group.columns);
}
