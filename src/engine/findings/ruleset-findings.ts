import type { Evaluate } from "../evaluate.ts";
import { rulesCountedIn } from "../example-judgements.ts";
import type { Ruleset } from "../ruleset.ts";
import { setFactsOf } from "../scope.ts";
import { decidesAlone } from "./deciding-rules.ts";
import type { Finding } from "./finding.ts";
import { paidAfterAnEnd } from "./paid-after-an-end.ts";
import { stageFindings } from "./stage-findings.ts";
import { unscaledPrices } from "./unscaled-prices.ts";

/**
 * Everything about a ruleset that is no error but that its author would want to know, in the order of the file.
 *
 * `isGiven` tells whether something else at hand gives a fact beyond the dictionary: a scenario, or a term that sets
 * it; without it, what the file does not give itself is not looked at.
 */
export async function rulesetFindings(
  ruleset: Ruleset,
  evaluate: Evaluate,
  isGiven: (fact: string) => boolean = () => true,
): Promise<Finding[]> {
  const named = namesIn([ruleset.stages, ruleset.tracked]);
  const unread = Object.keys(ruleset.parameters)
    .filter((name) => !named.has(name))
    .map((name): Finding => {
      return {
        path: ["parameters", name],
        kind: "unread parameter",
        text: `no rule reads the parameter ${name}`,
      };
    });
  const sets = setFactsOf(ruleset);
  const unused = Object.keys(ruleset.facts)
    .filter((name) => !named.has(name) && !sets.includes(name))
    .map((name): Finding => {
      return { path: ["facts", name], kind: "unused fact", text: `no rule reads or sets the fact ${name}` };
    });
  const ungiven = Object.entries(ruleset.facts)
    .filter(([name, { from }]) => from === "scenario" && !isGiven(name))
    .map(([name]): Finding => {
      return {
        path: ["facts", name],
        kind: "fact of no scenario",
        text: `no shipped scenario or term knows ${name}; a scenario of yours may give it, as an outcome stage or a drawn fact`,
      };
    });
  const unset = Object.entries(ruleset.facts)
    .filter(([name, { from, optional }]) => from === "set" && !optional && !sets.includes(name))
    .filter(([name]) => !isGiven(name))
    .map(([name]): Finding => {
      return {
        path: ["facts", name],
        kind: "fact of no term",
        text: `neither this file nor a shipped term sets ${name}; a term of yours may, bound beside it`,
      };
    });
  return [
    ...unread,
    ...unused,
    ...ungiven,
    ...unset,
    ...percentUnits(ruleset),
    ...unscaledPrices(ruleset),
    ...(await stageFindings(ruleset, evaluate)),
    ...paidAfterAnEnd(ruleset),
    ...(await withoutExample(ruleset, evaluate)),
  ];
}

/** Parameters and facts whose unit reads as if 18 were 18 %: rules calculate with the number as it is. */
function percentUnits(ruleset: Ruleset): Finding[] {
  return (["parameters", "facts"] as const).flatMap((section) =>
    Object.entries(ruleset[section])
      .filter(([, { unit }]) => /^(%|per ?cent|percentage)$/i.test(unit))
      .map(([name, { unit }]): Finding => {
        const text = `rules take the number as it is, so 18 is eighteen times; write 0.18 in the unit share in place of 18 in ${unit}`;
        return { path: [section, name, "unit"], kind: "percent as a unit", text };
      }),
  );
}

/** Rules that hold in no example of the file, or under `first` and `priority` decide in none. */
async function withoutExample(ruleset: Ruleset, evaluate: Evaluate): Promise<Finding[]> {
  if (ruleset.examples.length === 0)
    return [{ path: [], kind: "rule without example", text: "the file has no examples" }];
  const counted = new Set<string>();
  for (const example of ruleset.examples)
    for (const name of await rulesCountedIn(ruleset, example, evaluate)) counted.add(name);
  return ruleset.stages.flatMap((stage, s) =>
    stage.rules.flatMap((rule, r): Finding[] =>
      counted.has(rule.name)
        ? []
        : [
            {
              path: ["stages", s, "rules", r],
              kind: "rule without example",
              text: `rule "${rule.name}" ${decidesAlone(stage) ? "decides" : "holds"} in no example`,
            },
          ],
    ),
  );
}

/** Every name that a `fact` or `param` key names anywhere inside. */
function namesIn(value: unknown, names = new Set<string>()): Set<string> {
  if (typeof value !== "object" || value === null) return names;
  for (const [key, part] of Object.entries(value)) {
    if ((key === "fact" || key === "param") && typeof part === "string") names.add(part);
    else namesIn(part, names);
  }
  return names;
}
