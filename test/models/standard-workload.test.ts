import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { agrees, follows, occurs } from "./endings.ts";
import { chance, deviation, type Law, mean, quantile, shortfall } from "./exact.ts";
import { runModel } from "./run-model.ts";
import { endings, resultWithoutEnd } from "./standard-exact.ts";

// The standard workload as shipped, from its own files, and once with a trigger that cannot fire (24 months running).
// Exact, in `standard-exact.ts`: without an end the margin of `none` is a compound negative binomial sum (Panjer's
// recursion); with it, P(end after m) and people to the end by Simpson's rule over the gamma factor of a Markov chain
// over (referrals to date, months running). 200,000 paths; means, chances, deviation and shortfalls within 4 standard
// errors; quantiles within 4 of theirs, on a lattice of £50.
const root = new URL("../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");
const shipped = parse(read("scenarios/standard-workload.yaml")) as {
  policies: { id: string; rulesets: string[] }[];
};
const bound = new Set(shipped.policies.flatMap((policy) => policy.rulesets));
const rulesets = readdirSync(new URL("rules/", root), { recursive: true, encoding: "utf8" })
  .filter((file) => bound.has(file.replace(/^.*\/|\.json$/g, "")))
  .map((file) => JSON.parse(read(`rules/${file}`)) as { id: string });

describe("the standard workload", () => {
  const exact = endings();
  const { measures, ledgers } = runModel(
    { ...shipped, rulesets },
    { paths: 200_000, seed: "standard-workload" },
  );

  it("ends on the paths and in the months of the exact chain, under every policy", () => {
    follows("end month, standard", ledgers.none!.endMonth!, exact.endsAfter);
    for (const id of ["none", "service-fee", "cancellation-fee", "both"])
      agrees(`P(terminated) ${id}`, measures[id]!.probabilityTerminated!, 1 - exact.endsAfter.get(0)!);
    agrees("E[referrals], standard", measures.none!.meanReferrals!, exact.referrals);
  });

  it.each([
    ["none", 0, 0],
    ["service-fee", 0.3, 0],
    ["cancellation-fee", 0, 1],
    ["both", 0.3, 1],
  ])("pays what the chain says on average: %s", (id, share, settles) => {
    const starts = 0.75 * exact.referrals;
    const perStart = (1 - share) * (400 + 0.3 * 1200 + 0.3 * 0.6 * 1600);
    const serviceFee = share * 900 * 0.75 * 1048;
    const fee = settles * 0.8 * mean(exact.endsAfter, cancellationFee);
    agrees(`E[start fee] ${id}`, measures[id]!.meanStartFee!, (1 - share) * 400 * starts);
    expect(measures[id]!.meanServiceFee!.value).toBeCloseTo(serviceFee, 6);
    agrees(`E[fee] ${id}`, measures[id]!.meanCancellationFee!, fee);
    agrees(`E[payment] ${id}`, measures[id]!.meanPayment!, perStart * starts + serviceFee + fee);
    const cost = 60_000 + 12_000 * exact.monthsRun + 250 * starts;
    agrees(`E[margin] ${id}`, measures[id]!.meanMargin!, perStart * starts + serviceFee + fee - cost);
  });
});

describe("the standard workload without its trigger", () => {
  const policies = shipped.policies.slice(0, 1).map((p) => ({ ...p, parameters: { triggerMonths: 24 } }));
  const { measures, ledgers } = runModel(
    { ...shipped, policies, rulesets },
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
        (x) => x <= 100 * pounds,
        chance(margin, (x) => x <= pounds),
      );
  });
});

/** What an end after month m makes due where the commissioner is at fault, in pounds; nothing where there is no end. */
function cancellationFee(end: number): number {
  return end === 0 ? 0 : Math.min(60_000, 0.5 * 60_000 * ((24 - end) / 24) + 24_000);
}
