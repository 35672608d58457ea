import type { Notice } from "./notice.ts";
import { shownMarks } from "./shown-marks.ts";

/** The total with its sub-totals, of what was scored: quality, price, or both. */
export function totalWords({
  total,
  available,
  subTotals,
}: Pick<Notice, "total" | "available" | "subTotals">): string {
  if (total === undefined) return "No total: the offer was left out before all of it was scored.";
  const said = (["quality", "price"] as const).flatMap((kind) =>
    subTotals[kind] === undefined ? [] : [`${kind} ${shownMarks(subTotals[kind])}`],
  );
  return `Total ${shownMarks(total)} of ${available}: ${said.join(", ")}.`;
}
