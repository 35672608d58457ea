import { describe, expect, it } from "vitest";
import { explainPath } from "../../src/cli/explain-path.ts";
import { readScenario } from "../../src/cli/scenario-input.ts";
import { noEmphasis } from "../../src/report/emphasis.ts";
import { explainedPathText } from "../../src/report/explained-path-text.ts";
import { visibleWidth } from "../../src/report/visible-width.ts";
import { openRun } from "../../src/sim/run-spec.ts";

async function explained(policy: string, at: number) {
  const { spec } = readScenario("dps-2017", {});
  const { checked } = openRun(spec!);
  return explainPath(checked!, spec!, {
    place: checked!.policies.findIndex((p) => p.spec.id === policy),
    basis: "same-unit-prices",
    threads: 1,
    paths: 512,
    seed: checked!.scenario.seed,
    choice: { at },
  });
}

describe("an explained future in a terminal", () => {
  it.each([
    ["both", 0.1],
    ["today", 0.5],
    ["flat-service-fee", 0.9],
  ] as const)("fits any width, and says nothing that is no word (%s at %d)", async (policy, at) => {
    const told = await explained(policy, at);
    for (const width of [60, 80, 100, 140]) {
      for (const month of [undefined, 1, 9, 20]) {
        const text = explainedPathText(told, { width, emphasis: noEmphasis, month });
        expect(text).not.toMatch(/[a-z][A-Z]|undefined|NaN|null|\[object|Pence/);
        // An address is one word, and is cut where it does not fit.
        for (const line of text.split("\n")) expect(visibleWidth(line), line).toBeLessThanOrEqual(width);
      }
    }
  });

  it("is two screens at most, whatever was decided", async () => {
    const text = explainedPathText(await explained("both", 0.1), { width: 100, emphasis: noEmphasis });
    expect(text.split("\n").length).toBeLessThanOrEqual(110);
  });
});
