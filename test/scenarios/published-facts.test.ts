import { describe, expect, it } from "vitest";
import { pageLines } from "../../src/report/scenario-page.ts";
import { wrappedLines } from "../../src/report/wrapped-lines.ts";
import { metrics } from "../../src/sim/risk/metrics.ts";
import { programmeNames, shippedScenario } from "../laws/shipped-scenarios.ts";
import { type PublishedFact, publishedFacts } from "./published-facts.ts";
import type { Simulated } from "./simulated.ts";

type Verdict = "Reproduced" | "Not reproduced" | "Undecided";

/** Reproduced where the whole 95 % interval lies in the published range; failed where all of it lies outside. */
function verdictOf({ from, to }: PublishedFact, { value, se }: Simulated): Verdict {
  const [low, high] = [value - 1.96 * se, value + 1.96 * se];
  if (low >= from && high <= to) return "Reproduced";
  return high < from || low > to ? "Not reproduced" : "Undecided";
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

describe("each programme is held against a published fact that was no input", () => {
  it("of every programme that ships", () => {
    const held = publishedFacts.map((fact) => fact.scenario);
    expect([...held].sort()).toEqual([...programmeNames].sort());
  });

  for (const fact of publishedFacts) {
    it(`${fact.scenario}: ${fact.what}`, () => {
      const { page } = shippedScenario(fact.scenario).scenario;
      const { heldAgainst, outcome } = page!;
      expect(bracketed("published", heldAgainst)).toBe(fact.printed);
      // The criterion stands on the page: a tenth either way, or how a word is read.
      expect(fact.rule === undefined ? outcome : heldAgainst).toContain(fact.rule ?? "a tenth");
      const simulated = fact.simulate();
      const verdict = verdictOf(fact, simulated);
      expect(outcome, `${simulated.value} ± ${1.96 * simulated.se}`).toMatch(new RegExp(`^${verdict}\\b`));
      // Pages round to two digits, which is a twentieth at most.
      const tolerance = 0.05 * Math.abs(simulated.value) + 3 * simulated.se;
      expect(
        Math.abs(numberOf(bracketed("here", outcome)!) - simulated.value),
        `${simulated.value}`,
      ).toBeLessThan(tolerance);
    }, 120_000);
  }

  it.each(publishedFacts)("$scenario: its page is at most seven lines of 100 columns", ({ scenario }) => {
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

  it.each(publishedFacts)("$scenario: the command on its page can be asked", (fact) => {
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
