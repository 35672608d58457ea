import { describe, expect, it } from "vitest";
import { scenarioNames } from "../../src/cli/library.ts";
import { plainlyRefused } from "../../src/notebook/refused-terms.ts";
import { startTerms, withExitRight } from "../../src/notebook/start-terms.ts";
import { termProblem } from "../../src/notebook/term-problem.ts";
import { termRange } from "../../src/notebook/term-range.ts";
import { movedTerms, startWords } from "../../src/notebook/term-words.ts";
import { firstTerms, policyOfTerms } from "../../src/notebook/terms.ts";
import { boundOf, describedScenario } from "./described-scenario.ts";

const named = { id: "your-terms", title: "Your terms", sentence: "Terms." };
const scenarios = scenarioNames().map((name) => describedScenario(name));
const scenarioOf = (id: string) => scenarios.find((one) => one.id === id)!;
const fixed = "\u00a0";

describe("the terms at which levers begin", () => {
  it.each(scenarios)("are the first policy's own in $id, which they leave as it is", (scenario) => {
    const [first] = scenario.policies;
    const bound = {
      rulesets: first!.rulesets.map(({ id }) => id),
      parameters: first!.own,
      levers: first!.levers,
    };
    const made = policyOfTerms(scenario, firstTerms(scenario), named);
    expect(boundOf(made)).toEqual(boundOf({ ...bound, levers: [...first!.levers] }));
    const start = startTerms(scenario, plainlyRefused(scenario));
    if (scenario.id === "dps-2017") expect(start).not.toEqual(firstTerms(scenario));
    else expect(start).toEqual(firstTerms(scenario));
  });

  it("say what was put in", () => {
    const scenario = scenarioOf("dps-2017");
    const start = startTerms(scenario, plainlyRefused(scenario));
    expect(startWords("Today", firstTerms(scenario), start)).toBe(
      `The levers begin at the terms of “Today” with an example put in: service fee 20${fixed}%, cancellation trigger 50${fixed}% and cap on the cancellation fee £8,750.`,
    );
    expect(startWords("Today", start, start)).toContain("nothing differs from that policy");
  });

  it("have an exit right put in where the scenario can have one and has none", () => {
    const triggerOf = (id: string) =>
      startTerms(scenarioOf(id), plainlyRefused(scenarioOf(id)), withExitRight).triggerShare;
    expect(triggerOf("whp-30-70")).toBe(0.5);
    expect(triggerOf("work-choice")).toBe(0);
    const own = firstTerms(scenarioOf("standard-workload"));
    expect(triggerOf("standard-workload")).toBe(own.triggerShare);
  });
});

describe("terms that a scenario cannot have", () => {
  it("are those in whose place it has another clause, and those that are not of its time", () => {
    const refused = plainlyRefused(scenarioOf("crc-volume-band"));
    expect(refused.serviceFeeShare).toBe(
      "This contract has another clause in its place: “An annual fee for service in twelve equal parts”.",
    );
    expect(refused.guaranteeShare).toContain("another clause in its place");
    expect(refused.triggerShare).toBe(
      "The library has this term for contracts from 1 January 2017; this one starts on 1 February 2015.",
    );
    expect(plainlyRefused(scenarioOf("dps-2017"))).toEqual({});
  });
});

describe("the range of a lever", () => {
  it("has no months of a service fee under 1 or past the contract's last", () => {
    for (const scenario of scenarios) {
      const { serviceFeeMonths } = firstTerms(scenario);
      const { min, max, isWhole } = termRange(scenario, "serviceFeeMonths", serviceFeeMonths);
      expect([scenario.id, min, max, isWhole]).toEqual([scenario.id, 1, scenario.months, true]);
      expect(serviceFeeMonths).toBeLessThanOrEqual(max);
    }
  });

  it("takes a share out at 0", () => {
    expect(termRange(scenarioOf("dps-2017"), "triggerShare", 50)).toMatchObject({ min: 0, max: 100 });
  });
});

describe("words of terms", () => {
  it("leave out what has no effect", () => {
    const before = { serviceFeeMonths: 6 };
    expect(movedTerms(before, { serviceFeeShare: 0.2, serviceFeeMonths: 12 })).toBe(
      `Moving service fee from 0${fixed}% to 20${fixed}%`,
    );
    const now = { serviceFeeShare: 0.2, serviceFeeMonths: 1 };
    expect(movedTerms({ ...now, serviceFeeMonths: 6 }, now)).toBe(
      `Moving months of service fee from 6${fixed}months to 1${fixed}month`,
    );
  });

  it("place a problem at its lever and not in a file", () => {
    const problem = { adjective: "invalid", noun: "value", found: "0" } as const;
    const where = "dps-2017:139:3 policies[9].parameters.serviceFeeMonths";
    expect(termProblem({ ...problem, where }).where).toBe("Months of service fee");
    expect(termProblem({ ...problem, where: "dps-2017:139:3 policies[9]" }).where).toBe("policies[9]");
  });
});
