/** A number as S-FEEL writes it, without an exponent; 007 is no number that anyone means. */
export const decimal = /^-?(?:(?:0|[1-9]\d*)(?:\.\d+)?|\.\d+)$/;

/** The two ends of an interval as they are written, and whether each belongs to it. */
export type IntervalText = {
  readonly least: string;
  readonly most: string;
  readonly withLeast: boolean;
  readonly withMost: boolean;
};

/**
 * The ends of `[1..5]` and the like; a square bracket towards the number includes it.
 *
 * Three dots are refused: `[0...5]` would end at .5, which nobody means.
 *
 * @example
 * intervalOf("(1..5]") // { least: "1", most: "5", withLeast: false, withMost: true }
 */
export function intervalOf(text: string): IntervalText | undefined {
  const found = /^([[(\]])(.+?)\.\.(?!\.)(.+)([\])[])$/.exec(text);
  if (found === null) return undefined;
  const [, open, least, most, close] = found as unknown as [string, string, string, string, string];
  return { least, most, withLeast: open === "[", withMost: close === "]" };
}

/**
 * The parts between commas that stand in no quotes; brackets of an interval hold no comma.
 *
 * @example
 * partsOf('"a, b", c') // ['"a, b"', "c"]
 */
export function partsOf(text: string): string[] {
  const parts: string[] = [""];
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    if (character === "," && !quoted) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim());
}
