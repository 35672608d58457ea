import { describe, expect, it } from "vitest";
import { openInlineHost } from "../../src/host/inline-host.ts";
import { comparisonOf } from "../../src/report/comparison.ts";
import { csvTables } from "../../src/report/csv-tables.ts";
import { reportHtml } from "../../src/report/report-html.ts";
import type { Basis } from "../../src/sim/basis.ts";
import { compare } from "../../src/sim/compare.ts";
import { scenario } from "../models/endings.ts";
import { checkModel } from "../models/run-model.ts";
import { flatFee, perStart } from "../models/terms.ts";

// Two contracts of one provider over one month of Poisson referrals: 4 in the north, 9 in the south, £100 a start,
// costs of £500 a month each; the second policy adds a service fee of £40. Exact by the Poisson law; 4,096 futures,
// within 4 standard errors.
const paths = 4096;
const checked = checkModel(
  scenario("two-contracts", 1, {
    volume: { indicative: 4 },
    costs: { perMonth: 500 },
    rulesets: [perStart(100), flatFee(40, 1)],
    contracts: {
      each: [
        { id: "north", title: "North", change: {} },
        { id: "south", title: "South <b>", change: { "volume.indicative": 9 } },
      ],
    },
    policies: [
      { id: "results", title: "Results", rulesets: ["per-start"] },
      { id: "with-fee", title: "With fee", rulesets: ["per-start", "flat-fee"] },
    ],
  }),
);
const indicated = [4, 9];

async function comparedOn(basis: Basis) {
  const host = openInlineHost(checked, "two-contracts", { now: () => 0, rest: () => Promise.resolve() });
  const { requirement } = checked.scenario;
  const { result } = await compare(checked, { basis, paths, requirement }, (p, n) => host.simulate(p, n));
  await host.close();
  return comparisonOf(checked, result, { version: "0", seed: "two-contracts", paths, elapsedMs: 0 });
}

/** P(N < n) for N ~ Poisson(mean). */
function below(mean: number, n: number): number {
  let [term, sum] = [Math.exp(0 - mean), 0];
  for (let k = 0; k < n; k++) {
    sum += term;
    term *= mean / (k + 1);
  }
  return sum;
}

describe("several contracts, each beside their sum", () => {
  it("are measured one by one, and add up to the provider's", async () => {
    const comparison = await comparedOn("same-unit-prices");
    for (const [p, fee] of [0, 40].entries()) {
      const { contracts, metrics } = comparison.policies[p]!;
      expect(contracts?.map(({ id, title }) => [id, title])).toEqual([
        ["north", "North"],
        ["south", "South <b>"],
      ]);
      for (const [k, mean] of indicated.entries()) {
        const near = (metric: string, exact: number) => {
          const { value, se } = contracts![k]!.metrics[metric]!;
          expect(Math.abs(value! - exact), `${metric} of ${k}`).toBeLessThan(4 * se!);
        };
        near("meanReferrals", mean);
        near("meanPayment", 100 * mean + fee);
        near("meanMargin", 100 * mean + fee - 500);
        near("probabilityOfLoss", below(mean, Math.ceil((500 - fee) / 100)));
      }
      const sum = contracts!.reduce((total, contract) => total + contract.metrics.meanMargin!.value!, 0);
      expect(sum).toBeCloseTo(metrics.meanMargin!.value!, 6);
    }
  });

  it("carry the error of solved prices: what is solved for the sum is uncertain for each", async () => {
    const { policies } = await comparedOn("same-expected-bill");
    const [north, south] = policies[1]!.contracts!.map(({ metrics }) => metrics.meanPayment!);
    expect(north!.value! + south!.value!).toBeCloseTo(policies[0]!.metrics.meanPayment!.value!, 0);
    // Without the error of the scale the interval would be that of the scaled prices alone.
    const { priceScale } = policies[1]!;
    const alone = (100 * priceScale * Math.sqrt(indicated[0]!)) / Math.sqrt(paths);
    expect(Math.abs(north!.se! - alone)).toBeGreaterThan(0.02 * alone);
  });

  it("stand in the report and in a CSV file of their own, and only where there are several", async () => {
    const comparison = await comparedOn("same-unit-prices");
    const html = reportHtml(checked, [comparison], undefined);
    // Compared as truths, so that a failure does not print the page.
    expect(html.includes("Contract by contract: same unit prices")).toBe(true);
    expect(html.includes("South &lt;b&gt;")).toBe(true);
    expect(csvTables([comparison])["contracts.csv"]).toMatch(
      /^basis,policy,contract,title,metric,value,se,low,high,unit\r\nsame-unit-prices,results,north,North,meanMargin,/,
    );
    const one = { ...checked, contracts: [] };
    expect(reportHtml(one, [comparison], undefined).includes("Contract by contract:")).toBe(false);
  });
});
