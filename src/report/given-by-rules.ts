import type { Ruleset } from "../engine/ruleset.ts";
import { scopeOf } from "../engine/scope.ts";
import { givesOf } from "./ruleset-gives.ts";

/** A fact that rulesets give and others may read once they declare it with `from: set`. */
export type GivenByRules = {
  readonly name: string;
  readonly unit: string;
  readonly sentence: string;
  /** Ids of the rulesets that give it. */
  readonly rulesets: readonly string[];
};

/** Payments as the facts that they are, then facts that are set, each with the rulesets that give it. */
export function givenByRules(rulesets: readonly Ruleset[]): GivenByRules[] {
  const found = new Map<string, { unit: string; sentence: string; rulesets: string[] }>();
  for (const what of ["payment", "fact"] as const) {
    for (const ruleset of rulesets) {
      for (const gift of givesOf(ruleset)) {
        if (gift.what !== what) continue;
        const name = gift.what === "payment" ? `${gift.name}Pence` : gift.name;
        const known = found.get(name);
        if (known !== undefined) known.rulesets.push(ruleset.id);
        else if (gift.what === "payment")
          found.set(name, {
            unit: "pence",
            sentence: `Owed under ${gift.name} this month.`,
            rulesets: [ruleset.id],
          });
        else {
          const unit = scopeOf(ruleset).get(name)?.unit ?? "";
          found.set(name, { unit, sentence: gift.sentence, rulesets: [ruleset.id] });
        }
      }
    }
  }
  return [...found].map(([name, given]) => ({ name, ...given }));
}
