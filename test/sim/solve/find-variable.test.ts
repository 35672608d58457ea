import { describe, expect, it } from "vitest";
import { findVariable, solvableNames } from "../../../src/sim/solve/find-variable.ts";
import { openTrials } from "../../../src/sim/solve/trials.ts";
import { shippedText } from "../../laws/shipped-scenarios.ts";
import { checkedText, found, rest } from "./solved.ts";

const dps = checkedText(shippedText("dps-2017"));
const places = dps.policies.map((_, place) => place);
const names = solvableNames(dps, places);

describe("what can be solved for", () => {
  it("is found by its own name, and can be tried at both ends and where it is now", async () => {
    expect(names.length).toBeGreaterThan(40);
    for (const name of names) {
      const { variable, place } = found(dps, name);
      expect([name, variable.low <= variable.current && variable.current <= variable.high]).toEqual([
        name,
        true,
      ]);
      const trials = openTrials({ checked: dps, place, variable, metric: "meanMargin", seed: "x", rest });
      const tried = await trials.at([variable.low, variable.current, variable.high], 1);
      trials.close();
      for (const { estimate } of tried) expect([name, Number.isFinite(estimate.value)]).toEqual([name, true]);
    }
  });

  it("is what a hint proposes for a name that is misspelt", () => {
    for (const name of names) {
      const { problem } = findVariable(dps, `${name}x`, undefined);
      const hint = /([\w.-]+)\?$/.exec(problem!.hint ?? "")?.[1];
      if (hint !== undefined) expect(names).toContain(hint);
    }
    expect(findVariable(dps, "volume.indicative", undefined).problem?.hint ?? "").not.toContain("indicative");
    expect(findVariable(dps, "serviceFeeShar", undefined).problem?.hint).toContain("serviceFeeShare");
  });

  it("is no service fee share where nothing pays it back", () => {
    expect(findVariable(dps, "serviceFeeShare", "today").problem?.noun).toBe("parameter");
    expect(findVariable(dps, "serviceFeeShare", "flat-service-fee").found).toBeDefined();
  });

  it("is a lever's figure under the first policy that pulls it", () => {
    const { place } = found(dps, "levers.training.scale");
    expect(dps.policies[place]!.spec.id).toBe("training-and-champion");
  });
});
