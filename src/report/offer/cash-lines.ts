import type { OfferTest } from "../../offer/test/test-offer.ts";
import type { Emphasis } from "../emphasis.ts";
import { shownNumber } from "../shown-number.ts";

/**
 * Cash by month as a chart for a terminal: a line a month, thin from the 5 % to the 95 % future, thick over the middle half,
 * a mark at the middle one and a rule where cash is nothing.
 */
export function cashLines({ cash }: OfferTest, width: number, emphasis: Emphasis): string[] {
  const [least, quarter, middle, most3, most] = cash.pounds as readonly (readonly number[])[];
  const low = Math.min(0, ...least!);
  const high = Math.max(0, ...most!);
  const before = "month 99 ".length;
  const after = " −£123,456".length;
  const room = Math.max(20, Math.min(width, 96) - before - after);
  const place = (pounds: number) =>
    high === low ? 0 : Math.round(((pounds - low) / (high - low)) * (room - 1));
  const zero = place(0);
  const lines = middle!.map((pounds, m) => {
    const bar = Array.from({ length: room }, (_, at) => {
      if (at === place(pounds)) return "●";
      if (at >= place(quarter![m]!) && at <= place(most3![m]!)) return "━";
      if (at >= place(least![m]!) && at <= place(most![m]!)) return "─";
      return at === zero ? "┊" : " ";
    }).join("");
    const label =
      m === 0 || (m + 1) % 3 === 0 || m === middle!.length - 1
        ? `month ${String(m + 1).padStart(2)} `
        : " ".repeat(before);
    const text = shownNumber(pounds, "pounds", roundTo(high - low));
    return `${label}${bar} ${text.padStart(after - 1)}`;
  });
  const scale = `${" ".repeat(before)}${ruler(low, high, zero, room)}`;
  return [...lines, emphasis.dim(scale)];
}

/** Ends of the scale with 0 between them, where they do not run into each other. */
function ruler(low: number, high: number, zero: number, room: number): string {
  const step = roundTo(high - low);
  const cells = Array.from({ length: room }, () => " ");
  const put = (text: string, at: number) => {
    const from = Math.max(0, Math.min(room - text.length, at));
    if (cells.slice(Math.max(0, from - 1), from + text.length + 1).some((cell) => cell !== " ")) return;
    for (const [k, letter] of [...text].entries()) cells[from + k] = letter;
  };
  put(shownNumber(low, "pounds", step), 0);
  put("£0", zero);
  put(shownNumber(high, "pounds", step), room);
  return cells.join("").trimEnd();
}

function roundTo(size: number): number {
  return size >= 1_000_000 ? 10_000 : size >= 10_000 ? 100 : 1;
}
