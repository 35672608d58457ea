import type { Comparison } from "../comparison.ts";
import { measureOf } from "../comparison-lookup.ts";
import { element, type Markup } from "../markup.ts";
import { shownEstimate } from "../shown-estimate.ts";
import { shownPounds } from "../shown-number.ts";
import { shownName } from "../visible-width.ts";
import { bottomAxis } from "./axis.ts";
import { chartText } from "./chart-text.ts";
import { type Frame, picture } from "./picture.ts";
import { rowLayout, rowLines } from "./row-layout.ts";
import { scaleOver } from "./scale.ts";

/** The most cash the provider is out, on average and in 19 contracts of 20, against its reserves where they are stated. */
export function fundingChart(
  frame: Omit<Frame, "height">,
  comparison: Comparison,
  reserves: number | undefined,
): Markup {
  const names = comparison.policies.map((policy) => shownName(policy.title));
  const layout = rowLayout(names, { width: frame.width, row: 22, end: 84, head: 24 });
  const needs = comparison.policies.map((policy) => ({
    mean: measureOf(policy, "meanPeakFunding"),
    most: measureOf(policy, "peakFundingQuantile95"),
  }));
  const values = needs.flatMap(({ mean, most }) => [mean.value ?? 0, most.high ?? most.value ?? 0]);
  const scale = scaleOver([...values, reserves ?? 0], [layout.left, layout.right], {
    include: [0],
    ticks: 4,
  });
  const rows = needs.map(({ mean, most }, place) => {
    if (mean.value === null || most.value === null) return [];
    const y = layout.middle(place);
    const [from, to] = [scale.at(mean.value), scale.at(most.value)];
    const ends = {
      x1: scale.at(most.low ?? most.value),
      // An end that too few futures bound runs off the picture.
      x2: most.high === null && most.low !== null ? layout.right : scale.at(most.high ?? most.value),
      y1: y,
      y2: y,
    };
    return [
      element("line", { x1: from, x2: to, y1: y, y2: y, class: "span" }),
      element("circle", { cx: from, cy: y, r: 4, class: "dot hollow" }),
      element("line", { ...ends, class: "whisker" }),
      element("circle", { cx: to, cy: y, r: 4.5, class: "dot" }),
      chartText(shownEstimate(most).text, { x: layout.right + 8, y }, { class: "value" }),
    ];
  });
  const limit =
    reserves === undefined
      ? []
      : [
          element("line", {
            x1: scale.at(reserves),
            x2: scale.at(reserves),
            y1: layout.top - 6,
            y2: layout.bottom,
            class: "limit",
          }),
          chartText(
            `reserves ${shownPounds(reserves)}`,
            { x: scale.at(reserves), y: 9 },
            { class: "limit-name", "text-anchor": scale.at(reserves) > frame.width / 2 ? "end" : "start" },
            11,
          ),
        ];
  const axis = bottomAxis(scale, "pounds", {
    top: layout.top,
    bottom: layout.bottom,
    label: "most cash the provider is out: ○ on average, ● in 19 contracts of 20",
  });
  return picture(
    { ...frame, height: layout.height },
    axis,
    rowLines(layout, names.length, frame.width),
    limit,
    layout.names,
    rows,
  );
}
