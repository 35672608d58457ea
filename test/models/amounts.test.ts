import { describe, expect, it } from "vitest";
import type { AmountSpec } from "../../src/engine/amount.ts";
import type { RoundingMode } from "../../src/engine/money.ts";
import { allPounds, policy, scenario, sets } from "./endings.ts";
import { runModel } from "./run-model.ts";
import { given, pays, plain, type Terms, terms, where } from "./terms.ts";

// One month, in which a number n from −3 to 12 is drawn; what is owed for each n is worked out by hand, in whole pence.
// Closed form: the arithmetic that the words of design.md, section 5, state. 512 paths; every path to the penny, every n
// seen (a fee of £1,000,000 × (n + 4) tells n).
const NUMBERS = Array.from({ length: 16 }, (_, k) => k - 3);
const n = { fact: "n" } as const;
const p = (name: string): AmountSpec => ({ param: name });
const parameters = {
  ...allPounds({ million: 1_000_000, price: 0.05, low: 0.1, high: 0.4, odd: 100.01, big: 3 }),
  share: plain(0.5),
  word: {
    type: "enum" as const,
    values: ["red", "blue"],
    default: "blue",
    unit: "colour",
    sentence: "A word.",
  },
  on: { type: "boolean" as const, default: true, unit: "yes or no", sentence: "A switch." },
};

function owed(clauses: Terms[], values: Record<string, unknown> = {}): Map<number, number> {
  const tells = terms("service-fee", "tells", [pays("tells", { mul: [p("million"), { add: [n, 4] }] })], {
    parameters,
    facts: given("n"),
  });
  const { ledgers } = runModel(
    scenario("amounts", 1, {
      drawn: {
        n: {
          type: "number",
          unit: "points",
          value: { empirical: { values: NUMBERS } },
          sentence: "A number.",
        },
      },
      rulesets: [tells, ...clauses],
      policies: [policy("amounts", ["tells", ...clauses.map((c) => c.id)], values)],
    }),
    { paths: 512, seed: "amounts" },
  );
  const { payment, serviceFee } = ledgers.amounts!;
  const seen = new Map<number, number>();
  for (const [i, fee] of serviceFee.entries()) {
    const of = fee / 1e8 - 4;
    const rest = payment[i]! - fee;
    expect(seen.get(of) ?? rest).toBe(rest);
    seen.set(of, rest);
  }
  return seen;
}

const one = (amount: AmountSpec): Terms[] => [
  terms("adjustment", "one", [pays("one", amount)], { parameters, facts: given("n") }),
];
const expectAmounts = (found: Map<number, number>, exact: (n: number) => number) =>
  expect([...found].sort((a, b) => a[0] - b[0])).toEqual(NUMBERS.map((k) => [k, exact(k) + 0]));

// 5p × n × 0.5 is 2.5 n pence: half a penny over for every odd n.
const half: AmountSpec = { mul: [p("price"), n, p("share")] };
const modes: [RoundingMode, (x: number) => number][] = [
  ["halfAwayFromZero", (x) => Math.sign(x) * Math.floor(Math.abs(x) + 0.5)],
  ["halfEven", (x) => (x % 1 === 0 ? x : 2 * Math.round(x / 2))],
  ["up", Math.ceil],
  ["down", Math.floor],
  ["awayFromZero", (x) => Math.sign(x) * Math.ceil(Math.abs(x))],
  ["towardsZero", Math.trunc],
];

