import type { Ruleset } from "../engine/ruleset.ts";
import { groundsOf, paymentsOf, scopeOf, setFactsOf, verdictsOf } from "../engine/scope.ts";
import { type Verdict, verdicts } from "../engine/verdict.ts";

/** What a ruleset gives: a payment, a fact that it sets, a ground on which it may end the contract, a verdict on an offer. */
export type Gift =
  | { readonly what: "payment"; readonly name: string }
  | { readonly what: "ground"; readonly name: string }
  | { readonly what: Verdict; readonly name: string }
  | { readonly what: "fact"; readonly name: string; readonly sentence: string };

/** Everything that a ruleset gives, payments first, each in the order of the file. */
export function givesOf(ruleset: Ruleset): Gift[] {
  const scope = scopeOf(ruleset);
  return [
    ...paymentsOf(ruleset).map((name): Gift => ({ what: "payment", name })),
    ...setFactsOf(ruleset).map((name): Gift => {
      return { what: "fact", name, sentence: scope.get(name)?.sentence ?? "" };
    }),
    ...groundsOf(ruleset).map((name): Gift => ({ what: "ground", name })),
    ...verdicts.flatMap((what) => verdictsOf(ruleset, what).map((name): Gift => ({ what, name }))),
  ];
}
