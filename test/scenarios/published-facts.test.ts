import { describe, expect, it } from "vitest";
import { pageLines } from "../../src/report/scenario-page.ts";
import { wrappedLines } from "../../src/report/wrapped-lines.ts";
import { metrics } from "../../src/sim/risk/metrics.ts";
import { programmeNames, shippedScenario } from "../laws/shipped-scenarios.ts";
import { type PublishedFact, publishedFacts, untoldFacts } from "./published-facts.ts";
import type { Simulated } from "./simulated.ts";

type Verdict = "Reproduced" | "Not reproduced" | "Undecided";

/** Reproduced where the whole 95 % interval lies in the published range; failed where all of it lies outside. */
function verdictOf({ from, to }: PublishedFact, { value, se }: Simulated): Verdict {
  const [low, high] = [value - 1.96 * se, value + 1.96 * se];
  if (low >= from && high <= to) return "Reproduced";
  return high < from || low > to ? "Not reproduced" : "Undecided";
}

/** Where the source reads two ways and they disagree, nothing is decided. */
function verdictOfBoth(fact: PublishedFact, simulated: Simulated): Verdict {
  const verdict = verdictOf(fact, simulated);
  if (fact.otherwise === undefined) return verdict;
  return verdictOf(fact, fact.otherwise.simulate()) === verdict ? verdict : "Undecided";
}

/** What stands in brackets after a word: “(here: 28 %)”. */
function bracketed(word: string, text: string): string | undefined {
  return new RegExp(`\\(${word}: ([^)]+)\\)`).exec(text)?.[1];
}

/** A number as pages print it: pounds, percent and thousands; “−” for below 0. */
function numberOf(text: string): number {
  const digits = Number(text.replace("−", "-").replaceAll(/[£,% ]/g, ""));
  return text.includes("%") ? digits / 100 : digits;
}

/** That a number on a page is what was simulated: pages round to two digits, which is a twentieth at most. */
function expectPrinted(printed: string, simulated: Simulated): void {
  const tolerance = 0.05 * Math.abs(simulated.value) + 3 * simulated.se;
  expect(Math.abs(numberOf(printed) - simulated.value), `${simulated.value}`).toBeLessThan(tolerance);
}

const heldFacts = [...publishedFacts, ...untoldFacts];

describe("each programme is held against a published fact that it was not fitted to", () => {
  it("of every programme that ships", () => {
    const held = heldFacts.map((fact) => fact.scenario);
    expect([...held].sort()).toEqual([...programmeNames].sort());
  });

  for (const fact of publishedFacts) {
    it(`${fact.scenario}: ${fact.what}`, () => {
      const { page, limits } = shippedScenario(fact.scenario).scenario;
      const { heldAgainst, outcome } = page!;
      expect(bracketed("published", heldAgainst)).toBe(fact.printed);
      // The criterion stands on the page: a tenth either way, or how a word is read.
      expect(fact.rule === undefined ? outcome : heldAgainst).toContain(fact.rule ?? "a tenth");
      const simulated = fact.simulate();
      const verdict = verdictOfBoth(fact, simulated);
      expect(outcome, `${simulated.value} ± ${1.96 * simulated.se}`).toMatch(new RegExp(`^${verdict}\\b`));
      expectPrinted(bracketed("here", outcome)!, simulated);
      if (fact.otherwise === undefined) return;
      expect([outcome, ...limits].join("\n")).toContain(fact.otherwise.printed);
      expectPrinted(fact.otherwise.printed, fact.otherwise.simulate());
    }, 120_000);
  }

  for (const fact of untoldFacts) {
    it(`${fact.scenario}: cannot tell, as a judged figure decides`, () => {
      const { heldAgainst, outcome } = shippedScenario(fact.scenario).scenario.page!;
      expect(bracketed("published", heldAgainst)).toBe(fact.printed);
      expect(outcome).toMatch(/^Cannot tell\b.*\bjudged\b/);
      expect(numberOf(bracketed("here", outcome)!)).toBe(fact.judged());
      const [before, beyond] = [fact.before(), fact.beyond()];
      expect(before.value - 1.96 * before.se).toBeGreaterThan(0);
      expect(beyond.value + 1.96 * beyond.se).toBeLessThan(0);
    }, 120_000);
  }

  it.each(heldFacts)("$scenario: its limits begin with where the fact is from and the yardstick", (fact) => {
    const { limits } = shippedScenario(fact.scenario).scenario;
    expect(limits[0]).toContain(`Held against: ${fact.source}`);
    expect(limits[0]).toMatch(/counts as reproduced|neither confirmed nor refuted/);
  });

  it.each(heldFacts)("$scenario: its limits say which terms were judged", ({ scenario }) => {
    const { limits } = shippedScenario(scenario).scenario;
    expect(limits.filter((limit) => /\bJudged(, not published| or unconfirmed): /.test(limit))).toHaveLength(
      1,
    );
  });

  it.each(heldFacts)("$scenario: its page is at most seven lines of 100 columns", ({ scenario }) => {
    const lines = pageLines(shippedScenario(scenario).scenario);
    expect(lines.map(({ heading }) => heading)).toEqual([
      "What happened",
      "What is asked",
      "What is left out",
      "Held against (not fitted)",
      "Outcome",
    ]);
    const wrapped = lines.flatMap(({ heading, text }) => wrappedLines(`${heading}: ${text}`, 100));
    expect(wrapped.length, wrapped.join("\n")).toBeLessThanOrEqual(7);
  });

  it.each(heldFacts)("$scenario: the command on its page can be asked", (fact) => {
    const { scenario } = shippedScenario(fact.scenario);
    const { outcome } = scenario.page!;
    const command = fact.measures.length === 0 ? "draws" : "compare";
    expect(outcome).toContain(`riskshare ${command} ${fact.scenario} --policies ${fact.policy}`);
    expect(scenario.policies.map(({ id }) => id)).toContain(fact.policy);
    const named = scenario.variants.map(({ id }) => id).filter((id) => outcome.includes(id));
    expect([...named].sort()).toEqual([...(fact.variants ?? [])].sort());
    const measures = metrics.map(({ id }) => id).filter((id) => new RegExp(`\\b${id}\\b`).test(outcome));
    expect([...measures].sort()).toEqual([...fact.measures].sort());
  });
});
