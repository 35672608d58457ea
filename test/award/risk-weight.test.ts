import { expect, it } from "vitest";
import { type Requirement, requirementSchema } from "../../src/award/requirement-schema.ts";
import { withRiskWeight } from "../../src/award/with-risk-weight.ts";

const requirement = (...weights: number[]): Requirement =>
  requirementSchema.parse({
    id: "round",
    title: "A round",
    commissioner: { name: "A district" },
    published: "2020-01-01",
    budget: 100,
    criteria: weights.map((weight, k) => ({ id: `c${k}`, title: "C", weight, rule: "rated-share" })),
  });

it.each([
  [[60, 40], 20, [48, 32, 20]],
  [[33.33, 33.33, 33.34], 10, [30, 29.99, 30.01, 10]],
  [[100], 0.01, [99.99, 0.01]],
])("weights %j with %d for the risk become %j and come to 100", (before, weight, after) => {
  const weights = withRiskWeight(requirement(...before), weight).criteria.map(
    (criterion) => criterion.weight,
  );
  expect(weights).toEqual(after);
  expect(weights.reduce((sum, each) => sum + Math.round(each * 100), 0)).toBe(10_000);
});
