import { basisTitle } from "../basis-words.ts";
import type { Comparison } from "../comparison.ts";
import { differenceOf } from "../comparison-lookup.ts";
import { element, type Markup } from "../markup.ts";
import { isToldApart } from "../told-apart.ts";
import { shownName } from "../visible-width.ts";
import { bottomAxis } from "./axis.ts";
import { chartText, textWidth } from "./chart-text.ts";
import { type Frame, picture } from "./picture.ts";
import { rowLayout, rowLines } from "./row-layout.ts";
import { scaleOver } from "./scale.ts";

const rowHeight = 26;

/** How a measure differs from the first policy's, with its 95 % interval: a dot on each basis, and a line at zero. */
export function differenceChart(
  frame: Omit<Frame, "height">,
  comparisons: readonly Comparison[],
  measure: { readonly id: string; readonly label: string },
): Markup {
  const others = comparisons[0]!.policies.slice(1);
  const layout = rowLayout(
    others.map((policy) => shownName(policy.title)),
    { width: frame.width, row: rowHeight, end: 14, head: 24 },
  );
  const found = comparisons.map((comparison) =>
    others.map((policy) => differenceOf(comparison, policy.id, measure.id)),
  );
  const known = found.flat().flatMap((difference) => {
    if (difference === undefined || difference.value === null) return [];
    const { value, low, high, unit } = difference;
    return [{ value, low: low ?? value, high: high ?? value, unit }];
  });
  const scale = scaleOver(
    known.flatMap(({ value, low, high }) => [value, low, high]),
    [layout.left, layout.right],
    { include: [0] },
  );
  const unit = known[0]?.unit ?? "pounds";
  const marks = found.flatMap((differences, basis) =>
    differences.map((difference, place) => {
      if (difference === undefined || difference.value === null) return undefined;
      const y = layout.middle(place) + (basis - (comparisons.length - 1) / 2) * 11;
      const { value, low, high } = difference;
      const line = {
        x1: scale.at(low ?? value),
        x2: scale.at(high ?? value),
        y1: y,
        y2: y,
        class: "whisker",
      };
      return [
        element("line", line),
        mark(basis, scale.at(value), y, isToldApart(comparisons[basis]!, others[place]!.id, measure.id)),
      ];
    }),
  );
  const axis = bottomAxis(scale, unit, {
    top: layout.top,
    bottom: layout.bottom,
    label: measure.label,
    signed: true,
  });
  return picture(
    { ...frame, height: layout.height },
    axis,
    rowLines(layout, others.length, frame.width),
    key(),
    layout.names,
    marks,
  );

  /** The bases are told apart by shape; a hollow mark is a difference whose interval holds zero. */
  function mark(basis: number, x: number, y: number, told: boolean): Markup {
    const kind = `${basis === 0 ? "dot" : "diamond"}${told ? "" : " hollow"}`;
    if (basis === 0) return element("circle", { cx: x, cy: y, r: 4, class: kind });
    const d = `M${r(x)} ${r(y - 5)}L${r(x + 5)} ${r(y)}L${r(x)} ${r(y + 5)}L${r(x - 5)} ${r(y)}Z`;
    return element("path", { d, class: kind });
  }

  function key(): Markup[] {
    let x = 6;
    return comparisons.flatMap((comparison, basis) => {
      const words = basisTitle[comparison.basis].toLowerCase();
      const parts = [mark(basis, x, 10, true), chartText(words, { x: x + 9, y: 10 }, { class: "tick" }, 11)];
      x += 28 + textWidth(words, 11);
      return parts;
    });
  }
}

function r(place: number): number {
  return Math.round(place * 100) / 100;
}
