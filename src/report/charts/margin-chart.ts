import type { Comparison } from "../comparison.ts";
import { measureOf } from "../comparison-lookup.ts";
import { element, type Markup } from "../markup.ts";
import { shownEstimate } from "../shown-estimate.ts";
import { shownName } from "../visible-width.ts";
import { bottomAxis } from "./axis.ts";
import { chartText } from "./chart-text.ts";
import type { MarginBins } from "./margin-bins.ts";
import { type Frame, picture } from "./picture.ts";
import { rowLayout, rowLines } from "./row-layout.ts";
import { type Scale, scaleOver } from "./scale.ts";

const rowHeight = 38;

/** How the provider's margin spreads over futures, policy by policy; losses are hatched. */
export function marginChart(frame: Omit<Frame, "height">, comparison: Comparison, bins: MarginBins): Markup {
  const names = comparison.policies.map((policy) => shownName(policy.title));
  const layout = rowLayout(names, { width: frame.width, row: rowHeight, end: 96 });
  const last = bins.from + bins.width * (bins.shares[0]?.length ?? 1);
  const scale = scaleOver([bins.from, last], [layout.left, layout.right], { include: [0], margin: 0.01 });
  const rows = comparison.policies.map((policy, place) => {
    const base = layout.below(place);
    const shares = bins.shares[place] ?? [];
    const chance = shownEstimate(measureOf(policy, "probabilityOfLoss")).text;
    const mean = measureOf(policy, "meanMargin").value;
    return [
      hills(shares, bins, scale, base),
      mean === null
        ? undefined
        : element("line", {
            x1: scale.at(mean),
            x2: scale.at(mean),
            y1: base - rowHeight,
            y2: base,
            class: "mean",
          }),
      chartText(`${chance} lose`, { x: layout.right + 8, y: base - 8 }, { class: "value" }),
    ];
  });
  const axis = bottomAxis(scale, "pounds", {
    top: layout.top,
    bottom: layout.bottom,
    label: "the provider's margin a contract; upright line: average",
    signed: true,
  });
  const lines = rowLines(layout, names.length, frame.width);
  return picture({ ...frame, height: layout.height }, axis, lines, layout.names, rows);

  /** One shape for the bins below zero and one for those above, each as high as its share. */
  function hills(
    shares: readonly number[],
    { from, width }: MarginBins,
    along: Scale,
    base: number,
  ): Markup[] {
    const most = Math.max(...shares, 1e-9);
    const sides = [
      { fill: `url(#${frame.id}-hatch)`, has: (left: number) => left < -1e-9 * width, class: "loss" },
      { fill: undefined, has: (left: number) => left >= -1e-9 * width, class: "gain" },
    ];
    return sides.flatMap((side) => {
      const steps = shares
        .map((share, bin) => ({ left: from + bin * width, share }))
        .filter(({ left }) => side.has(left));
      if (steps.every(({ share }) => share === 0)) return [];
      const path = steps.map(({ left, share }) => {
        const y = round(base - (share / most) * (rowHeight - 3));
        return `L${round(along.at(left))} ${y}L${round(along.at(left + width))} ${y}`;
      });
      const start = round(along.at(steps[0]!.left));
      const end = round(along.at(steps[steps.length - 1]!.left + width));
      return [
        element("path", {
          d: `M${start} ${base}${path.join("")}L${end} ${base}Z`,
          fill: side.fill,
          class: side.class,
        }),
      ];
    });
  }
}

function round(place: number): number {
  return Math.round(place * 100) / 100;
}
