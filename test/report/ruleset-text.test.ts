import { expect, test } from "vitest";
import { readLibrary } from "../../src/cli/library.ts";
import { givesOf } from "../../src/report/ruleset-gives.ts";
import { needsOf } from "../../src/report/ruleset-needs.ts";
import { rulesetText } from "../../src/report/ruleset-text.ts";

const library = readLibrary().rulesets;
const shipped = (id: string) => library.find((ruleset) => ruleset.id === id)!;

test("a ruleset needs what it declares and does not set, and gives payments, facts and grounds", () => {
  const baseline = shipped("above-baseline");
  expect(needsOf(baseline).map(({ name, from }) => [name, from])).toEqual([
    ["jobOutcomes", "scenario"],
    ["jobOutcomesAfterEnd", "scenario"],
  ]);
  expect(givesOf(baseline)).toEqual([
    { what: "payment", name: "additionalOutcome" },
    { what: "fact", name: "peopleCounted", sentence: "Starts or referrals to date, as the terms say." },
  ]);
  expect(givesOf(shipped("exit-right")).map(({ what, name }) => `${what} ${name}`)).toEqual([
    "ground providerExit",
    "ground commissionerExit",
  ]);
});

test("a ruleset's text says what it needs and gives, and the range of each parameter", () => {
  const text = rulesetText(shipped("above-baseline"), 400);
  expect(text).toContain("jobOutcomes, which the scenario must give: People who reached a job outcome");
  expect(text).toContain("What it gives\n  · additionalOutcome, a payment\n  · peopleCounted: Starts or");
  expect(text).toContain(
    "Baseline of (starts): Is the baseline a share of starts, or of accepted referrals?",
  );
  expect(text).toContain("One of starts or referrals.");
  expect(text).toContain("From £0 to £100,000.");
});
