import type { Comparison } from "../comparison.ts";
import { measureOf } from "../comparison-lookup.ts";
import { element, type Markup } from "../markup.ts";
import { type BillPart, billParts } from "../payment-kinds.ts";
import { shownEstimate } from "../shown-estimate.ts";
import { shownName } from "../visible-width.ts";
import { bottomAxis } from "./axis.ts";
import { chartText, textWidth } from "./chart-text.ts";
import { type Frame, picture } from "./picture.ts";
import { rowLayout } from "./row-layout.ts";
import { scaleOver } from "./scale.ts";
import { texturedPart, textures } from "./textures.ts";

const barHeight = 22;

/** What the commissioner pays for on average, a bar a policy, cut by kind of payment. */
export function billChart(frame: Omit<Frame, "height">, comparison: Comparison): Markup {
  const names = comparison.policies.map((policy) => shownName(policy.title));
  const all = comparison.policies.map(billParts);
  const kinds = all[0]?.filter((_, k) => all.some((parts) => parts[k]!.pounds !== 0)) ?? [];
  const swatches = keyPlaces(kinds, frame.width);
  const headHeight = 26 + (swatches[swatches.length - 1]?.y ?? 0);
  const layout = rowLayout(names, { width: frame.width, row: barHeight, end: 84, head: headHeight });
  const sums = all.flatMap((parts) => [sumOf(parts, 1), sumOf(parts, -1)]);
  const scale = scaleOver(sums, [layout.left, layout.right], { include: [0], margin: 0.02, ticks: 4 });
  const bars = all.map((parts, place) => {
    const total = shownEstimate(measureOf(comparison.policies[place]!, "meanBill")).text;
    return [
      segments(parts, layout.above(place)),
      chartText(total, { x: layout.right + 8, y: layout.middle(place) }, { class: "value" }),
    ];
  });
  const axis = bottomAxis(scale, "pounds", {
    top: layout.top,
    bottom: layout.bottom,
    label: "average bill a contract, by what it is paid for",
  });
  return picture(
    { ...frame, height: layout.height },
    element("defs", {}, textures(frame.id)),
    axis,
    swatches.map((each) => swatch(frame.id, each)),
    layout.names,
    bars,
  );

  function segments(parts: readonly BillPart[], top: number): Markup[] {
    const ends = { up: 0, down: 0 };
    return parts.flatMap((part) => {
      if (part.pounds === 0) return [];
      // Money that comes back stands at the left of zero.
      const side = part.pounds > 0 ? "up" : "down";
      const from = scale.at(ends[side]);
      ends[side] += part.pounds;
      const to = scale.at(ends[side]);
      const [left, size] = [Math.min(from, to), Math.abs(to - from)];
      const place = { x: left, y: top, width: size, height: barHeight };
      const bar = texturedPart(frame.id, part.id, place);
      const fits = textWidth(part.title, 11) + 6 < size;
      const words = chartText(
        part.title,
        { x: left + size / 2, y: top + barHeight / 2 },
        { class: "inside halo", "text-anchor": "middle" },
        11,
      );
      return fits ? [...bar, words] : bar;
    });
  }
}

type Swatch = { readonly part: BillPart; readonly x: number; readonly y: number };

/** Places for the key, in the order of the bars; it takes a second line where the first is full. */
function keyPlaces(parts: readonly BillPart[], width: number): Swatch[] {
  let [x, y] = [2, 0];
  return parts.map((part) => {
    const size = 15 + textWidth(part.title, 11);
    if (x + size > width && x > 2) [x, y] = [2, y + 17];
    const place = { part, x, y };
    x += size + 12;
    return place;
  });
}

/** A swatch with its name, for parts too short to hold it. */
function swatch(picture: string, { part, x, y }: Swatch): Markup[] {
  return [
    ...texturedPart(picture, part.id, { x, y: y + 4, width: 11, height: 11 }),
    chartText(part.title, { x: x + 15, y: y + 10 }, { class: "tick" }, 11),
  ];
}

function sumOf(parts: readonly BillPart[], sign: 1 | -1): number {
  return parts.reduce((sum, { pounds }) => sum + (pounds * sign > 0 ? pounds : 0), 0);
}
