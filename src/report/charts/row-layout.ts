import { element, type Markup, together } from "../markup.ts";
import { chartText, textWidth } from "./chart-text.ts";

/** Where the rows of a chart stand: one a policy, named at the left where there is room and above where there is not. */
export type RowLayout = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
  /** The middle of a row's drawing, and its top and bottom. */
  readonly middle: (row: number) => number;
  readonly above: (row: number) => number;
  readonly below: (row: number) => number;
  readonly names: readonly Markup[];
};

const narrow = 480;
const axisHeight = 56;
const nameHeight = 17;

/** Lays out rows of a height each over a width; `end` is the room kept free at the right for labels. */
export function rowLayout(
  names: readonly string[],
  options: { readonly width: number; readonly row: number; readonly end: number; readonly head?: number },
): RowLayout {
  const { width, row, end, head = 8 } = options;
  const isNarrow = width < narrow;
  const left = isNarrow ? 10 : 190;
  const step = row + (isNarrow ? nameHeight : 8);
  const drawn = (place: number) => head + place * step + (isNarrow ? nameHeight : 4);
  const bottom = head + names.length * step + 2;
  return {
    left,
    right: width - end,
    top: head,
    bottom,
    height: bottom + axisHeight,
    above: drawn,
    below: (place) => drawn(place) + row,
    middle: (place) => drawn(place) + row / 2,
    names: names.map((name, place) =>
      isNarrow
        ? nameAbove(name, left, drawn(place) - 7, width - 20)
        : chartText(
            name,
            { x: left - 12, y: drawn(place) + row / 2, width: left - 20 },
            { class: "name", "text-anchor": "end" },
          ),
    ),
  };
}

/** A name above its row, on paper of its own so that no line of the grid runs through it. */
function nameAbove(name: string, x: number, y: number, width: number): Markup {
  const size = 12;
  const paper = {
    x: x - 2,
    y: y - 8,
    width: Math.min(width, textWidth(name, size)) + 6,
    height: 15,
    class: "paper",
  };
  const words = chartText(name, { x, y, width, lines: 1 }, { class: "name" }, size);
  return together(element("rect", paper), words);
}

/** A faint line under each row, so that eyes find the label at its end. */
export function rowLines(layout: RowLayout, count: number, width: number): Markup[] {
  return Array.from({ length: count - 1 }, (_, place) => {
    const y = layout.below(place) + 3;
    return element("line", { x1: 0, x2: width, y1: y, y2: y, class: "row" });
  });
}
