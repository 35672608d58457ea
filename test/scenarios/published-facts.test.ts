import { describe, expect, it } from "vitest";
import { programmeNames, shippedScenario } from "../laws/shipped-scenarios.ts";
import { type PublishedFact, publishedFacts } from "./published-facts.ts";
import type { Simulated } from "./simulated.ts";

type Verdict = "reproduces" | "fails to reproduce" | "cannot tell whether it reproduces";

/** Reproduced where the whole 95 % interval lies in the published range; failed where all of it lies outside. */
function verdictOf({ from, to }: PublishedFact, { value, se }: Simulated): Verdict {
  const [low, high] = [value - 1.96 * se, value + 1.96 * se];
  if (low >= from && high <= to) return "reproduces";
  return high < from || low > to ? "fails to reproduce" : "cannot tell whether it reproduces";
}

/** What a page says: “<verdict> a published fact that it was not fitted to: … (published: 25 %; here: 28 %)”. */
function saidBy(summary: string): { verdict: string; published: string; here: string } | undefined {
  const found =
    /(reproduces|fails to reproduce|cannot tell whether it reproduces) a published fact that it was not fitted to: .*\(published: ([^;]+); here: ([^)]+)\)/i.exec(
      summary,
    );
  return found ? { verdict: found[1]!.toLowerCase(), published: found[2]!, here: found[3]! } : undefined;
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
      const summary = shippedScenario(fact.scenario).scenario.summary ?? "";
      const said = saidBy(summary);
      expect(said, summary).toBeDefined();
      expect(said!.published).toBe(fact.printed);
      const simulated = fact.simulate();
      expect(said!.verdict, `${simulated.value} ± ${1.96 * simulated.se}`).toBe(verdictOf(fact, simulated));
      // Pages round to two digits, which is a twentieth at most.
      const tolerance = 0.05 * Math.abs(simulated.value) + 3 * simulated.se;
      expect(Math.abs(numberOf(said!.here) - simulated.value), `${simulated.value}`).toBeLessThan(tolerance);
    }, 120_000);
  }
});
