import type { Rule, Stage } from "../ruleset.ts";

/** A rule with its place in its stage. */
export type DecidingRule = { readonly rule: Rule; readonly place: number };

/** Does one rule alone decide an output of a stage, although several may hold? */
export function decidesAlone({ hitPolicy }: Pick<Stage, "hitPolicy">): boolean {
  return hitPolicy === "first" || hitPolicy === "priority";
}

/** The rules of a stage by output, in the order in which they are asked under `first` or `priority`. */
export function rulesInOrder({ hitPolicy, rules }: Stage): Map<string, DecidingRule[]> {
  const outputs = new Map<string, DecidingRule[]>();
  for (const [place, rule] of rules.entries()) {
    const { output } = rule.event.params;
    outputs.set(output, [...(outputs.get(output) ?? []), { rule, place }]);
  }
  if (hitPolicy === "priority")
    for (const own of outputs.values()) own.sort((a, b) => b.rule.priority - a.rule.priority);
  return outputs;
}

/** The names of the rules of a stage that counted, of those that held: under `first` and `priority`, one an output. */
export function rulesThatCount(stage: Stage, held: ReadonlySet<string>): string[] {
  if (!decidesAlone(stage)) return stage.rules.map(({ name }) => name).filter((name) => held.has(name));
  return [...rulesInOrder(stage).values()].flatMap((rules) => {
    const first = rules.find(({ rule }) => held.has(rule.name));
    return first === undefined ? [] : [first.rule.name];
  });
}
