import type { AmountSpec } from "../amount.ts";
import type { FactValue } from "../fact.ts";
import type { Effect } from "../ruleset.ts";
import { amountWords } from "./amount-words.ts";
import { factStatement, factWords } from "./fact-words.ts";
import { nameWords } from "./name-words.ts";
import { valueWords } from "./value-words.ts";
import { measureWords, type Wording } from "./wording.ts";

/** What an effect does, as the end of a sentence that begins with "when": "the contract ends on the ground …". */
export function effectWords(effect: Effect, wording: Wording): string {
  const { output, amount } = effect.params;
  const said = amount === undefined ? "" : givenWords(output, amount, wording);
  const term = termDaysWords(effect, wording);
  switch (effect.type) {
    case "end":
      return `the contract ends on the ground ${nameWords(output)}`;
    case "pay":
      if (amount === 0) return `nothing is owed as ${nameWords(output)}`;
      return `owed as ${nameWords(output)}: ${said}${term}`;
    case "score":
      return amount === 0 ? "no points" : `points: ${said}`;
    case "exclude":
      return `the offer is left out: ${nameWords(output)}`;
    case "ask":
      return `the bidder is asked to explain: ${nameWords(output)}`;
    default: {
      if (output === "settlementPence") return `due if the contract ends: ${said}${term}`;
      const fact = wording.fact(output);
      const statement = fact && typeof amount === "boolean" ? factStatement(fact, amount) : undefined;
      return statement ?? `${factWords(output)} is ${said}`;
    }
  }
}

/** A formula, or a word or a yes or no as it stands. */
function givenWords(output: string, amount: AmountSpec | boolean | string, wording: Wording): string {
  const fact = wording.fact(output) ?? { name: output, unit: "number" };
  if (typeof amount === "boolean" || typeof amount === "string") return valueWords(fact, amount);
  // A number alone is a value of the fact: a share in per cent, 0 pence as nothing.
  if (typeof amount === "number") return valueWords(fact, amount);
  return amountWords(amount, wording);
}

/** What an effect gave, once worked out: "£2,800 is owed as start fee". */
export function outcomeWords(
  type: Effect["type"],
  output: string,
  value: FactValue | undefined,
  wording: Wording,
): string {
  if (type === "end") return `the contract ends on the ground ${nameWords(output)}`;
  if (type === "score") return `${valueWords({ name: output, unit: "points" }, value ?? 0)} are scored`;
  if (type === "exclude") return `the offer is left out: ${nameWords(output)}`;
  if (type === "ask") return `the bidder is asked to explain: ${nameWords(output)}`;
  const fact = wording.fact(type === "pay" ? `${output}Pence` : output) ?? { name: output, unit: "number" };
  const shown = value === undefined || (type === "pay" && value === 0) ? "nothing" : valueWords(fact, value);
  if (type === "pay") return `${shown} is owed as ${nameWords(output)}`;
  if (output === "settlementPence") return `${shown} would be due if the contract ended`;
  const bound = wording.fact(output);
  const statement = bound && typeof value === "boolean" ? factStatement(bound, value) : undefined;
  return statement ?? `${factWords(output)} is ${shown}`;
}

function termDaysWords(effect: Effect, wording: Wording): string {
  const { termDays } = effect.params;
  if (termDays === undefined) return "";
  const days = typeof termDays === "number" ? numberOfDays(termDays) : measureWords(termDays.param, wording);
  if (termDays === 0) return ", paid at the end of the month";
  return `, paid ${typeof termDays === "number" ? days : days.replace(" (", " days (")} after the end of the month`;
}

function numberOfDays(days: number): string {
  return days === 1 ? "1 day" : `${days} days`;
}
