import { describe, expect, it } from "vitest";
import { agrees, occurs } from "./endings.ts";
import { chance, deviation, type Law, mean, quantile, shortfall } from "./exact.ts";
import { runModel } from "./run-model.ts";
import { resultWithoutEnd } from "./standard-exact.ts";
import { standardWorkload } from "./standard-files.ts";

// The standard workload as shipped under `none`, with a trigger that cannot fire (24 months running, from month 6): the
// margin is a compound negative binomial sum, exact by Panjer's recursion (`standard-exact.ts`). 200,000 paths; means,
// chances, deviation and shortfalls within 4 standard errors; quantiles, on a lattice of £50, within 4 of theirs.
describe("the standard workload without its trigger", () => {
  const policies = standardWorkload.policies
    .slice(0, 1)
    .map((p) => ({ ...p, parameters: { triggerMonths: 24 } }));
  const { measures, ledgers } = runModel(
    { ...standardWorkload, policies },
    { paths: 200_000, seed: "standard-workload-without-trigger" },
  );
  const found = measures.none!;
  const margin = resultWithoutEnd();
  const loss: Law = new Map([...margin].map(([x, p]) => [-x, p]));

  it("refers, starts and pays what the gamma and Poisson means say", () => {
    expect(found.probabilityTerminated!.value).toBe(0);
    agrees("E[referrals]", found.meanReferrals!, 630);
    agrees("sd[referrals]", found.sdReferrals!, Math.sqrt(630 + 630 ** 2 / 4));
    agrees("E[payment]", found.meanPayment!, 630 * 0.75 * 1048);
  });

  it("has the margin of the compound sum", () => {
    expect([...margin.values()].reduce((a, b) => a + b)).toBeCloseTo(1, 9);
    agrees("E[margin]", found.meanMargin!, mean(margin));
    agrees("sd[margin]", found.sdMargin!, deviation(margin));
    agrees(
      "P(loss)",
      found.probabilityOfLoss!,
      chance(margin, (x) => x < 0),
    );
    agrees(
      "E[loss+]",
      found.expectedLoss!,
      mean(loss, (x) => Math.max(0, x)),
    );
    for (const percent of [95, 99]) {
      agrees(`VaR${percent}`, found[`valueAtRisk${percent}`]!, quantile(loss, percent / 100));
      agrees(`ES${percent}`, found[`expectedShortfall${percent}`]!, shortfall(loss, percent / 100));
    }
    for (const percent of ["05", "50", "95"])
      agrees(`Q${percent}`, found[`marginQuantile${percent}`]!, quantile(margin, Number(percent) / 100));
    for (const pounds of [-300_000, -100_000, 0, 200_000])
      occurs(
        `P(margin ≤ ${pounds})`,
        ledgers.none!.margin,
        chance(margin, (x) => x <= pounds),
        (x) => x <= 100 * pounds,
      );
  });
});
