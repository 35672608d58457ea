import type { Contract } from "../contract.ts";
import type { Fact, FactValue } from "../fact.ts";
import type { Parameter, Ruleset } from "../ruleset.ts";
import { scopeOf } from "../scope.ts";
import { factLabel, factWords } from "./fact-words.ts";
import { nameWords } from "./name-words.ts";
import { valueWords } from "./value-words.ts";

/** Where the words of a clause come from: its facts, its parameters with their values, and maybe one month's values. */
export type Wording = {
  readonly fact: (name: string) => Fact | undefined;
  /** A parameter and its value in the file's own unit (pounds where money). */
  readonly parameter: (
    name: string,
  ) => { readonly parameter: Parameter; readonly value: FactValue } | undefined;
  /** The value that a fact had; where given, it is written beside the fact. */
  readonly read?: ((name: string) => FactValue | undefined) | undefined;
};

/** The wording of a ruleset by itself, with the values given for its parameters, or their defaults. */
export function rulesetWording(
  ruleset: Ruleset,
  values: ReadonlyMap<string, FactValue> = new Map(),
): Wording {
  const scope = scopeOf(ruleset);
  return {
    fact: (name) => scope.get(name),
    parameter: (name) => {
      const parameter = Object.hasOwn(ruleset.parameters, name) ? ruleset.parameters[name] : undefined;
      return parameter && { parameter, value: values.get(name) ?? parameter.default };
    },
  };
}

/** The wording of a bound contract; unit prices are those that the scale gives. */
export function contractWording(contract: Contract, priceScale: number, read?: Wording["read"]): Wording {
  return {
    fact: (name) => contract.facts.get(name),
    parameter: (name) => {
      const bound = contract.parameters.get(name);
      if (bound === undefined || !bound.parameter.scaled || typeof bound.value !== "number") return bound;
      return { parameter: bound.parameter, value: bound.value * priceScale };
    },
    read,
  };
}

/**
 * A parameter or fact in a formula, its value behind it where known: "start price £400", "starts 7".
 *
 * A yes or no counts as 1 or 0 there, and is said so: "1 (pays after end is yes)".
 */
export function termWords(name: string, wording: Wording): string {
  const bound = wording.parameter(name);
  const value = bound?.value ?? wording.read?.(name);
  if (typeof value === "boolean") return `${value ? 1 : 0} (${nameWords(name)} is ${value ? "yes" : "no"})`;
  if (bound !== undefined)
    return `${nameWords(name)} ${valueWords({ name, unit: bound.parameter.unit }, bound.value)}`;
  if (value === undefined) return factWords(name);
  return `${factLabel(name)} ${valueWords(wording.fact(name) ?? { unit: "number" }, value)}`;
}

/** A parameter or fact that another is compared with: "3 (trigger months)", "referrals needed (20)". */
export function measureWords(name: string, wording: Wording): string {
  const bound = wording.parameter(name);
  if (bound !== undefined)
    return `${valueWords({ name, unit: bound.parameter.unit }, bound.value)} (${nameWords(name)})`;
  const value = wording.read?.(name);
  if (value === undefined) return factWords(name);
  return `${factWords(name)} (${valueWords(wording.fact(name) ?? { unit: "number" }, value)})`;
}
