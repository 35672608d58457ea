import type { PolicySpec } from "../sim/scenario-schema.ts";
import type { Described } from "./live/described.ts";

/** The scenario's first policy with a ruleset in the place of those of its kind. */
export function policyWithRuleset(
  { policies }: Described,
  ruleset: { readonly id: string; readonly kind: string; readonly title: string },
): PolicySpec {
  const base = policies[0]!;
  const others = base.rulesets.filter(({ kind, id }) => kind !== ruleset.kind && id !== ruleset.id);
  return {
    id: "with-your-ruleset",
    title: `With “${ruleset.title}”`.slice(0, 200),
    sentence: `${base.title}, with a ruleset that was put in.`.slice(0, 300),
    rulesets: [...others.map(({ id }) => id), ruleset.id],
    parameters: { ...base.own },
    levers: [...base.levers],
  };
}
