import type { BoundRequirement } from "../../award/bound-requirement.ts";
import type { Round } from "../../award/judge-round.ts";
import { nameWords } from "../../engine/words/name-words.ts";
import { csvFile } from "../csv-cell.ts";

/** A round as a table for spreadsheets: an offer a row, marks by criterion and part; no cell starts a formula. */
export function rankingCsv({ criteria, leaves }: BoundRequirement, round: Round): string {
  const parts = leaves.filter((leaf) => leaf.id !== leaf.criterion);
  const scored = [...criteria, ...parts].map(({ id }) => id);
  const heads = [
    "rank",
    "offer",
    "bidder",
    "pricePounds",
    "totalMarks",
    ...scored,
    "awarded",
    "excluded",
    "asked",
  ];
  const marks = (hundredths: number | undefined) => (hundredths === undefined ? null : hundredths / 100);
  const rows = round.ranking.map((judged) => [
    judged.rank ?? null,
    judged.offer.offer.id,
    // A name is one line, whatever its file made of it.
    judged.offer.offer.bidder.name.replace(/\s+/gu, " ").trim(),
    judged.offer.pricePence / 100,
    marks(judged.total),
    ...scored.map((id) => marks(judged.marks[id])),
    judged.awarded ? "yes" : "no",
    judged.excluded.map(({ output }) => nameWords(output)).join("; "),
    judged.asked.map(({ output }) => nameWords(output)).join("; "),
  ]);
  return csvFile(heads, rows);
}
