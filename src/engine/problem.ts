import { escapedText, shortText } from "./shown-text.ts";

/** The six things that can be the matter with an input. */
export const adjectives = ["missing", "unknown", "invalid", "unsupported", "duplicate", "ambiguous"] as const;
export type Adjective = (typeof adjectives)[number];

/** One thing that is wrong with an input, in the parts of the one grammar for errors. */
export type Problem = {
  readonly where: string;
  readonly adjective: Adjective;
  readonly noun: string;
  readonly found?: string;
  readonly expected?: string;
  readonly hint?: string;
};

/**
 * Says a problem in one line: *where: adjective noun: found; expected …; hint*.
 *
 * Absent parts are left out. The parts may quote an untrusted file, so control characters are shown
 * escaped (a file must not be able to move the cursor of a terminal) and a long `found` is cut.
 *
 * @example
 * problemText({ where: "a.yaml:3:8 share", adjective: "invalid", noun: "value", found: "1.2", expected: "at most 1" })
 * // "a.yaml:3:8 share: invalid value: 1.2; expected at most 1"
 */
export function problemText(p: Problem): string {
  const place = p.where === "" ? "" : `${p.where}: `;
  const found = p.found === undefined ? "" : `: ${shortText(p.found)}`;
  const expected = p.expected === undefined ? "" : `; expected ${p.expected}`;
  const hint = p.hint === undefined ? "" : `; ${p.hint}`;
  return escapedText(`${place}${p.adjective} ${p.noun}${found}${expected}${hint}`);
}
