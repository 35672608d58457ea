import type { YAMLError } from "yaml";

/** Lines that are looked at for the item before. */
const mostLines = 500;

/** A list item that does not stand under the one before it: where its dash is, and to which side it is off. */
export type MisplacedItem = { readonly offset: number; readonly side: "further" | "less" };

/** Finds the list item that an error of the YAML parser comes from, where it is indented otherwise than the one before. */
export function misplacedItem({ message, pos }: YAMLError, text: string): MisplacedItem | undefined {
  if (/^A block sequence may not be used as|^All sequence items must start/.test(message)) {
    const start = text.lastIndexOf("\n", pos[0] - 1) + 1;
    return asItem(start, text);
  }
  // A plain text of several lines takes in an item that is indented further than its key.
  if (!/^Nested mappings are not allowed/.test(message)) return undefined;
  const end = text.indexOf("\n", pos[0]);
  const next = end === -1 ? undefined : asItem(end + 1, text);
  return next?.side === "further" ? next : undefined;
}

function asItem(start: number, text: string): MisplacedItem | undefined {
  const own = /^( *)-(?: |$)/m.exec(text.slice(start, lineEnd(start, text)))?.[1]?.length;
  if (own === undefined) return undefined;
  const side = sideOf(own, linesAbove(start, text));
  return side && { offset: start + own, side };
}

function lineEnd(start: number, text: string): number {
  const end = text.indexOf("\n", start);
  return end === -1 ? text.length : end;
}

/** To which side of the items above is a column? Undefined where one of the same list stands at it, or none at all. */
function sideOf(own: number, above: Iterable<string>): MisplacedItem["side"] | undefined {
  let within = Number.POSITIVE_INFINITY;
  let side: MisplacedItem["side"] | undefined;
  for (const line of above) {
    const [, indent, dash] = /^( *)(?:(-(?: |$))|[^\s#])/.exec(line) ?? [];
    if (indent === undefined) continue;
    const column = indent.length;
    if (dash === undefined) within = Math.min(within, column);
    // What stands at the column of a key or before it is no item that the key belongs to.
    else if (column < within) {
      if (column === own) return undefined;
      if (column < own) return "further";
      side = "less";
    }
    if (within === 0) return side;
  }
  return side;
}

/** The lines above an offset, from the last; not all of a very long text, in which every line may have an error. */
function* linesAbove(start: number, text: string): Generator<string> {
  let end = start - 1;
  for (let count = 0; end >= 0 && count < mostLines; count++) {
    const from = end === 0 ? 0 : text.lastIndexOf("\n", end - 1) + 1;
    yield text.slice(from, Math.max(from, end));
    end = from - 1;
  }
}
