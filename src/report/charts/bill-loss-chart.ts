import type { Comparison } from "../comparison.ts";
import { measureOf } from "../comparison-lookup.ts";
import { element, type Markup } from "../markup.ts";
import { shownName } from "../visible-width.ts";
import { tickText } from "./axis.ts";
import { chartText, textWidth } from "./chart-text.ts";
import { apartFrom } from "./label-places.ts";
import { type Frame, picture } from "./picture.ts";
import { scaleOver } from "./scale.ts";

const labelSize = 12;
const lineHeight = 15;

/** The commissioner's average bill against the provider's chance of a loss, a point a policy with both intervals. */
export function billLossChart(frame: Omit<Frame, "height">, comparison: Comparison): Markup {
  const { width } = frame;
  const height = Math.max(300, Math.min(420, width * 0.62));
  const left = 48;
  const bottom = height - 40;
  const points = comparison.policies.flatMap((policy) => {
    const bill = measureOf(policy, "meanBill");
    const loss = measureOf(policy, "probabilityOfLoss");
    if (bill.value === null || loss.value === null) return [];
    return [{ name: shownName(policy.title), bill, loss, x: bill.value, y: loss.value }];
  });
  const along = scaleOver(
    points.flatMap(({ bill, x }) => [bill.low ?? x, bill.high ?? x]),
    [left, width - 14],
    { ticks: width < 480 ? 3 : 6, margin: 0.08 },
  );
  const up = scaleOver(
    points.flatMap(({ loss, y }) => [loss.low ?? y, loss.high ?? y]),
    [bottom - 6, 16],
    { margin: 0.08 },
  );
  const grid = [
    ...along.ticks.flatMap((tick) => [
      element("line", { x1: along.at(tick), x2: along.at(tick), y1: 10, y2: bottom, class: "grid" }),
      chartText(
        tickText(tick, "pounds"),
        { x: along.at(tick), y: bottom + 12 },
        { class: "tick", "text-anchor": "middle" },
        11,
      ),
    ]),
    ...up.ticks
      .filter((tick) => tick >= 0 && tick <= 1)
      .flatMap((tick) => [
        element("line", { x1: left, x2: width, y1: up.at(tick), y2: up.at(tick), class: "grid" }),
        chartText(
          tickText(tick, "probability"),
          { x: left - 6, y: up.at(tick) },
          { class: "tick", "text-anchor": "end" },
          11,
        ),
      ]),
    chartText(
      "the commissioner's average bill",
      { x: (left + width) / 2, y: bottom + 29 },
      { class: "tick", "text-anchor": "middle" },
      11,
    ),
    chartText("chance of a loss ↑", { x: 2, y: 4 }, { class: "tick" }, 11),
  ];
  const labels = apartFrom(
    points.map(({ x, y, name, bill }) => ({
      x: along.at(x),
      y: up.at(y),
      left: Math.min(along.at(x) - 5, along.at(bill.low ?? x)),
      right: Math.max(along.at(x) + 5, along.at(bill.high ?? x)),
      width: Math.min(textWidth(name, labelSize), width * 0.55),
    })),
    { right: width, top: 16, bottom: bottom - 4, line: lineHeight },
  );
  const marks = points.map(({ name, bill, loss, x, y }, i) => {
    const [px, py] = [along.at(x), up.at(y)];
    const label = labels[i]!;
    const across = {
      x1: along.at(bill.low ?? x),
      x2: along.at(bill.high ?? x),
      y1: py,
      y2: py,
      class: "whisker",
    };
    const upright = { x1: px, x2: px, y1: up.at(loss.low ?? y), y2: up.at(loss.high ?? y), class: "whisker" };
    const leader = { x1: px, y1: py, x2: label.x + (label.end ? 3 : -3), y2: label.y, class: "leader" };
    return [
      Math.abs(label.y - py) > 6 ? element("line", leader) : undefined,
      element("line", across),
      element("line", upright),
      element("circle", { cx: px, cy: py, r: 4.5, class: i === 0 ? "dot first" : "dot" }),
      chartText(
        name,
        { x: label.x, y: label.y, width: width * 0.55, lines: 1 },
        { class: "name halo", "text-anchor": label.end ? "end" : "start" },
        labelSize,
      ),
    ];
  });
  return picture({ ...frame, height }, grid, marks);
}
