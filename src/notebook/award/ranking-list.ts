import type { JudgedOffer, Round } from "../../award/judge-round.ts";
import { listWords, nameWords } from "../../engine/words/name-words.ts";
import { poundsWords } from "../../engine/words/value-words.ts";
import { marksWords } from "../../report/award/marks-words.ts";
import { element } from "../element.ts";

/** A list of bidders by rank that stays where it is; bidders move to their new places. */
export type RankingList = {
  readonly element: HTMLElement;
  /** `before` are the ranks as published, to say who moved. */
  readonly show: (round: Round, marks: number, before: ReadonlyMap<string, number>) => void;
};

/** Opens the list; what is shown moves to its place in a fifth of a second, unless the reader wants no motion. */
export function openRankingList(): RankingList {
  const list = element("ol", { class: "ranking" });
  const items = new Map<string, HTMLElement>();
  const isStill = matchMedia("(prefers-reduced-motion: reduce)");
  return {
    element: list,
    show: (round, marks, before) => {
      const tops = new Map([...items].map(([id, item]) => [id, item.getBoundingClientRect().top]));
      const last = round.ranking.findLastIndex(({ awarded }) => awarded);
      const now = round.ranking.map((judged, place) => {
        const { id } = judged.offer.offer;
        const item = items.get(id) ?? element("li");
        items.set(id, item);
        item.className = judged.awarded ? "won" : judged.rank === undefined ? "out" : "";
        item.replaceChildren(...itemParts(judged, marks, before.get(id), place < last));
        return [id, item] as const;
      });
      for (const id of [...items.keys()]) if (!now.some(([known]) => known === id)) items.delete(id);
      list.replaceChildren(...now.map(([, item]) => item));
      if (isStill.matches) return;
      for (const [id, item] of now) {
        const moved = (tops.get(id) ?? 0) - item.getBoundingClientRect().top;
        if (tops.has(id) && moved !== 0)
          item.animate([{ transform: `translateY(${moved}px)` }, { transform: "none" }], 200);
      }
    },
  };
}

function itemParts(
  judged: JudgedOffer,
  marks: number,
  before: number | undefined,
  isPassed: boolean,
): (Node | string)[] {
  const { offer, rank, total, awarded, excluded } = judged;
  const name = element("span", { class: "bidder" }, offer.offer.bidder.name);
  const price = element("span", { class: "price" }, poundsWords(offer.pricePence));
  if (rank === undefined || total === undefined) {
    const why = `left out: ${listWords(excluded.map(({ output }) => nameWords(output)))}`;
    return [element("span", { class: "rank" }, "–"), name, price, element("span", { class: "why" }, why)];
  }
  const bar = element("span", { class: "bar", "aria-hidden": "true" });
  bar.style.setProperty("--share", String(total / (marks * 100)));
  return [
    element("span", { class: "rank" }, String(rank)),
    name,
    price,
    bar,
    element("span", { class: "total" }, marksWords(total)),
    element(
      "span",
      { class: "why" },
      [awarded ? "wins" : isPassed ? "costs more than is left of the budget" : "", moveWords(rank, before)]
        .filter(Boolean)
        .join(", "),
    ),
  ];
}

function moveWords(rank: number, before: number | undefined): string {
  if (before === undefined || before === rank) return "";
  const places = Math.abs(before - rank);
  const words = places === 1 ? "1 place" : `${places} places`;
  return rank < before ? `▲ ${words} up` : `▼ ${words} down`;
}
