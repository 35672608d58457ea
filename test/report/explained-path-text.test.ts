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
        // An address cut in two leads nowhere: where it does not fit it stands alone on its line.
        for (const line of text.split("\n"))
          if (!/^\s*\S*https?:\/\/\S*$/.test(line))
            expect(visibleWidth(line), line).toBeLessThanOrEqual(width);
        expect(text).not.toMatch(/https?:\S*…/);
      }
    }
  });

  it("shows what is received at 80 columns, and says what a table that is too narrow leaves out", async () => {
    const told = await explained("both", 0.1);
    const flat = (width: number) =>
      explainedPathText(told, { width, emphasis: noEmphasis }).replace(/\s+/g, " ");
    for (const width of [80, 100, 140]) {
      expect(flat(width)).toMatch(/ received .*──/);
      expect(flat(width)).not.toContain("Left out");
    }
    expect(flat(80)).toMatch(/At this width some payments stand together; a wider table has set-up fee/);
    expect(flat(140)).not.toContain("At this width");
    expect(flat(60)).toContain("Left out at this width: received.");
  });

  it("is two screens at most, whatever was decided", async () => {
    const text = explainedPathText(await explained("both", 0.1), { width: 100, emphasis: noEmphasis });
    expect(text.split("\n").length).toBeLessThanOrEqual(110);
  });
});
