import type { BoundRequirement } from "../../award/bound-requirement.ts";
import type { JudgedOffer, Round } from "../../award/judge-round.ts";
import { poundsWords } from "../../engine/words/value-words.ts";
import type { Emphasis } from "../emphasis.ts";
import { cutToWidth, padToWidth, shownName, visibleWidth } from "../visible-width.ts";
import { marksWords } from "./marks-words.ts";

type Column = { readonly heads: readonly string[]; readonly cells: readonly string[] };

const gap = "  ";
const leastName = 16;
const mostName = 34;
/** A table beyond this is no table for reading; the data is in the JSON. */
const mostRows = 60;

/** Offers by rank with marks by criterion; columns that do not fit the width go on below, under the names again. */
export function awardTable(
  bound: BoundRequirement,
  round: Round,
  width: number,
  emphasis: Emphasis,
): string[] {
  const all = round.ranking.filter(({ rank }) => rank !== undefined);
  const ranked = all.slice(0, mostRows);
  if (ranked.length === 0) return ["No offer is left to be ranked."];
  const names = ranked.map(({ offer }) => shownName(offer.offer.bidder.name));
  const nameWidth = Math.min(mostName, Math.max(leastName, ...names.map(visibleWidth)));
  const rankWidth = String(ranked.length).length;
  const first = (text: string, rank: string) =>
    `${rank.padStart(rankWidth)}  ${padToWidth(cutToWidth(text, nameWidth), nameWidth, "end")}`;
  const columns = columnsOf(bound, ranked);
  const wide = columns.map(({ heads, cells }) => Math.max(...[...heads, ...cells].map(visibleWidth)));
  const lines: string[] = [];
  for (let from = 0; from < columns.length; ) {
    let to = from;
    let room = width - rankWidth - 2 - nameWidth;
    while (to < columns.length && (to === from || room >= wide[to]! + gap.length)) {
      room -= wide[to]! + gap.length;
      to += 1;
    }
    const some = columns.slice(from, to);
    const cell = (text: string, c: number) =>
      `${gap}${" ".repeat(wide[from + c]! - visibleWidth(text))}${text}`;
    const heads = Math.max(...some.map((column) => column.heads.length));
    if (from > 0) lines.push("");
    for (let h = 0; h < heads; h++) {
      const row = some.map((column, c) => cell(column.heads[h - heads + column.heads.length] ?? "", c));
      lines.push(emphasis.bold(`${first("", "")}${row.join("")}`.trimEnd()));
    }
    lines.push(
      "─".repeat(
        rankWidth + 2 + nameWidth + some.reduce((sum, _, c) => sum + wide[from + c]! + gap.length, 0),
      ),
    );
    for (const [k, judged] of ranked.entries())
      lines.push(
        `${first(names[k]!, String(judged.rank))}${some.map((column, c) => cell(column.cells[k]!, c)).join("")}`.trimEnd(),
      );
    from = to;
  }
  if (all.length > ranked.length)
    lines.push(emphasis.dim(`… and ${all.length - ranked.length} more; --json has them all.`));
  return lines;
}

function columnsOf({ criteria, requirement }: BoundRequirement, ranked: readonly JudgedOffer[]): Column[] {
  return [
    {
      heads: ["total", `of ${requirement.marks}`],
      cells: ranked.map(({ total }) => marksWords(total!)),
    },
    { heads: ["award"], cells: ranked.map(({ awarded }) => (awarded ? "won" : "–")) },
    { heads: ["price"], cells: ranked.map(({ offer }) => poundsWords(offer.pricePence)) },
    ...criteria.map(({ id, title, marks }) => ({
      heads: [...headLines(shownName(title)), `of ${marksWords(marks)}`],
      cells: ranked.map((judged) => marksWords(judged.marks[id] ?? 0)),
    })),
  ];
}

const headWidth = 14;

/** A title over two lines at most. */
function headLines(title: string): string[] {
  const lines: string[] = [];
  for (const word of title.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && visibleWidth(last) + 1 + visibleWidth(word) <= headWidth)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const kept = lines.slice(0, 2).map((line) => cutToWidth(line, headWidth));
  return lines.length > 2 ? [kept[0]!, cutToWidth(`${lines.slice(1).join(" ")}`, headWidth)] : kept;
}
