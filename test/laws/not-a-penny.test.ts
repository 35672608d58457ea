import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { resolveAmount, workOut } from "../../src/engine/amount.ts";
import { round, roundingModes } from "../../src/engine/money.ts";
import type { CheckedScenario } from "../../src/sim/check-scenario.ts";
import type { LedgerColumns } from "../../src/sim/risk/ledger-columns.ts";
import { checkModel } from "../models/run-model.ts";
import { featureScenario, features } from "./feature-scenario.ts";
import { kernelLedgers } from "./replayed-paths.ts";
import { programmeNames, shippedNames, shippedScenario } from "./shipped-scenarios.ts";

// Law 2: inside, money is integer pence; every payment is rounded once; parts of a split sum to the whole.
const drawn: [string, () => CheckedScenario][] = [
  ...shippedNames.map((name): [string, () => CheckedScenario] => [name, () => shippedScenario(name)]),
  [
    "a scenario with every feature",
    () => checkModel(featureScenario(Object.keys(features).filter((name) => name !== "expected counts"))),
  ],
];
const money = [
  "margin",
  "peakFunding",
  "payment",
  "bill",
  "serviceFee",
  "startFee",
  "outcomePayment",
  "otherPayment",
  "cancellationFee",
  "paidWithNoReferral",
] as const;
const kinds = ["serviceFee", "startFee", "outcomePayment", "otherPayment", "cancellationFee"] as const;

describe("law 2: not a penny lost", () => {
  for (const [name, open] of drawn) {
    // Prices that are not whole pence would show a payment that is not rounded.
    for (const priceScale of [1, 0.9173]) {
      it(`${name} at ${priceScale} of its prices leaves whole pence, and kinds that sum to the payment`, () => {
        const wrong = kernelLedgers(
          open(),
          "penny",
          programmeNames.includes(name) ? 512 : 2048,
          priceScale,
        ).flatMap((ledger, place) => wrongPaths(ledger).map((line) => `policy ${place}: ${line}`));
        expect(wrong).toEqual([]);
      });
    }
  }

  it("instalments of any total in any number of parts sum to the total", () => {
    const names = { param: () => 0, code: () => 0 };
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 1, max: 120 }), (total, n) => {
        const amount = resolveAmount({ instalment: [{ fact: "total" }, { fact: "k" }, n] }, names);
        const part = (k: number) => workOut(amount, (name) => (name === "k" ? k : total));
        const parts = Array.from({ length: n }, (_, k) => part(k + 1));
        expect(parts.reduce((sum, x) => sum + x, 0)).toBe(total);
        expect(parts.every(Number.isInteger)).toBe(true);
        expect(part(0) === 0 && part(n + 1) === 0).toBe(true);
      }),
      { seed: 20170401 },
    );
  });

  it("where payments are not rounded, an instalment is its exact part of the total", () => {
    const names = { param: () => 0, code: () => 0, rounded: false };
    const amount = resolveAmount({ instalment: [1003, { fact: "k" }, 8] }, names);
    const parts = [0, 1, 5, 8, 9].map((k) => workOut(amount, () => k));
    // 1003 ÷ 8 = 125.375 and its multiples are exact in binary.
    expect(parts).toEqual([0, 125.375, 125.375, 125.375, 0]);
  });

  it("rounding gives a whole number not a unit away, the same for a half either side of 0, never −0", () => {
    const half = fc.integer({ min: -1e6, max: 1e6 }).map((n) => n / 2);
    fc.assert(
      fc.property(fc.oneof(half, fc.double({ min: -1e9, max: 1e9, noNaN: true })), (x) => {
        for (const mode of roundingModes) {
          const whole = round(x, mode);
          expect(Number.isInteger(whole) && !Object.is(whole, -0)).toBe(true);
          expect(Math.abs(whole - x)).toBeLessThanOrEqual(1);
        }
        expect(round(-x)).toBe(0 - round(x));
        expect(Math.abs(round(x) - x)).toBeLessThanOrEqual(0.5 + 1e-6);
      }),
      { seed: 20170401 },
    );
    expect(round(1.005 * 100)).toBe(101);
  });
});

function wrongPaths(ledger: LedgerColumns): string[] {
  const wrong: string[] = [];
  for (const name of money) {
    const path = ledger[name]!.findIndex((x) => !Number.isInteger(x) || Object.is(x, -0));
    if (path >= 0) wrong.push(`${name} is ${ledger[name]![path]} on path ${path}`);
  }
  ledger.payment!.forEach((payment, path) => {
    const sum = kinds.reduce((total, kind) => total + ledger[kind]![path]!, 0);
    if (sum !== payment) wrong.push(`kinds sum to ${sum}, payment is ${payment} on path ${path}`);
  });
  return wrong.slice(0, 5);
}
