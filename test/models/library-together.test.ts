import { expect, it } from "vitest";
import { policy, same, scenario } from "./endings.ts";
import { ruleFile } from "./rule-file.ts";
import { runModel } from "./run-model.ts";
import { pays, pounds, terms, where } from "./terms.ts";

// Terms that do not read each other add up: what a policy with all of them pays is on every path, to the penny, the sum
// of what policies with one each pay. Poisson referrals round 80 % of what was indicated, 14 months, staged outcomes
// with random delays and a part of the volume refused. A term that never holds changes nothing, bit for bit.
const bound = [
  "attachment-fee-by-year",
  "accelerator",
  "above-baseline",
  "staged-13-26-52",
  "band-retrospective",
  "band-clawback",
];
const never = terms("volume", "never", [
  pays("never", { param: "much" }, { when: { all: [where("month", "greaterThan", 1000)] } }),
]);
const idle = { ...never, parameters: { much: pounds(1_000_000) } };
const delay = (values: number[]) => ({ empirical: { values } });
const { ledgers } = runModel(
  scenario("library-together", 14, {
    contract: { lastMonth: 24 },
    volume: {
      indicative: 6,
      factors: { shortfall: { uniform: { min: 0.5, max: 1.1 } } },
      capacityPerMonth: 8,
    },
    delivery: {
      startRate: 0.8,
      stages: [
        { id: "jobOutcomes", rate: 0.5, delayMonths: delay([1, 3]) },
        { id: "outcomes13Weeks", of: "jobOutcomes", rate: 0.8, delayMonths: 3 },
        { id: "outcomes26Weeks", of: "outcomes13Weeks", rate: 0.8, delayMonths: 3 },
        { id: "outcomes52Weeks", of: "outcomes26Weeks", rate: 0.8, delayMonths: delay([6, 7]) },
      ],
    },
    rulesets: [...bound.map(ruleFile), idle],
    parameters: { firstTarget: 10, secondTarget: 20 },
    policies: [
      policy("all", bound),
      policy("with-never", [...bound, "never"]),
      policy("reversed", [...bound].reverse()),
      ...bound.map((id) => policy(id, [id])),
    ],
  }),
  { paths: 4096, seed: "library-together" },
);

it("adds up to the penny on every path", () => {
  for (const [path, paid] of ledgers.all!.payment.entries()) {
    const sum = bound.reduce((total, id) => total + ledgers[id]!.payment[path]!, 0);
    if (sum !== paid) expect(sum).toBe(paid);
  }
  for (const id of bound) expect(new Set(ledgers[id]!.payment).size, id).toBeGreaterThan(10);
});

it("is changed in no bit by a term that never holds", () => {
  same("with a term that never holds", ledgers["with-never"]!, ledgers.all!);
});

it("is changed in no bit by the order in which a policy names its rulesets", () => {
  same("reversed", ledgers.reversed!, ledgers.all!);
});
