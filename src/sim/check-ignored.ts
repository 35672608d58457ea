import type { DocumentPath } from "../engine/document.ts";
import type { Problem } from "../engine/problem.ts";
import { type Figure, isFixed } from "./figure.ts";
import { distributionFunction } from "./random/distribution.ts";
import type { Scenario } from "./scenario-schema.ts";

type Report = (path: DocumentPath, problem: Omit<Problem, "where">) => void;

/** Refuses what a run would otherwise pass over in silence: the answer would be wrong and nothing would say so. */
export function checkIgnored(scenario: Scenario, lastMonth: number, report: Report): void {
  checkNotDrawn(scenario, report);
  checkCoins(scenario, report);
  checkFading(scenario, report);
  checkLateCosts(scenario, lastMonth, report);
  checkOverDispersion(scenario, report);
  checkBudget(scenario, report);
}

/** Over-dispersion spreads volume and does not move it: a mean other than 1 belongs to a factor. */
function checkOverDispersion({ volume }: Scenario, report: Report): void {
  const mean = volume.overDispersion?.distribution.mean ?? 1;
  if (Math.abs(mean - 1) < 1e-9) return;
  report(["volume", "overDispersion", "distribution"], {
    adjective: "invalid",
    noun: "mean",
    found: String(mean),
    expected: "1",
    hint: "put what moves the volume under volume.factors",
  });
}

/** Referrals cannot stop for a budget that was never stated. */
function checkBudget({ commissioner }: Scenario, report: Report): void {
  if (!commissioner.stopsWhenSpent || commissioner.budgetPerFinancialYear !== undefined) return;
  report(["commissioner", "stopsWhenSpent"], {
    adjective: "missing",
    noun: "key",
    found: "budgetPerFinancialYear",
    expected: "a budget beside stopsWhenSpent",
  });
}

/** Figures of the parties' money are not drawn: a distribution would be read as its mean. */
function checkNotDrawn(scenario: Scenario, report: Report): void {
  const { contract, provider, commissioner, delivery, levers } = scenario;
  const figures: [DocumentPath, Figure | undefined][] = [
    [["contract", "calledOffValue"], contract.calledOffValue],
    [["provider", "reserves"], provider.reserves],
    [["provider", "overdraft"], provider.overdraft],
    [["provider", "costOfCapital"], provider.costOfCapital],
    [["provider", "discountRate"], provider.discountRate],
    [["commissioner", "rebuyCostPerParticipant"], commissioner.rebuyCostPerParticipant],
    [["commissioner", "spendPerYear"], commissioner.spendPerYear],
    [["delivery", "deadweightRate"], delivery.deadweightRate],
    ...levers.map((lever, l): [DocumentPath, Figure] => [["levers", l, "cost"], lever.cost]),
  ];
  for (const [path, figure] of figures) {
    if (figure === undefined || isFixed(figure)) continue;
    report(path, {
      adjective: "unsupported",
      noun: "distribution",
      found: figure.distribution.kind,
      expected: "one number, as this figure is not drawn",
      hint: "compare several values as variants",
    });
  }
}

/** A drawn yes or no is 1 or 0; anything between would be neither. */
function checkCoins({ drawn }: Scenario, report: Report): void {
  for (const [name, { type, value }] of Object.entries(drawn)) {
    if (type !== "boolean") continue;
    const cdf = distributionFunction(value.distribution);
    const elsewhere = cdf(-1e-9) + (cdf(1 - 1e-9) - cdf(0)) + (1 - cdf(1));
    if (elsewhere < 1e-9) continue;
    report(["drawn", name, "value"], {
      adjective: "invalid",
      noun: "distribution",
      found: value.distribution.kind,
      expected: "one of 0 and 1 alone, as the fact is yes or no",
      hint: "bernoulli, or type: number",
    });
  }
}

/** Only a scale of a cause of volume can start late or fade. */
function checkFading({ levers }: Scenario, report: Report): void {
  for (const [l, { quantity, scale, delayMonths, decayPerMonth }] of levers.entries()) {
    if (scale !== undefined && quantity.startsWith("volume.factors.")) continue;
    for (const [key, value] of Object.entries({ delayMonths, decayPerMonth })) {
      if (value === 0) continue;
      report(["levers", l, key], {
        adjective: "unsupported",
        noun: "value",
        found: String(value),
        expected: "0 except for a lever that scales one of volume.factors",
      });
    }
  }
}

/** A cost after the last month would never be paid. */
function checkLateCosts({ costs }: Scenario, lastMonth: number, report: Report): void {
  const late = (path: DocumentPath, month: number | undefined) => {
    if (month === undefined || month <= lastMonth) return;
    report(path, {
      adjective: "invalid",
      noun: "month",
      found: String(month),
      expected: `at most ${lastMonth}, the last month of the contract`,
    });
  };
  if (Array.isArray(costs.setUp)) {
    for (const [i, { month }] of costs.setUp.entries()) late(["costs", "setUp", i, "month"], month);
  }
  late(["costs", "posts", "lastMonth"], costs.posts?.lastMonth);
}
