import { element, type Markup } from "../../markup.ts";
import type { NoticeScore } from "./notice.ts";

const width = 70;
const height = 10;

/** A small bar of a score: what was available, the offer's own marks in it, a tick for each winner; words stand beside it. */
export function markBar({
  available,
  marks,
  winners,
}: Pick<NoticeScore, "available" | "marks" | "winners">): Markup {
  const at = (value: number) => (available === 0 ? 0 : (value / available) * width);
  // A line at an end stays whole.
  const within = (place: number) => Math.min(Math.max(place, 1), width - 1);
  return element(
    "svg",
    { class: "bar", viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true" },
    element("rect", { class: "room", x: 0, y: 2, width, height: height - 4 }),
    marks === undefined
      ? undefined
      : element("rect", { class: "own", x: 0, y: 2, width: at(marks), height: height - 4 }),
    [...new Set(winners)].map((value) =>
      element("line", { class: "won", x1: within(at(value)), x2: within(at(value)), y1: 0, y2: height }),
    ),
  );
}
