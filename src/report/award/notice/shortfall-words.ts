import type { JudgedOffer, Round } from "../../../award/judge-round.ts";
import { marksWords } from "../marks-words.ts";

/** How many marks an offer that ranked below all winners was short of the lowest-ranked of them; none for others. */
export function shortfallWords({ ranking }: Round, { rank, total }: JudgedOffer): string[] {
  const last = ranking.findLast(({ awarded }) => awarded);
  if (last === undefined || rank === undefined || rank < last.rank!) return [];
  const short = last.total! - total!;
  return [
    short === 0
      ? "You had the same total as the lowest-ranked winner."
      : `You were ${marksWords(short)} ${short === 100 ? "mark" : "marks"} short of the lowest-ranked winner.`,
  ];
}
