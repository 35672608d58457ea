import type { Contract } from "./contract.ts";
import type { Explanation } from "./explanation.ts";
import { namesInTracked } from "./scope.ts";
import { nameWords } from "./words/name-words.ts";
import { trackedWords } from "./words/tracked-words.ts";
import { valueWords } from "./words/value-words.ts";
import type { Wording } from "./words/wording.ts";

/** How a tracked fact came to its value, with the tracked facts that it stands on below it; nothing for other facts. */
export function explainTracked(name: string, contract: Contract, wording: Wording): Explanation[] {
  const found = contract.tracked.find((tracked) => tracked.name === name);
  if (found === undefined) return [];
  const { spec } = found;
  const value = wording.read?.(name);
  const late = contract.late.has(name);
  // What a late fact was made of is last month's; this month's values beside it would mislead.
  const said = trackedWords(spec, late ? { fact: wording.fact, parameter: wording.parameter } : wording);
  const shown =
    value === undefined ? "" : ` (${valueWords(wording.fact(name) ?? { unit: "number" }, value)})`;
  const text = `${nameWords(name)}${shown}: ${said}${late ? ", as it stood at the end of last month" : ""}`;
  const children = late
    ? []
    : [...new Set(namesInTracked(spec))].flatMap((other) => explainTracked(other, contract, wording));
  return [{ text, ...(children.length > 0 && { children }) }];
}
