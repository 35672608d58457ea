import { describe, expect, it } from "vitest";
import { agrees, follows, months, policy, same, scenario } from "./endings.ts";
import { chance, lawOf, quantile, sequences } from "./exact.ts";
import { runModel } from "./run-model.ts";
import { perStart } from "./terms.ts";

// Six months of 0, 2 or 6 starts (0.2, 0.2, 0.6) at £200 each against £700 a month and £500 of set-up, with payment at
// once or 1, 2 or 3 months late; reserves of £2,500. Peak funding is the most that cash is below zero at the end of any
// month, receipts after the last month included. Exact: all 3⁶ futures; 100,000 paths; no value but the walk's, each
// within 4 standard errors; the 95 % quantile, on an atom, to the penny.
const MONTHS = 6;

describe("peak funding under payment terms", () => {
  const terms = [0, 30, 60, 90];
  const { ledgers, measures } = runModel(
    scenario("peak-funding", MONTHS, {
      costs: { setUp: 500, perMonth: 700 },
      provider: { reserves: 2500 },
      rulesets: terms.map((days) => perStart(200, `after-${days}`, days)),
      policies: terms.map((days) => policy(`after-${days}`, [`after-${days}`])),
    }),
    { paths: 100_000, seed: "peak-funding" },
  );

  it.each(terms)("after %i days follows the law of the walk", (days) => {
    const id = `after-${days}`;
    const peaks = lawOf(
      sequences(months, MONTHS).map(({ values, chance }) => ({
        chance,
        peak: peakOf(values, days / 30).peak,
      })),
      ({ peak }) => peak,
    );
    const when = lawOf(
      sequences(months, MONTHS).map(({ values, chance }) => ({ chance, ...peakOf(values, days / 30) })),
      ({ month }) => month,
    );
    follows(`peak ${id}`, ledgers[id]!.peakFunding, peaks);
    follows(`month of the peak ${id}`, ledgers[id]!.peakFundingMonth!, when);
    expect(measures[id]!.peakFundingMonthQuantile50!.value).toBe(quantile(when, 0.5));
    agrees(
      `P(peak > reserves) ${id}`,
      measures[id]!.probabilityPeakFundingExceedsReserves!,
      chance(peaks, (x) => x > 250_000),
    );
    expect(measures[id]!.peakFundingQuantile95!.value).toBe(quantile(peaks, 0.95) / 100);
  });

  it("never changes what is paid in the end", () => {
    const { margin } = ledgers["after-0"]!;
    for (const days of terms)
      same(`margin after ${days}`, { margin: ledgers[`after-${days}`]!.margin }, { margin });
  });
});

function peakOf(starts: number[], late: number): { peak: number; month: number } {
  let cash = -50_000;
  let [peak, month] = [0, 0];
  for (let m = 1; m <= MONTHS + late; m++) {
    cash += 20_000 * (starts[m - 1 - late] ?? 0) - (m <= MONTHS ? 70_000 : 0);
    // The first month that is so deep.
    if (-cash > peak) [peak, month] = [-cash, m];
  }
  return { peak, month };
}