describe("an amount", () => {
  it.each(modes)("is rounded %s to the penny", (mode, exact) => {
    expectAmounts(owed(one({ round: half, mode })), (k) => exact(2.5 * k));
  });

  it("that no clause rounds is rounded half away from zero, once", () => {
    expectAmounts(owed(one(half)), (k) => modes[0]![1](2.5 * k));
  });

  it.each<[string, AmountSpec, (k: number) => number]>([
    [
      "clamp",
      { clamp: [{ mul: [p("price"), n] }, p("low"), p("high")] },
      (k) => Math.min(Math.max(5 * k, 10), 40),
    ],
    [
      "min and max",
      { min: [p("high"), { max: [{ mul: [p("price"), n] }, 0] }] },
      (k) => Math.min(40, Math.max(5 * k, 0)),
    ],
    ["div", { div: [p("big"), n], otherwise: p("low") }, (k) => (k === 0 ? 10 : modes[0]![1](300 / k))],
    [
      "a quotient that is 0 over 0",
      { div: [{ mul: [p("big"), 0] }, n], otherwise: p("low") },
      (k) => (k === 0 ? 10 : 0),
    ],
    ["sub of several", { sub: [p("big"), { mul: [p("price"), n] }, p("low")] }, (k) => 290 - 5 * k],
    [
      "tiers",
      {
        tiers: {
          of: n,
          bands: [{ upTo: 2, rate: p("high") }, { upTo: 5, rate: p("low") }, { rate: p("price") }],
        },
      },
      (k) => 40 * part(k, 0, 2) + 10 * part(k, 2, 5) + 5 * part(k, 5, 99),
    ],
    [
      "table up to",
      {
        table: {
          of: n,
          rows: [
            { upTo: 0, value: p("low") },
            { is: 4, value: p("big") },
            { upTo: 7, value: p("high") },
          ],
          otherwise: p("price"),
        },
      },
      (k) => (k <= 0 ? 10 : k === 4 ? 300 : k <= 7 ? 40 : 5),
    ],
    [
      "instalment, k-th of seven parts of £100.01",
      { instalment: [p("odd"), n, 7] },
      (k) => (k < 1 || k > 7 ? 0 : cents((10_001 * k) / 7) - cents((10_001 * (k - 1)) / 7)),
    ],
  ])("%s is what its words say", (_, amount, exact) => expectAmounts(owed(one(amount)), exact));

  it("instalments sum to the whole", () => {
    const found = owed(one({ instalment: [p("odd"), n, 7] }));
    expect([...found.values()].reduce((a, b) => a + b)).toBe(10_001);
  });
});

const part = (k: number, from: number, to: number) => Math.max(0, Math.min(k, to) - from);
const cents = (x: number) => Math.floor(x + 0.5);

describe("facts that rules set", () => {
  const facts: Terms["facts"] = {
    ...given("n"),
    levelPence: { unit: "pence", default: 700, from: "set", sentence: "A level that a rule sets." },
    colour: {
      type: "enum",
      values: ["red", "blue"],
      unit: "colour",
      default: "red",
      from: "set",
      sentence: "A colour.",
    },
    mild: {
      type: "boolean",
      unit: "yes or no",
      default: false,
      from: "set",
      sentence: "Is the number mild?",
    },
  };
  const setter = terms("fault", "setter", [], {
    parameters,
    facts,
    stages: [
      {
        hitPolicy: "first",
        rules: [
          sets("levelPence", { mul: [p("price"), n] }, { all: [where("n", "greaterThan", 6)] }),
          sets("mild", true, { all: [where("n", "in", [0, 1, 2])] }),
          sets("colour", "blue", { all: [where("n", "greaterThan", 3)] }),
        ],
      },
      // A later stage reads what an earlier one set, and writes it anew.
      {
        hitPolicy: "first",
        rules: [
          sets(
            "levelPence",
            { add: [{ fact: "levelPence" }, p("low")] },
            { all: [where("mild", "equal", true)] },
            "mild level",
          ),
        ],
      },
    ],
  });
  const reader = terms(
    "adjustment",
    "reader",
    [
      pays("forLevel", { fact: "levelPence" }),
      pays("forColour", {
        table: { of: { fact: "colour" }, rows: [{ is: "blue", value: p("big") }], otherwise: 0 },
      }),
      pays("forMatch", p("low"), {
        when: { all: [where("colour", "equal", { fact: "word" }), where("on", "equal", true)] },
      }),
    ],
    { parameters, facts },
  );
  const exact = (k: number, mine: string, on: boolean) => {
    const level = (k > 6 ? 5 * k : 700) + (k >= 0 && k <= 2 ? 10 : 0);
    const colour = k > 3 ? "blue" : "red";
    return level + (colour === "blue" ? 300 : 0) + (on && colour === mine ? 10 : 0);
  };

  it.each([
    ["blue", true],
    ["red", true],
    ["red", false],
  ])(
    "reach later stages and kinds, and stand against parameters that are words or switches: %s, %s",
    (word, on) => {
      expectAmounts(owed([setter, reader], { word, on }), (k) => exact(k, word, on));
    },
  );

  it("are their defaults where nothing bound sets them", () => {
    expectAmounts(owed([reader]), () => 700);
  });
});
