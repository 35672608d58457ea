import type { DocumentPath } from "../engine/document.ts";
import type { Problem } from "../engine/problem.ts";
import type { Ruleset } from "../engine/ruleset.ts";
import type { CheckedPolicy } from "./check-scenario.ts";
import type { Scenario } from "./scenario-schema.ts";
import type { Setting } from "./settings.ts";

const share = "serviceFeeShare";

/**
 * Refuses a share that rules take out of unit prices where no service-fee ruleset of the policy pays it back: prices
 * would fall in silence. A share that `--set` gave is said there, once for all policies.
 */
export function checkServiceFeeShare(
  scenario: Scenario,
  policies: readonly CheckedPolicy[],
  set: readonly Setting[],
  where: (path: DocumentPath) => string,
): Problem[] {
  const paying = policies.filter(({ contract }) => contract.rulesets.some(paysBackShare)).map(idOf);
  const faults = new Map<string, { value: unknown; ids: string[] }>();
  for (const policy of policies) {
    const value = policy.contract.parameters.get(share)?.value;
    if (value === undefined || value === 0 || paying.includes(idOf(policy))) continue;
    const place = placeOf(scenario, policy, set, where);
    const fault = faults.get(place) ?? { value, ids: [] };
    fault.ids.push(idOf(policy));
    faults.set(place, fault);
  }
  return [...faults].map(
    ([place, { value, ids }]): Problem => ({
      where: place,
      adjective: "unsupported",
      noun: `value for ${share}`,
      found: `${String(value)} under ${ids.join(", ")}`,
      expected:
        "0 where no service-fee ruleset of the policy reads it, as unit prices would fall for nothing",
      hint:
        paying.length > 0 ? `${paying.join(", ")} would pay it back` : "bind flat-share, which pays it back",
    }),
  );
}

const idOf = ({ spec }: CheckedPolicy): string => spec.id;

/** Does a ruleset pay back the share that others take out of unit prices? */
export function paysBackShare({ kind, stages, tracked }: Ruleset): boolean {
  return kind === "service-fee" && JSON.stringify([stages, tracked]).includes(`"${share}"`);
}

/** Where the policy's value was given: by `--set`, by the policy, by the scenario, or by a ruleset's default. */
function placeOf(
  scenario: Scenario,
  policy: CheckedPolicy,
  set: readonly Setting[],
  where: (path: DocumentPath) => string,
): string {
  const isSet = set.some((s) => s.parameter === share && (s.policy === "*" || s.policy === idOf(policy)));
  if (isSet) return "--set";
  const p = scenario.policies.findIndex(({ id }) => id === idOf(policy));
  if (Object.hasOwn(policy.spec.parameters, share)) return where(["policies", p, "parameters", share]);
  return Object.hasOwn(scenario.parameters, share) ? where(["parameters", share]) : where(["policies", p]);
}
