import type { Unit } from "../../sim/risk/estimate.ts";
import { element, type Markup } from "../markup.ts";
import { fixedSpace, shownCount, shownPounds } from "../shown-number.ts";
import { chartText } from "./chart-text.ts";
import type { Scale } from "./scale.ts";

/** Vertical grid lines with their numbers below, and what they count. */
export function bottomAxis(
  scale: Scale,
  unit: Unit,
  frame: { readonly top: number; readonly bottom: number; readonly label: string; readonly signed?: boolean },
): Markup[] {
  const { top, bottom, label, signed } = frame;
  const [start, end] = [scale.at(scale.low), scale.at(scale.high)];
  const words = { x: (start + end) / 2, y: bottom + 37, width: Math.abs(end - start) + 40 };
  return [
    ...scale.ticks.flatMap((tick) => [
      element("line", {
        x1: scale.at(tick),
        x2: scale.at(tick),
        y1: top,
        y2: bottom,
        class: tick === 0 ? "zero" : "grid",
      }),
      chartText(
        tickText(tick, unit, signed),
        { x: scale.at(tick), y: bottom + 13 },
        { class: "tick", "text-anchor": "middle" },
        11,
      ),
    ]),
    chartText(label, words, { class: "tick", "text-anchor": "middle" }, 11),
  ];
}

/** A number on an axis, as short as it can be. */
export function tickText(value: number, unit: Unit, signed = false): string {
  const sign = signed && value > 0 ? "+" : "";
  if (unit === "pounds") return sign + shownPounds(value);
  const number = unit === "probability" ? Number((value * 100).toPrecision(6)) : Number(value.toPrecision(6));
  const text = `${number < 0 ? "−" : sign}${shownCount(Math.abs(number))}`;
  return unit === "probability" ? `${text}${fixedSpace}%` : text;
}
