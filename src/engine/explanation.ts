import type { Ruleset } from "./ruleset.ts";

/** Why something was decided: a text, whether it held, where it stands, and what it follows from. */
export type Explanation = {
  readonly text: string;
  /** Of a rule or a condition: did it hold? */
  readonly held?: boolean;
  readonly source?: Ruleset["source"];
  /** What the text is about, by the names in the rule file. */
  readonly about?: About;
  readonly children?: readonly Explanation[];
};

/** The place of a reason in the terms. */
export type About = { readonly ruleset: string; readonly rule?: string; readonly output?: string };

/** The tree as lines, each with its depth; a condition ends in yes or no (the text of a rule says so itself). */
export function explanationLines(of: Explanation, depth = 0): { depth: number; text: string }[] {
  const children = (of.children ?? []).flatMap((child) => explanationLines(child, depth + 1));
  return [{ depth, text: `${of.text}${answer(of)}` }, ...children];
}

function answer({ text, held, about }: Explanation): string {
  if (held === undefined || about !== undefined) return "";
  return `${text.endsWith("?") ? "" : ":"} ${held ? "yes" : "no"}`;
}

/** What the tree says of each rule and each otherwise-branch, in the order of the terms. */
export function rulesIn(of: Explanation): Explanation[] {
  if (of.about?.output !== undefined) return [of];
  return (of.children ?? []).flatMap(rulesIn);
}
