import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { calibrate } from "../../src/calibrate/calibrate.ts";
import { fragmentOf } from "../../src/calibrate/fragment.ts";
import { intoScenario } from "../../src/calibrate/into-scenario.ts";
import { readHistory } from "../../src/calibrate/reading/read-history.ts";
import { readLibrary, scenarioNames } from "../../src/cli/library.ts";
import { parseDocument } from "../../src/engine/document.ts";
import { problemText } from "../../src/engine/problem.ts";
import { yamlText } from "../../src/engine/yaml-text.ts";
import { checkScenario } from "../../src/sim/check-scenario.ts";
import { truths } from "./recovery.ts";
import { openHistories } from "./simulated-history.ts";

const library = new Map(readLibrary().rulesets.map((ruleset) => [ruleset.id, ruleset]));
const scenarioValue = (name: string) =>
  parseDocument(name, readFileSync(`scenarios/${name}.yaml`, "utf8"), "yaml").value;
const shipped = (name: string) =>
  calibrate(readHistory(name, readFileSync(`scenarios/histories/${name}.csv`, "utf8")).history!);
const four = shipped("four-districts");
const half = shipped("half-a-year");

describe("a fragment", () => {
  it.each(scenarioNames())("goes into %s, which then passes its checks, variants too", (name) => {
    for (const fitted of [four, half]) {
      const text = yamlText(intoScenario(scenarioValue(name), fragmentOf(fitted), fitted.ramp !== undefined));
      const document = parseDocument("made.yaml", text, "yaml");
      const { checked, problems } = checkScenario(document, library);
      expect(problems.map(problemText)).toEqual([]);
      for (const { id } of checked!.scenario.variants)
        expect(checkScenario(document, library, { variant: id }).problems.map(problemText)).toEqual([]);
    }
  });

  it("says of each figure from which months it comes", () => {
    const { volume, delivery } = fragmentOf(four);
    const figures = [
      volume.factors.referralRatio,
      volume.overDispersion!.distribution,
      delivery!.startRate,
      ...delivery!.stages!.map(({ rate }) => rate),
    ];
    for (const { derived } of figures) expect(derived).toMatch(/4 contracts, 2022-04 to 2023-09$/);
  });

  it("draws what was fitted: the ratio as its median, months with mean 1, rates with their means", () => {
    const text = yamlText(intoScenario(scenarioValue("dps-2017"), fragmentOf(four), true));
    const { scenario } = checkScenario(parseDocument("made.yaml", text, "yaml"), library).checked!;
    const { referralRatio } = scenario.volume.factors;
    expect(referralRatio!.distribution).toMatchObject({ kind: "lognormal" });
    const { median, sdlog } = referralRatio!.distribution as { median: number; sdlog: number };
    expect(median).toBeCloseTo(four.volume.ratio.value, 3);
    const own = four.volume.spread!.value;
    expect(sdlog).toBeCloseTo(Math.hypot(own, four.volume.ratioError), 3);
    expect(scenario.volume.overDispersion!.distribution.mean).toBeCloseTo(1, 9);
    expect(scenario.volume.ramp).toHaveLength(four.ramp!.ramp.peakMonth);
    expect(scenario.delivery.startRate.mean).toBeCloseTo(four.starts!.share.value, 3);
    // The causes that levers name stay, and no longer move anything by themselves.
    expect(scenario.volume.factors.awareness!.distribution).toEqual({ kind: "fixed", value: 1 });
    // What is claimed is what the history counts.
    expect(scenario.delivery.stages[0]!.claimedShare).toBeUndefined();
    expect(scenario.delivery.jobOutcome).toBe("outcomes13Weeks");
  });

  it("of one contract draws what the table says: the ratio and the shares as means", () => {
    const { volume, delivery } = fragmentOf(half);
    // 50 of 60 indicated, 39 of 50 started (scenarios/histories/half-a-year.csv).
    expect(volume.factors.referralRatio.value).toMatchObject({ lognormal: { mean: 0.8333 } });
    expect(delivery!.startRate.value).toEqual({ beta: { mean: 0.78, size: 50 } });
    const [outcomes] = delivery!.stages!;
    const { value } = half.stages[0]!.fit!.share;
    expect((outcomes!.rate.value as { beta: { mean: number } }).beta.mean).toBeCloseTo(value, 4);
    expect(outcomes!.rate.derived).not.toContain("drawn");
  });

  it("says why a mean that is drawn is not the figure beside it, with both", () => {
    const months = [1, 2, 3].map((month) => `${month},10,8,0`).join("\n");
    const none = calibrate(readHistory("h.csv", `month,indicative,referrals,starts\n${months}`).history!);
    // Half a person of 24 and one more: 0.5 ÷ 25.
    expect(fragmentOf(none).delivery!.startRate).toMatchObject({
      value: { beta: { mean: 0.02, size: 25 } },
      derived: expect.stringContaining(
        "0 of 24 referrals started, 0 of them; the mean drawn is 0.02, by half a person more each way",
      ),
    });
    const { volume, delivery } = fragmentOf(four);
    const { median, sdlog } = (volume.factors.referralRatio.value as { lognormal: Record<string, number> })
      .lognormal as { median: number; sdlog: number };
    const [, mean] = /so that the mean drawn is ([\d.]+)/.exec(volume.factors.referralRatio.derived!)!;
    expect(Number(mean)).toBeCloseTo(median * Math.exp((sdlog * sdlog) / 2), 4);
    const [, all, typical] = /, ([\d.]+) of all of them, and ([\d.]+) in a typical contract/.exec(
      delivery!.startRate.derived!,
    )!;
    expect(Number(all)).toBeCloseTo(479 / 632, 4);
    expect(Number(typical)).toBeCloseTo(four.starts!.share.value, 4);
  });

  it("is what the manual shows for the shipped history", () => {
    const [, text] = /^```yaml scenario\n([\s\S]*?)^```$/m.exec(readFileSync("docs/calibrating.md", "utf8"))!;
    const shown = parseDocument("calibrating.md", text!, "yaml").value as {
      volume: object;
      delivery: object;
    };
    const { volume, delivery } = fragmentOf(four);
    // Objects that were read have no prototype.
    const plain = (value: unknown) => JSON.parse(JSON.stringify(value));
    expect(plain(shown)).toMatchObject(plain({ volume, delivery }));
  });

  it("of a short history keeps what it could not tell: a scenario's own ramp and second stage", () => {
    const value = scenarioValue("dps-2017") as { volume: object };
    const ramped = { ...value, volume: { ...value.volume, ramp: [0.5, 1] } };
    const merged = intoScenario(ramped, fragmentOf(half), half.ramp !== undefined) as {
      volume: { ramp: number[] };
      delivery: { stages: { id: string; rate: { value: unknown } }[] };
    };
    expect(merged.volume.ramp).toEqual([0.5, 1]);
    expect(merged.delivery.stages.map(({ id }) => id)).toEqual(["outcomes13Weeks", "outcomes26Weeks"]);
    expect(merged.delivery.stages[1]!.rate.value).toBe(0.7826);
  });

  it("of a contract without any referral beside others has a chance of none", () => {
    const draw = openHistories(truths["four contracts, 18 months"]);
    const history = draw("none");
    const [first, ...others] = history.contracts;
    const empty = {
      ...first!,
      referrals: first!.referrals.map(() => 0),
      starts: first!.starts.map(() => 0),
      outcomes: new Map([...first!.outcomes].map(([id, months]) => [id, months.map(() => 0)])),
    };
    const { volume } = fragmentOf(calibrate({ ...history, contracts: [empty, ...others] }));
    expect(volume.chanceOfNone!.value).toBe(0.25);
  });
});
