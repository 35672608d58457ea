import { expect, test } from "vitest";
import { type Guess, nextScale } from "../../src/sim/solve-scale.ts";

// A miss that rises in steps, as a chance of loss over few possible amounts does: flat from 1 to the step.
const stepsUpAt = (step: number) => (scale: number) => (scale < step ? -10 : 20);

function search(missOf: (scale: number) => number, most: number): Guess[] {
  const guesses: Guess[] = [];
  for (let scale: number | undefined = 1; scale !== undefined && guesses.length < most; ) {
    guesses.push({ scale, miss: missOf(scale) });
    scale = nextScale(guesses);
  }
  return guesses;
}

test("where the miss is flat the search steps on outwards, each step twice the one before", () => {
  const scales = search(stepsUpAt(1000), 6).map((g) => g.scale);
  // 1 and 1.05, then steps of 0.1, 0.2, 0.4, 0.8.
  for (const [i, expected] of [1, 1.05, 1.15, 1.35, 1.75, 2.55].entries())
    expect(scales[i]).toBeCloseTo(expected, 12);
  const down = search((scale) => (scale < 0.001 ? -10 : 20), 4).map((g) => g.scale);
  for (const [i, expected] of [1, 0.95, 0.85, 0.65].entries()) expect(down[i]).toBeCloseTo(expected, 12);
});

test("a step between two flats is closed in from both sides", () => {
  for (const step of [1.6, 0.3, 7]) {
    const guesses = search(stepsUpAt(step), 16);
    const below = Math.max(...guesses.filter((g) => g.miss < 0).map((g) => g.scale));
    const above = Math.min(...guesses.filter((g) => g.miss > 0).map((g) => g.scale));
    expect(below).toBeLessThan(step);
    expect(above).toBeGreaterThanOrEqual(step);
    expect(above - below).toBeLessThan(0.2 * step);
  }
});

test("a straight line is solved by its first secant in the bracket", () => {
  // 100 × (scale − 1.3): guesses 1 and 1.05, then 1.2 times the step to the root, then the root itself by a secant.
  const guesses = search((scale) => 100 * (scale - 1.3), 5);
  expect(Math.min(...guesses.map((g) => Math.abs(g.scale - 1.3)))).toBeLessThan(1e-9);
});
