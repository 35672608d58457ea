import { describe, expect, it } from "vitest";
import { figuresSection } from "../../src/report/html/figures-section.ts";
import { scenarioListText } from "../../src/report/scenario-list-text.ts";
import { scenarioText } from "../../src/report/scenario-text.ts";
import { shippedScenario } from "../laws/shipped-scenarios.ts";
import { checkModel } from "../models/run-model.ts";
import { model, perStart } from "../models/terms.ts";

const checked = checkModel(
  model("paged", 6, {
    volume: { indicative: 5, places: 30 },
    contract: { lastReferralMonth: 6, calledOffValue: { value: 12000, source: "The call-off" } },
    delivery: { startRate: { value: 0.18, believed: 0.25, judgement: "Bids overstate." } },
    rulesets: [perStart(100)],
    policies: [
      { id: "as-shipped", title: "As shipped", rulesets: ["per-start"] },
      { id: "dearer", title: "Dearer", rulesets: ["per-start"], parameters: dearer(150) },
    ],
  }),
);

function dearer(price: number): Record<string, number> {
  return { [Object.keys(perStart(100).parameters!)[0]!]: price };
}

const [price] = Object.keys(perStart(100).parameters!);
const text = scenarioText(checked, 200).replaceAll("\u00a0", " ");
const html = JSON.stringify(figuresSection(checked, undefined));

describe("a scenario's page", () => {
  it("says the size of the contract", () => {
    expect(text).toContain(
      "30 places called off; £12,000 called off; referrals in months 1 to 6; start rate true 0.18; bidder believed 0.25",
    );
    expect(html).toContain("30 places called off; £12,000 called off");
  });

  it("shows what was believed beside what is true, and where no source is given", () => {
    expect(text).toContain(
      "delivery.startRate: true 0.18; bidder believed 0.25 — a judgement: Bids overstate.",
    );
    expect(text).toContain("volume.indicative: 5 — no source given");
    expect(html).toContain("true 0.18; bidder believed 0.25");
    expect(html).toContain("no source given");
  });

  it("lists each policy's parameters, those that were set and those at their defaults", () => {
    expect(text).toMatch(
      new RegExp(
        `as-shipped: .*\\n {4}at the library's defaults: ${price} £100\\n.*dearer: .*\\n {4}set here: ${price} £150`,
      ),
    );
    expect(html).toContain("Parameters in force");
    expect(html).toContain(`<td class=\\"words\\">£150</td><td class=\\"words\\">this scenario</td>`);
    expect(html).toContain(`<td class=\\"words\\">£100</td><td class=\\"words\\">default of the term</td>`);
  });

  it("begins with the programme's five lines, and so does its entry in the list", () => {
    const { scenario } = shippedScenario("whp-30-70");
    const page = scenarioText(shippedScenario("whp-30-70"), 1000).replaceAll("\u00a0", " ");
    for (const [heading, words] of [
      ["What happened", scenario.page!.happened],
      ["What is asked", scenario.page!.asks],
      ["What is left out", scenario.page!.leavesOut],
      ["Held against (not fitted)", scenario.page!.heldAgainst],
      ["Outcome", scenario.page!.outcome],
    ])
      expect(page).toContain(`\n${heading}: ${words}\n`);
    const list = scenarioListText([scenario], 1000).replaceAll("\u00a0", " ");
    expect(list).toContain(scenario.page!.happened);
  });
});
