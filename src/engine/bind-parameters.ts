import type { BindingReport } from "./binding-report.ts";
import type { FactValue } from "./fact.ts";
import { didYouMean } from "./nearest-name.ts";
import { parameterProblem } from "./parameter-value.ts";
import type { Parameter, Ruleset } from "./ruleset.ts";

/** One namespace of parameters a policy: every ruleset that declares a name reads the same value. */
export function bindParameters(
  rulesets: readonly Ruleset[],
  values: Readonly<Record<string, FactValue>>,
  report: BindingReport,
): Map<string, { parameter: Parameter; value: FactValue }> {
  const declared = new Map<string, Parameter>();
  for (const ruleset of rulesets) {
    for (const [name, parameter] of Object.entries(ruleset.parameters)) {
      const before = declared.get(name);
      if (before === undefined) declared.set(name, parameter);
      else if (
        before.unit !== parameter.unit ||
        before.type !== parameter.type ||
        before.scaled !== parameter.scaled
      ) {
        report(
          {
            adjective: "ambiguous",
            noun: "parameter",
            found: `${name} in ${before.unit} and in ${parameter.unit}`,
            expected: "one unit and type for all rulesets of a policy",
          },
          ruleset,
        );
      } else {
        if (before.default !== parameter.default && !Object.hasOwn(values, name)) {
          report(
            {
              adjective: "ambiguous",
              noun: "parameter",
              found: `${name} with defaults ${before.default} and ${parameter.default}`,
              expected: `a value for ${name} under the policy's parameters`,
            },
            ruleset,
          );
        }
        declared.set(name, intersection(before, parameter));
      }
    }
  }
  for (const [name, value] of Object.entries(values)) {
    const parameter = declared.get(name);
    if (parameter === undefined) {
      const hint = didYouMean(name, declared.keys());
      report({
        adjective: "unknown",
        noun: "parameter",
        found: name,
        expected: "a parameter of a ruleset that the policy binds",
        ...(hint && { hint }),
      });
      continue;
    }
    const problem = parameterProblem(parameter, value);
    if (problem !== undefined) report({ ...problem, noun: `value for ${name}` });
  }
  return new Map(
    [...declared].map(([name, parameter]) => [
      name,
      { parameter, value: Object.hasOwn(values, name) ? values[name]! : parameter.default },
    ]),
  );
}

function intersection(a: Parameter, b: Parameter): Parameter {
  const least = Math.max(a.min ?? Number.NEGATIVE_INFINITY, b.min ?? Number.NEGATIVE_INFINITY);
  const most = Math.min(a.max ?? Number.POSITIVE_INFINITY, b.max ?? Number.POSITIVE_INFINITY);
  return {
    ...a,
    ...(Number.isFinite(least) && { min: least }),
    ...(Number.isFinite(most) && { max: most }),
  };
}
