import { describe, expect, it } from "vitest";
import * as riskshare from "../src/index.ts";
import { shippedText } from "./laws/shipped-scenarios.ts";

describe("the front door", () => {
  it("offers all that a comparison takes, from text to measures", async () => {
    const text = shippedText("standard-workload")
      .replace(/^policies:[\s\S]*/m, "policies: [{ id: bare, title: No terms, rulesets: [] }]")
      .concat("\n");
    const document = riskshare.parseDocument("bare.yaml", text, "yaml");
    expect(document.problems.map(riskshare.problemText)).toEqual([]);
    const { checked, problems } = riskshare.checkScenario(document, new Map());
    expect(problems.map(riskshare.problemText)).toEqual([]);
    const now = () => performance.now();
    const host = riskshare.openInlineHost(checked!, "door", { now, rest: async () => undefined });
    const requirement = checked!.scenario.requirement;
    const { result } = await riskshare.compare(
      checked!,
      { basis: "same-unit-prices", paths: 1000, requirement },
      host.simulate,
    );
    expect(result.policies[0]!.metrics.meanPayment!.value).toBe(0);
    expect(result.policies[0]!.metrics.meanReferrals!.value).toBeGreaterThan(100);
  });

  it("is opened by its name", async () => {
    const { exports } = (await import("../package.json", { with: { type: "json" } })).default;
    expect(exports["."]).toBe("./src/index.ts");
    expect(Object.keys(riskshare).length).toBeGreaterThan(40);
  });
});
