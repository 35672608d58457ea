import { type Attributes, element, type Markup } from "../markup.ts";
import { fewLines } from "../wrapped-lines.ts";

/** About how wide a letter is against the size of its type; on the safe side for most words. */
const letterWidth = 0.54;

/** How many letters fit into a width. */
export function lettersIn(width: number, size: number): number {
  return Math.max(4, Math.floor(width / (size * letterWidth)));
}

/** About how wide a text is. */
export function textWidth(text: string, size: number): number {
  return text.length * size * letterWidth;
}

/** Text in a picture, broken into at most so many lines that stand around its place. */
export function chartText(
  text: string,
  place: { readonly x: number; readonly y: number; readonly width?: number; readonly lines?: number },
  attributes: Attributes = {},
  size = 12,
): Markup {
  const { x, y, width, lines: most = 2 } = place;
  const lines = width === undefined ? [text] : fewLines(text, lettersIn(width, size), most);
  const top = y - ((lines.length - 1) * size * 1.15) / 2 + size * 0.35;
  return element(
    "text",
    { x, y: top, "font-size": size, ...attributes },
    lines.length === 1
      ? lines[0]!
      : lines.map((line, i) => element("tspan", { x, y: top + i * size * 1.15 }, line)),
  );
}
