import type { BoundRequirement } from "./bound-requirement.ts";

/** What ranking needs of one offer. */
export type Ranked = {
  readonly id: string;
  readonly total: number;
  readonly pricePence: number;
  /** Marks by criterion and by part. */
  readonly marks: Readonly<Record<string, number>>;
  readonly lot: () => number;
};

/** Offers with one total, best first, and what decided between them, in the order in which it was asked. */
export type Tie = { readonly offers: readonly string[]; readonly decidedBy: readonly string[] };

/**
 * Orders offers by total, then by the published tie-breaks: more marks, a lower price, at last the lot.
 *
 * The order in which they are given does not matter.
 */
export function rankOffers<O extends Ranked>(
  offers: readonly O[],
  { tieBreaks }: Pick<BoundRequirement, "tieBreaks">,
): { ranking: O[]; ties: Tie[] } {
  const compare = (a: O, b: O): number => {
    if (a.total !== b.total) return b.total - a.total;
    for (const name of tieBreaks) {
      const by = tieBreak(name, a, b);
      if (by !== 0) return by;
    }
    // Two ids never are the same, whatever their lots.
    return a.id < b.id ? -1 : 1;
  };
  const ranking = [...offers].sort(compare);
  const ties: Tie[] = [];
  for (let from = 0; from < ranking.length; ) {
    let to = from + 1;
    while (to < ranking.length && ranking[to]!.total === ranking[from]!.total) to += 1;
    if (to - from > 1) {
      // What decides between neighbours decides all: sorting may have compared others too.
      const decided = new Set<string>();
      for (let k = from + 1; k < to; k++) {
        const [a, b] = [ranking[k - 1]!, ranking[k]!];
        decided.add(tieBreaks.find((name) => tieBreak(name, a, b) !== 0) ?? "lot");
      }
      ties.push({
        offers: ranking.slice(from, to).map(({ id }) => id),
        decidedBy: tieBreaks.filter((name) => decided.has(name)),
      });
    }
    from = to;
  }
  return { ranking, ties };
}

function tieBreak(name: string, a: Ranked, b: Ranked): number {
  if (name === "lot") return a.lot() - b.lot();
  // A criterion may be called price: then its marks decide as the price itself does.
  if (name === "price") return a.pricePence - b.pricePence;
  return (b.marks[name] ?? 0) - (a.marks[name] ?? 0);
}
