import { expect, it } from "vitest";
import { offerRisks } from "../../src/award/offer-risks.ts";
import { openInlineHost } from "../../src/host/inline-host.ts";
import { compare } from "../../src/sim/compare.ts";
import { openRun, type RunSpec } from "../../src/sim/run-spec.ts";
import { shippedRulesets, shippedText } from "../laws/shipped-scenarios.ts";
import { readRound, shippedTexts } from "./read-round.ts";

const spec: RunSpec = {
  name: "dps-2017",
  text: shippedText("dps-2017"),
  format: "yaml",
  library: shippedRulesets(),
  changes: {},
  seed: "risk",
};
const rest = async () => undefined;
const paths = 2048;
const input = { spec, policy: "today", paths, seed: "risk", rest };

/** Offers to the round for lone parents, each with something of its own. */
function offersWith(...own: readonly string[]) {
  const list = own.map(
    (more, k) =>
      `  - { id: o-${k}, bidder: { name: O }, leadInMonths: 2, ${more}, quality: { understanding: { rating: 4 }, specialistFit: { rating: 4 }, socialValue: { rating: 2 }, delivery: { rating: 4 } } }`,
  );
  const { open, problems } = readRound(shippedTexts("dps-lone-parents")[0], `offers:\n${list.join("\n")}\n`);
  if (open === undefined) throw new Error(problems.join("\n"));
  return open.offers;
}

it("an offer has the risk that compare gives at its scale of unit prices, to the bit", async () => {
  const { checked } = openRun({ ...spec, policies: ["today"] });
  const host = openInlineHost(checked!, "risk", { now: () => 0, rest });
  const { risks } = await offerRisks(offersWith("price: 40000", "price: 44000"), input);
  for (const risk of risks) {
    const { requirement } = checked!.scenario;
    const scaled: typeof host.simulate = (policies, count) =>
      host.simulate(
        policies.map((policy) => ({ ...policy, priceScale: risk.priceScale })),
        count,
      );
    const { result } = await compare(checked!, { basis: "same-unit-prices", paths, requirement }, scaled);
    const { metrics } = result.policies[0]!;
    expect([risk.chanceOfLoss, risk.chanceOfFailure, risk.averageWorstLoss]).toEqual([
      metrics.probabilityOfLoss,
      metrics.probabilityEndsEarly,
      metrics.expectedShortfall95,
    ]);
  }
  // The plan of dps-2017 pays £40,000 for 60 referrals × 0.75 starts, less what rounding of prices leaves.
  expect(Math.abs(risks[0]!.priceScale - 1)).toBeLessThan(0.002);
  // All prices are unit prices there, so a tenth more in all is a tenth more on each.
  expect(risks[1]!.priceScale / risks[0]!.priceScale).toBeCloseTo(1.1, 9);
});

it("on the same futures a higher price loses no more often, and lower costs lose less", async () => {
  const { risks, problems } = await offerRisks(
    offersWith("price: 36000", "price: 40000", "price: 44000", "price: 40000, costs: { setUp: 1000 }"),
    input,
  );
  expect(problems).toEqual([]);
  const losses = risks.map(({ chanceOfLoss }) => chanceOfLoss.value!);
  expect(losses[1]!).toBeLessThan(losses[0]!);
  expect(losses[2]!).toBeLessThan(losses[1]!);
  expect(losses[3]!).toBeLessThan(losses[1]!);
  expect(risks[3]!.averageWorstLoss.value!).toBeLessThan(risks[1]!.averageWorstLoss.value!);
});

it("what is wrong with a cost is told once for each offer, and what is wrong with the scenario once", async () => {
  const offers = offersWith(
    "price: 40000, costs: { postCostPerYear: 1 }",
    "price: 40000, costs: { postCostPerYear: 1 }",
  );
  const without = spec.text.replace(/^ {2}posts:\n(?: {4}.*\n)+/m, "");
  const { problems } = await offerRisks(offers, { ...input, spec: { ...spec, text: without } });
  const costs = problems.filter(({ noun }) => noun === "cost").map(({ where, found }) => [where, found]);
  expect(costs).toEqual([
    ["o-0", "costs.posts.costPerYear"],
    ["o-1", "costs.posts.costPerYear"],
  ]);
  const broken = spec.text.replace("leadInMonths: 2", "leadInMonth: 2");
  const wrong = await offerRisks(offersWith("price: 40000", "price: 41000"), {
    ...input,
    spec: { ...spec, text: broken },
  });
  expect(wrong.problems.length).toBe(1);
});

it("an unknown policy is a problem in the usual grammar", async () => {
  const { problems } = await offerRisks(offersWith("price: 40000"), { ...input, policy: "todya" });
  expect(problems[0]).toMatchObject({
    adjective: "unknown",
    noun: "policy",
    found: "todya",
    hint: 'did you mean "today"?',
  });
});
