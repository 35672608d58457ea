import type { DocumentPath } from "../engine/document.ts";
import { parameterProblem } from "../engine/parameter-value.ts";
import type { Problem } from "../engine/problem.ts";
import type { Ruleset } from "../engine/ruleset.ts";
import type { Scenario } from "./scenario-schema.ts";

/** Values that no ruleset takes, each at the line where it is written: under the scenario's parameters or a policy's. */
export function parameterValueProblems(
  { parameters, policies }: Scenario,
  rulesets: ReadonlyMap<string, Ruleset>,
  where: (path: DocumentPath) => string,
): Problem[] {
  const problems: Problem[] = [];
  const check = (path: DocumentPath, name: string, value: unknown, bound: readonly string[]) => {
    const declared = bound.flatMap((id) => {
      const named = rulesets.get(id)?.parameters ?? {};
      return Object.hasOwn(named, name) ? [named[name]!] : [];
    });
    const wrong = declared
      .map((parameter) => parameterProblem(parameter, value))
      .find((p) => p !== undefined);
    if (wrong !== undefined) problems.push({ where: where(path), ...wrong, noun: `value for ${name}` });
  };
  // A value of the scenario counts where no policy's own comes before it.
  for (const [name, value] of Object.entries(parameters)) {
    const read = policies.filter((policy) => !Object.hasOwn(policy.parameters, name));
    const bound = new Set(read.flatMap((policy) => policy.rulesets));
    check(["parameters", name], name, value, [...bound]);
  }
  for (const [p, policy] of policies.entries())
    for (const [name, value] of Object.entries(policy.parameters))
      check(["policies", p, "parameters", name], name, value, policy.rulesets);
  return problems;
}
