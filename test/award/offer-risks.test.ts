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

it("an offer at the price that the terms pay on their plan has the risk that compare gives, to the bit", async () => {
  const { checked } = openRun({ ...spec, policies: ["today"] });
  const host = openInlineHost(checked!, "risk", { now: () => 0, rest });
  const { requirement } = checked!.scenario;
  const options = { basis: "same-unit-prices" as const, paths, requirement };
  const { result } = await compare(checked!, options, host.simulate);
  const { metrics } = result.policies[0]!;
  // The plan of dps-2017 pays £40,000 for 60 referrals × 0.75 starts, less what rounding of prices leaves.
  const [risk] = (await offerRisks(offersWith("price: 40000"), input)).risks;
  expect(Math.abs(risk!.priceScale - 1)).toBeLessThan(0.002);
  expect(risk!.chanceOfLoss.value).toBeCloseTo(metrics.probabilityOfLoss!.value!, 2);
  expect(risk!.chanceOfFailure.value).toBeCloseTo(metrics.probabilityEndsEarly!.value!, 2);
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

it("an unknown policy is a problem in the usual grammar", async () => {
  const { problems } = await offerRisks(offersWith("price: 40000"), { ...input, policy: "todya" });
  expect(problems[0]).toMatchObject({
    adjective: "unknown",
    noun: "policy",
    found: "todya",
    hint: 'did you mean "today"?',
  });
});
