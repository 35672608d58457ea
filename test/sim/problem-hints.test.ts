import { describe, expect, it } from "vitest";
import { readLibrary } from "../../src/cli/library.ts";
import { checkExamples } from "../../src/engine/check-examples.ts";
import { checkRuleset } from "../../src/engine/check-ruleset.ts";
import { parseDocument } from "../../src/engine/document.ts";
import { openEvaluate } from "../../src/engine/evaluate.ts";
import { problemText } from "../../src/engine/problem.ts";
import { rulesetSchema } from "../../src/engine/ruleset.ts";
import { checkScenario } from "../../src/sim/check-scenario.ts";
import { model, pays, pounds, terms } from "../models/terms.ts";

const library = new Map(readLibrary().rulesets.map((ruleset) => [ruleset.id, ruleset]));

/** What is said of a scenario, a line a problem, without the file's name. */
function said(parts: object): string[] {
  const written = { ...model("hinted", 6, { volume: { indicative: 5 } }), ...parts };
  const document = parseDocument("x", JSON.stringify(written, undefined, 1), "json");
  const { problems } = checkScenario(document, library);
  return [...document.problems, ...problems].map((problem) =>
    problemText(problem).replace(/^x:\d+:\d+ /, ""),
  );
}

const stage = (rate: unknown) => ({ delivery: { startRate: 1, stages: [{ id: "jobs", rate }] } });
const policy = (id: string, rulesets: string[], parameters: object = {}) => ({
  id,
  title: id,
  rulesets,
  parameters,
});

describe("a number as people write it", () => {
  it.each([
    ["18 %", '"18 %"; expected a number; write 0.18 for 18 %'],
    ["80%", '"80%"; expected a number; write 0.8 for 80 %'],
    [18, "18; expected at most 1; write 0.18 for 18 %"],
  ])("%j for a share is one line with a hint, bare or with its source", (rate, line) => {
    expect(said(stage(rate))).toEqual([`delivery.stages[0] (jobs).rate: invalid value: ${line}`]);
    expect(said(stage({ value: rate, judgement: "So." }))).toEqual([
      `delivery.stages[0] (jobs).rate.value: invalid value: ${line}`,
    ]);
  });

  it.each([
    ["£2,000", "write 2000 without £ and commas"],
    ["2,000", "write 2000 without commas or spaces"],
  ])("%j for pounds", (setUp, hint) => {
    expect(said({ costs: { setUp } })[0]).toMatch(new RegExp(`; ${hint}$`));
    expect(said({ policies: [policy("p", ["per-start"], { startPrice: setUp })] })).toEqual([
      `policies[0] (p).parameters.startPrice: invalid value for startPrice: "${setUp}"; expected a number of pounds; ${hint}`,
    ]);
  });

  it("a share of a term in per cent", () => {
    const policies = [policy("p", ["per-start", "flat-share"], { serviceFeeShare: 50 })];
    expect(said({ policies })[0]).toMatch(
      /serviceFeeShare: 50; expected at most 1 share; write 0\.5 for 50 %$/,
    );
  });

  it("is no hint where it may be meant", () => {
    expect(said(stage(1.2))).toEqual([
      "delivery.stages[0] (jobs).rate: invalid value: 1.2; expected at most 1",
    ]);
  });
});

describe("a problem is told once, where it is", () => {
  it("a value that the scenario sets for all policies", () => {
    const policies = ["a", "b", "c"].map((id) => policy(id, ["per-start"]));
    expect(said({ parameters: { startPrice: -5 }, policies })).toEqual([
      "parameters.startPrice: invalid value for startPrice: -5; expected at least 0 pounds",
    ]);
    // A policy's own comes before it, and is told at its own line.
    const own = [policy("a", ["per-start"], { startPrice: -6 }), policy("b", ["per-start"])];
    expect(said({ parameters: { startPrice: 5 }, policies: own })).toEqual([
      "policies[0] (a).parameters.startPrice: invalid value for startPrice: -6; expected at least 0 pounds",
    ]);
  });

  it("two cancellation terms, without what follows from the second", () => {
    const drawn = { evidenceAccepted: { value: 1, sentence: "Is it?" } };
    const bound = ["per-start", "by-what-both-see", "set-up-and-notice", "to-date", "exit-right"];
    expect(said({ drawn, policies: [policy("p", bound, { feePerMissing: 3 })] })).toEqual([
      "policies[0] (p): ambiguous cancellation rulesets: set-up-and-notice, to-date; expected at most one of kind cancellation",
    ]);
  });

  it("an outcome of another name, with the stages that there are", () => {
    expect(said({ ...stage(0.5), policies: [policy("p", ["single-outcome"])] })).toEqual([
      "policies[0] (p) single-outcome: missing fact: jobOutcomes; expected the scenario to give it, as an outcome stage or a drawn fact; name a stage jobOutcomes under delivery.stages, or bind a term that reads jobs",
    ]);
  });
});

it("a title for an id is likely its words", () => {
  expect(said({ policies: [policy("p", ["Minimum guarantee"])] })[0]).toMatch(
    /; did you mean "minimum-guarantee"\?$/,
  );
});

it("a comma in a text within { } is said to need quotes", () => {
  const { stages: _, ...rest } = terms("start-fee", "fee", [pays("fee", { fact: "duePence" })]);
  const text = JSON.stringify({ ...rest, source: 0 });
  const document = parseDocument(
    "x",
    text.replace('"source":0', '"source": [{ document: One, two. }]'),
    "yaml",
  );
  const lines = checkRuleset(document, document.value).problems.map(problemText);
  expect(lines.find((line) => line.includes("two."))).toMatch(
    /unknown key: two\..*; within \{ \} a comma ends a value: put a text that has one in quotes$/,
  );
});

it("an example in pounds where pence are read is told once, with a hint", async () => {
  const example = { name: "two", given: { starts: 2 }, expect: { feePence: 300 }, because: "2 × £150" };
  const amount = { mul: [{ param: "price" }, { fact: "starts" }] };
  const written = terms("start-fee", "fee", [pays("fee", amount)], {
    parameters: { price: pounds(150, true) },
    examples: [example],
  });
  const problems = await checkExamples(rulesetSchema.parse(written), openEvaluate(), () => "x");
  expect(problems.map(problemText)).toEqual([
    'x: invalid example "two": feePence is 30000 in both ways; expected 300, because 2 × £150; facts and expectations are in pence, parameters in pounds',
  ]);
});
