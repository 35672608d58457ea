import type { OfferTest } from "../../offer/test/test-offer.ts";
import { element, type Markup } from "../markup.ts";
import { shownPounds } from "../shown-number.ts";
import { tickText } from "./axis.ts";
import { chartText } from "./chart-text.ts";
import { type Frame, picture } from "./picture.ts";
import { scaleOver } from "./scale.ts";

/** Cash month by month: the middle future as a line, the middle half and 18 of 20 futures as bands round it, the cash limit as a rule. */
export function cashFanChart(
  frame: Omit<Frame, "height"> & { readonly height: number },
  { cash }: Pick<OfferTest, "cash">,
  cashLimit: number,
): Markup {
  const [least, quarter, middle, most3, most] = cash.pounds as readonly (readonly number[])[];
  const months = middle!.length;
  const [left, right, top, bottom] = [62, frame.width - 10, 10, frame.height - 34];
  const y = scaleOver([...least!, ...most!, -cashLimit], [bottom, top], { include: [0], ticks: 5 });
  const x = (month: number) => left + ((month - 1) / Math.max(1, months - 1)) * (right - left);
  const points = (values: readonly number[]) =>
    values.map((pounds, m) => `${xy(x(m + 1))},${xy(y.at(pounds))}`);
  const band = (low: readonly number[], high: readonly number[], name: string) =>
    element("polygon", { points: [...points(low), ...points(high).reverse()].join(" "), class: name });
  const every = Math.max(1, Math.ceil(months / 8));
  const ticks = middle!.flatMap((_, m) => (m === 0 || (m + 1) % every === 0 ? [m + 1] : []));
  return picture(
    frame,
    y.ticks.flatMap((tick) => [
      element("line", {
        x1: left,
        x2: right,
        y1: y.at(tick),
        y2: y.at(tick),
        class: tick === 0 ? "zero" : "grid",
      }),
      chartText(
        tickText(tick, "pounds"),
        { x: left - 6, y: y.at(tick) },
        { class: "tick", "text-anchor": "end" },
        11,
      ),
    ]),
    band(least!, most!, "fan-wide"),
    band(quarter!, most3!, "fan-half"),
    element("polyline", { points: points(middle!).join(" "), class: "fan-middle" }),
    element("line", { x1: left, x2: right, y1: y.at(-cashLimit), y2: y.at(-cashLimit), class: "limit" }),
    chartText(
      `your cash: ${shownPounds(cashLimit)}`,
      { x: right - 4, y: y.at(-cashLimit) + 9 },
      { class: "limit-name halo", "text-anchor": "end" },
      11,
    ),
    ticks.map((month) =>
      chartText(
        String(month),
        { x: x(month), y: bottom + 12 },
        { class: "tick", "text-anchor": "middle" },
        11,
      ),
    ),
    chartText(
      "month from the award",
      { x: (left + right) / 2, y: bottom + 27 },
      { class: "tick", "text-anchor": "middle" },
      11,
    ),
  );
}

/** Coordinates need no more than a hundredth of a point. */
function xy(place: number): number {
  return Math.round(place * 100) / 100;
}
