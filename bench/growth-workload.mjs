import { readFileSync } from "node:fs";
import { parse } from "yaml";

const text = readFileSync(new URL("../scenarios/standard-workload.yaml", import.meta.url), "utf8");

/** The standard workload with so many months, policies that share nothing but their world, and rules more in each. */
export function workloadOf({ months, policies, rules }) {
  const scenario = parse(text);
  const { $schema: _, ...rest } = scenario;
  return {
    ...rest,
    id: "growth",
    contract: { ...scenario.contract, lastReferralMonth: months, lastMonth: months },
    rulesets: [bonuses(rules)],
    policies: Array.from({ length: policies }, (_, p) => ({
      id: `policy-${p + 1}`,
      title: `Policy ${p + 1}`,
      rulesets: ["below-half-to-date", "per-start", "job-and-sustained", "bonuses"],
      // Other prices, so that no payment is shared.
      parameters: {
        startPrice: 400 + p,
        jobOutcomePrice: 1200 + p,
        sustainedOutcomePrice: 1600 + p,
        bonus: 10 + p,
      },
    })),
  };
}

/** A term of so many rules, each with a condition of its own. */
export function bonuses(rules) {
  return {
    id: "bonuses",
    kind: "adjustment",
    version: "1.0.0",
    title: "A bonus for each number of starts that is passed",
    source: [{ document: "The bench of riskshare" }],
    validFrom: "2000-01-01",
    parameters: { bonus: { default: 10, unit: "pounds", min: 0, scaled: true, sentence: "The bonus." } },
    stages: [
      {
        hitPolicy: "collect sum",
        rules: Array.from({ length: rules }, (_, r) => ({
          name: `more than ${r}`,
          conditions: { all: [{ fact: "starts", operator: "greaterThan", value: r }] },
          event: {
            type: "pay",
            params: { output: "bonuses", amount: { mul: [{ param: "bonus" }, { fact: "starts" }] } },
          },
        })),
      },
    ],
  };
}
