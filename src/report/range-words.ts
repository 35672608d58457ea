import type { Parameter } from "../engine/ruleset.ts";
import { listWords } from "../engine/words/name-words.ts";
import { valueWords } from "../engine/words/value-words.ts";

/** The values that a parameter may have, as a phrase: "from 0 % to 100 %"; empty where anything goes. */
export function rangeWords(name: string, { min, max, values, unit }: Parameter): string {
  const shown = (end: number) => valueWords({ name, unit }, end);
  if (values !== undefined) return `one of ${listWords(values, "or")}`;
  if (min !== undefined && max !== undefined) return `from ${shown(min)} to ${shown(max)}`;
  if (min !== undefined) return `at least ${shown(min)}`;
  return max === undefined ? "" : `at most ${shown(max)}`;
}
