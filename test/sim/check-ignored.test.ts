import { expect, test } from "vitest";
import { parseDocument } from "../../src/engine/document.ts";
import { problemText } from "../../src/engine/problem.ts";
import { checkScenario } from "../../src/sim/check-scenario.ts";

const problemsOf = (parts: object) => {
  const scenario = {
    id: "small",
    title: "Small",
    contractStart: "2017-04-01",
    contract: { lastReferralMonth: 6 },
    volume: { indicative: 3, factors: { awareness: 1 } },
    delivery: { startRate: 0.5 },
    policies: [{ id: "today", title: "Today", rulesets: [] }],
    ...parts,
  };
  const document = parseDocument("small.json", JSON.stringify(scenario), "json");
  return checkScenario(document, new Map()).problems.map((p) => problemText(p).replace(/^\S+ /, ""));
};
const lever = (more: object) => ({
  levers: [{ id: "push", title: "Push", quantity: "volume.factors.awareness", cost: 1, ...more }],
});
const drawn = (value: unknown) => ({ drawn: { coin: { value, sentence: "A coin." } } });

test("a distribution of a figure that is not drawn is refused, not read as its mean", () => {
  const range = { uniform: { min: 0, max: 0.5 } };
  for (const [part, key] of [
    ["provider", "reserves"],
    ["provider", "overdraft"],
    ["provider", "costOfCapital"],
    ["provider", "discountRate"],
  ] as const) {
    expect(problemsOf({ [part]: { [key]: 0.5 } })).toEqual([]);
    expect(problemsOf({ [part]: { [key]: range } })).toEqual([
      `${part}.${key}: unsupported distribution: uniform; expected one number, as this figure is not drawn; compare several values as variants`,
    ]);
  }
});

test("a lever that cannot start late or fade is refused, not applied throughout or dropped", () => {
  expect(problemsOf(lever({ scale: 1.2, delayMonths: 2, decayPerMonth: 0.1 }))).toEqual([]);
  const expected = "expected 0 except for a lever that scales one of volume.factors";
  expect(problemsOf(lever({ shift: 0.1, delayMonths: 2, decayPerMonth: 0.1 }))).toEqual([
    `levers[0] (push).delayMonths: unsupported value: 2; ${expected}`,
    `levers[0] (push).decayPerMonth: unsupported value: 0.1; ${expected}`,
  ]);
  expect(problemsOf(lever({ scale: 1.2, quantity: "delivery.startRate", delayMonths: 2 }))).toEqual([
    `levers[0] (push).delayMonths: unsupported value: 2; ${expected}`,
  ]);
});

test("a cost after the last month is refused, not lost", () => {
  const items = [
    { month: 6, pounds: 10 },
    { month: 7, pounds: 10 },
  ];
  expect(problemsOf({ costs: { setUp: items } })).toEqual([
    "costs.setUp[1].month: invalid month: 7; expected at most 6, the last month of the contract",
  ]);
  expect(problemsOf({ costs: { posts: { count: 1, costPerYear: 1, lastMonth: 9 } } })).toEqual([
    "costs.posts.lastMonth: invalid month: 9; expected at most 6, the last month of the contract",
  ]);
});

test("a drawn yes or no is 0 or 1", () => {
  for (const value of [0, 1, { bernoulli: { p: 0.3 } }, { empirical: { values: [0, 1, 1] } }]) {
    expect(problemsOf(drawn(value))).toEqual([]);
  }
  for (const value of [0.5, 2, { uniform: { min: 0, max: 1 } }, { empirical: { values: [0, 1, 2] } }]) {
    expect(problemsOf(drawn(value))).toHaveLength(1);
  }
});
