import type { Evaluate } from "../evaluate.ts";
import type { Stage } from "../ruleset.ts";
import { conditionHolds } from "./condition-holds.ts";
import type { Finding } from "./finding.ts";
import type { RangedFact } from "./ranged-fact.ts";
import { situationsOf } from "./situations.ts";

/** Situations that json-rules-engine is asked before a rule is said never to fire. */
const mostAsked = 200;

/** The rules of a stage that hold in no situation within the ranges of the facts and of the parameters. */
export async function neverFiring(
  stage: Stage,
  s: number,
  facts: ReadonlyMap<string, RangedFact>,
  evaluate: Evaluate,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [r, rule] of stage.rules.entries()) {
    const path = ["stages", s, "rules", r];
    const situations = situationsOf([rule.conditions], facts);
    if (situations === undefined) {
      const text = `whether rule "${rule.name}" can fire: too many facts are compared`;
      findings.push({ path, kind: "cannot tell", text });
      continue;
    }
    if (situations.some((situation) => conditionHolds(rule.conditions, situation))) continue;
    const step = Math.max(1, Math.floor(situations.length / mostAsked));
    const asked = situations.filter((_, place) => place % step === 0);
    const own = { rules: [rule] };
    for (const situation of asked) {
      const [judged] = await evaluate(own, situation);
      if (judged!.held) throw new Error(`two roads, two answers for rule "${rule.name}"`);
    }
    const names = Object.keys(situations[0] ?? {}).join(", ") || "nothing";
    findings.push({
      path,
      kind: "never fires",
      text: `rule "${rule.name}" can never fire: no values of ${names} meet its conditions`,
      ...(asked[0] && { witness: asked[0] }),
    });
  }
  return findings;
}
