import type { BoundRequirement } from "../../award/bound-requirement.ts";
import type { JudgedOffer } from "../../award/judge-round.ts";
import { bottomAxis } from "../charts/axis.ts";
import { chartText, textWidth } from "../charts/chart-text.ts";
import { type Frame, picture } from "../charts/picture.ts";
import { rowLayout } from "../charts/row-layout.ts";
import { scaleOver } from "../charts/scale.ts";
import { texturedPart, textures } from "../charts/textures.ts";
import { element, type Markup } from "../markup.ts";
import { shownName } from "../visible-width.ts";
import { marksWords } from "./marks-words.ts";

const barHeight = 20;
/** Colours and textures of the report's parts, in the order of the criteria; they come round again. */
const parts = ["outcome", "service", "cancellation", "other", "beside", "start"];

/** Marks by criterion, a bar an offer in the order of rank, cut by criterion. */
export function marksChart(
  frame: Omit<Frame, "height">,
  { criteria, requirement }: BoundRequirement,
  ranked: readonly JudgedOffer[],
): Markup {
  const names = ranked.map(({ offer, rank }) => `${rank} ${shownName(offer.offer.bidder.name)}`);
  const key = keyPlaces(
    criteria.map(({ title }) => shownName(title)),
    frame.width,
  );
  const head = 26 + (key.at(-1)?.y ?? 0);
  const layout = rowLayout(names, { width: frame.width, row: barHeight, end: 84, head });
  const scale = scaleOver([0, requirement.marks], [layout.left, layout.right], {
    include: [0, requirement.marks],
    ticks: 5,
  });
  const bars = ranked.map(({ marks, total, awarded }, place) => {
    let sum = 0;
    const cut = criteria.flatMap(({ id }, c) => {
      const [from, to] = [scale.at(sum / 100), scale.at((sum + (marks[id] ?? 0)) / 100)];
      sum += marks[id] ?? 0;
      if (to === from) return [];
      const at = { x: from, y: layout.above(place), width: to - from, height: barHeight };
      return texturedPart(frame.id, parts[c % parts.length]!, at);
    });
    const words = `${marksWords(total!)}${awarded ? ", won" : ""}`;
    return [cut, chartText(words, { x: layout.right + 8, y: layout.middle(place) }, { class: "value" })];
  });
  // Marks are counted as people are: without a sign.
  const axis = bottomAxis(scale, "people", {
    top: layout.top,
    bottom: layout.bottom,
    label: `marks of ${requirement.marks}, by criterion`,
  });
  return picture(
    { ...frame, height: layout.height },
    element("defs", {}, textures(frame.id)),
    axis,
    key.map(({ title, x, y }, c) => [
      texturedPart(frame.id, parts[c % parts.length]!, { x, y: y + 4, width: 11, height: 11 }),
      chartText(title, { x: x + 15, y: y + 10 }, { class: "tick" }, 11),
    ]),
    layout.names,
    bars,
  );
}

/** Places for the key, in the order of the bars; it takes another line where one is full. */
function keyPlaces(titles: readonly string[], width: number): { title: string; x: number; y: number }[] {
  let [x, y] = [2, 0];
  return titles.map((title) => {
    const size = 15 + textWidth(title, 11);
    if (x + size > width && x > 2) [x, y] = [2, y + 17];
    const place = { title, x, y };
    x += size + 12;
    return place;
  });
}
