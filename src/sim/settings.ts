import { didYouMean } from "../engine/nearest-name.ts";
import { parameterProblem } from "../engine/parameter-value.ts";
import type { Problem } from "../engine/problem.ts";
import type { Ruleset } from "../engine/ruleset.ts";
import type { PolicySpec, Scenario } from "./scenario-schema.ts";

/** A value for a parameter of one policy; `*` is every policy whose rulesets declare it. */
export type Setting = {
  readonly policy: string;
  readonly parameter: string;
  readonly value: number | boolean | string;
};

/** A scenario with settings put into its policies; a policy or parameter that is not there is a problem. */
export function withSettings(
  scenario: Scenario,
  settings: readonly Setting[],
  rulesets: ReadonlyMap<string, Ruleset>,
  problems: Problem[],
): Scenario {
  if (settings.length === 0) return scenario;
  const declares = (policy: PolicySpec, parameter: string) =>
    policy.rulesets.some((id) => Object.hasOwn(rulesets.get(id)?.parameters ?? {}, parameter));
  for (const setting of settings) checkSetting(scenario, setting, declares, rulesets, problems);
  const policies = scenario.policies.map((policy) => {
    const own = settings.filter(
      (s) => s.policy === policy.id || (s.policy === "*" && declares(policy, s.parameter)),
    );
    return {
      ...policy,
      parameters: { ...policy.parameters, ...Object.fromEntries(own.map((s) => [s.parameter, s.value])) },
    };
  });
  return { ...scenario, policies };
}

function checkSetting(
  { policies }: Scenario,
  { policy, parameter, value }: Setting,
  declares: (policy: PolicySpec, parameter: string) => boolean,
  rulesets: ReadonlyMap<string, Ruleset>,
  problems: Problem[],
): void {
  const unknown = (noun: string, found: string, expected: string, known: readonly string[]) => {
    const hint = didYouMean(found, known);
    problems.push({ where: "--set", adjective: "unknown", noun, found, expected, ...(hint && { hint }) });
  };
  const ids = policies.map((p) => p.id);
  if (policy !== "*" && !ids.includes(policy)) {
    unknown("policy", policy, `one of ${ids.join(", ")}, or *`, ids);
    return;
  }
  const named = policies.filter(({ id }) => policy === "*" || policy === id);
  const bound = named.flatMap((p) => p.rulesets.flatMap((id) => rulesets.get(id) ?? []));
  if (!named.some((p) => declares(p, parameter))) {
    const names = new Set(bound.flatMap((ruleset) => Object.keys(ruleset.parameters)));
    const whose = policy === "*" ? "a policy" : "the policy";
    unknown("parameter", parameter, `a parameter of a ruleset that ${whose} binds`, [...names]);
    return;
  }
  // A value that no ruleset takes is said here, once, and not again for every policy.
  const wrong = bound
    .filter((ruleset) => Object.hasOwn(ruleset.parameters, parameter))
    .map((ruleset) => parameterProblem(ruleset.parameters[parameter]!, value))
    .find((problem) => problem !== undefined);
  if (wrong !== undefined) problems.push({ where: "--set", ...wrong, noun: `value for ${parameter}` });
}
