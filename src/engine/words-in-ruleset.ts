import type { Ruleset } from "./ruleset.ts";

/**
 * The words that a ruleset holds against a fact, in its conditions and tables, or gives it in its examples.
 *
 * An enum without a list of its own (a claimant group, a ground) can hold any of them; unless each has a code of its
 * own, two unknown words would look alike to the kernel.
 */
export function wordsInRuleset(ruleset: Ruleset, fact: string): string[] {
  const words: string[] = [];
  const keep = (value: unknown): void => {
    if (typeof value === "string") words.push(value);
    else if (Array.isArray(value)) value.forEach(keep);
  };
  const walk = (part: unknown): void => {
    if (typeof part !== "object" || part === null) return;
    const { fact: named, value, of, rows } = part as Record<string, unknown>;
    if (named === fact) keep(value);
    if (Array.isArray(rows) && (of as { fact?: unknown } | undefined)?.fact === fact)
      for (const row of rows) keep((row as { is?: unknown }).is);
    Object.values(part).forEach(walk);
  };
  walk(ruleset.stages);
  walk(ruleset.tracked);
  for (const { given } of ruleset.examples) {
    for (const month of Array.isArray(given.months) ? given.months : [given])
      keep((month as Record<string, unknown>)[fact]);
  }
  return [...new Set(words)];
}
