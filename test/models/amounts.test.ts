import { describe, expect, it } from "vitest";
import type { AmountSpec } from "../../src/engine/amount.ts";
import type { RoundingMode } from "../../src/engine/money.ts";
import { n, one, owedByNumber, owes, p } from "./by-number.ts";

// One month, in which a number n from −3 to 12 is drawn; what is owed for each n is worked out by hand, in whole pence.
// Closed form: the arithmetic that the words of design.md, section 5, state. 512 paths; every path to the penny.

// 5p × n × 0.5 is 2.5 n pence: half a penny over for every odd n.
const half: AmountSpec = { mul: [p("price"), n, p("share")] };
const awayFromZero = (x: number) => Math.sign(x) * Math.floor(Math.abs(x) + 0.5);
const modes: [RoundingMode, (x: number) => number][] = [
  ["halfAwayFromZero", awayFromZero],
  ["halfEven", (x) => (x % 1 === 0 ? x : 2 * Math.round(x / 2))],
  ["up", Math.ceil],
  ["down", Math.floor],
  ["awayFromZero", (x) => Math.sign(x) * Math.ceil(Math.abs(x))],
  ["towardsZero", Math.trunc],
];
const times = (k: AmountSpec): AmountSpec => ({ mul: [p("price"), k] });
const bands = [{ upTo: 2, rate: p("high") }, { upTo: 5, rate: p("low") }, { rate: p("price") }];
const rows = [
  { upTo: 0, value: p("low") },
  { is: 4, value: p("big") },
  { upTo: 7, value: p("high") },
];
const inBand = (k: number, from: number, to: number) => Math.max(0, Math.min(k, to) - from);
const upTo = (k: number) => Math.floor((10_001 * Math.min(Math.max(k, 0), 7)) / 7 + 0.5);

const amounts: [string, AmountSpec, (k: number) => number][] = [
  ["clamp", { clamp: [times(n), p("low"), p("high")] }, (k) => Math.min(Math.max(5 * k, 10), 40)],
  ["min and max", { min: [p("high"), { max: [times(n), 0] }] }, (k) => Math.min(40, Math.max(5 * k, 0))],
  ["div", { div: [p("big"), n], otherwise: p("low") }, (k) => (k === 0 ? 10 : awayFromZero(300 / k))],
  ["0 over 0", { div: [{ mul: [p("big"), 0] }, n], otherwise: p("low") }, (k) => (k === 0 ? 10 : 0)],
  ["sub of several", { sub: [p("big"), times(n), p("low")] }, (k) => 290 - 5 * k],
  [
    "tiers",
    { tiers: { of: n, bands } },
    (k) => 40 * inBand(k, 0, 2) + 10 * inBand(k, 2, 5) + 5 * inBand(k, 5, 99),
  ],
  [
    "table",
    { table: { of: n, rows, otherwise: p("price") } },
    (k) => (k <= 0 ? 10 : k === 4 ? 300 : k <= 7 ? 40 : 5),
  ],
  ["instalment", { instalment: [p("odd"), n, 7] }, (k) => upTo(k) - upTo(k - 1)],
];

describe("an amount", () => {
  it.each(modes)("is rounded %s to the penny", (mode, exact) => {
    owes(owedByNumber(one({ round: half, mode })), (k) => exact(2.5 * k));
  });

  it("that no clause rounds is rounded half away from zero, once", () => {
    owes(owedByNumber(one(half)), (k) => awayFromZero(2.5 * k));
  });

  it.each(amounts)("%s is what its words say", (_, amount, exact) => {
    owes(owedByNumber(one(amount)), exact);
  });

  it("in instalments sums to the whole", () => {
    const found = owedByNumber(one({ instalment: [p("odd"), n, 7] }));
    expect([...found.values()].reduce((a, b) => a + b)).toBe(10_001);
  });
});
