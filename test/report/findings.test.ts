import { expect, test } from "vitest";
import { allFindings } from "../../src/report/findings/all-findings.ts";
import { basisReachedFinding } from "../../src/report/findings/basis-reached-finding.ts";
import { firstPolicyFinding } from "../../src/report/findings/first-policy-finding.ts";
import { headline } from "../../src/report/findings/headline.ts";
import { idlePayFinding } from "../../src/report/findings/idle-pay-finding.ts";
import { jobOutcomeFinding } from "../../src/report/findings/job-outcome-finding.ts";
import { lossFinding } from "../../src/report/findings/loss-finding.ts";
import { paidForFinding } from "../../src/report/findings/paid-for-finding.ts";
import { shortfallFinding } from "../../src/report/findings/shortfall-finding.ts";
import { worstCaseFinding } from "../../src/report/findings/worst-case-finding.ts";
import { type MadePolicy, madeComparison, madeScenario } from "./made-comparison.ts";

const plain = (text: string | undefined) => text?.replaceAll("\u00a0", " ");
const losing = {
  measures: { meanMargin: [-1200, 100], probabilityOfLoss: [0.62, 0.01], expectedShortfall95: [9000, 300] },
} as const;
const safer = (to: number, extra: MadePolicy["differences"] = {}): MadePolicy => ({
  measures: { probabilityOfLoss: [to, 0.01] },
  differences: { probabilityOfLoss: [to - 0.62, 0.01], ...extra },
});

test("a first policy that loses on average is said to lose", () => {
  expect(plain(firstPolicyFinding(madeComparison([losing])))).toBe(
    "Under “Policy 0” the provider loses money on average: £1,200 (95 % interval £1,100 to £1,300) a contract. It makes a loss in 62.0 % of futures and, in the worst 1 in 20, loses £9,000 on average.",
  );
});

test("a margin around zero is neither gain nor loss, and a safe contract keeps money in the worst cases", () => {
  const near = madeComparison([{ measures: { meanMargin: [20, 100], expectedShortfall95: [-500, 10] } }]);
  expect(firstPolicyFinding(near)).toContain("cannot be told from zero");
  expect(firstPolicyFinding(near)).toContain(
    "in none of the 10,000 futures; even in the worst 1 in 20 it still keeps £500",
  );
});

test("the policy that lowers the chance of a loss most is named with its cost", () => {
  const comparison = madeComparison([losing, safer(0.5), safer(0.4, { meanBill: [800, 50] })]);
  expect(plain(lossFinding(comparison))).toBe(
    "At the same unit prices, “Policy 2” lowers the provider's chance of a loss most, from 62.0 % to 40.0 %, for £800 more a contract.",
  );
});

test("policies whose intervals overlap are not ranked", () => {
  const text = lossFinding(madeComparison([losing, safer(0.405), safer(0.4)]));
  expect(text).toContain("“Policy 2” (to 40.0\u00a0%, at no extra cost) and “Policy 1”");
  expect(text).toContain("does not tell them apart");
});

test("a rise is never called a fall, and what is not told apart is not called a change", () => {
  const worse = lossFinding(madeComparison([losing, safer(0.7)]));
  expect(worse).toMatch(/no policy clearly lowers .* “Policy 1” \(to 70.0\u00a0%\) raises it\.$/);
  const unclear = madeComparison([losing, { differences: { probabilityOfLoss: [0.001, 0.01] } }]);
  expect(lossFinding(unclear)).toContain("by more than this run can tell");
  expect(lossFinding(madeComparison([losing, {}]))).toMatch(
    /no policy changes the provider's chance of a loss\.$/,
  );
});

test("rounding to pence on a solved bill is no finding", () => {
  const first = { measures: { meanBill: [400_000, 3000], meanJobOutcomes: [10, 1] } } as const;
  const other = { differences: { meanMargin: [-3.6, 0], meanJobOutcomes: [0, 0] } } as const;
  const text = jobOutcomeFinding(
    madeScenario(["a", "b"]),
    madeComparison([first, other], { basis: "same-expected-bill" }),
  );
  expect(text).toMatch(/^No policy changes the number of job outcomes\./);
});

test("job outcomes are gained and lost with their signs", () => {
  const others = [
    { differences: { meanJobOutcomes: [1.5, 0.1] } },
    { differences: { meanJobOutcomes: [-0.5, 0.1] } },
  ] as const;
  const text = jobOutcomeFinding(madeScenario(["a", "b", "c"]), madeComparison([{}, ...others]));
  expect(text).toContain(
    "A contract brings more job outcomes under “Policy 1” (1.50 more), and fewer under “Policy 2” (0.50 fewer).",
  );
});

test("measures that do not exist leave their sentence out", () => {
  const none = {
    measures: {
      meanMargin: null,
      probabilityOfLoss: null,
      expectedShortfall95: null,
      probabilityEndsEarly: null,
      meanJobOutcomes: null,
      providerShareOfShortfall: null,
    },
  };
  const missing = {
    ...none,
    differences: {
      probabilityOfLoss: null,
      expectedShortfall95: null,
      meanJobOutcomes: null,
      meanPaidWithNoReferral: null,
    },
  };
  const comparison = madeComparison([none, missing]);
  expect(firstPolicyFinding(comparison)).toBeUndefined();
  expect(lossFinding(comparison)).toBeUndefined();
  expect(worstCaseFinding(comparison)).toBeUndefined();
  expect(allFindings(madeScenario(["a", "b"]), [comparison])).toHaveLength(1);
});

test("one future says nothing about risk, and one policy has nothing to differ from", () => {
  const single = { ...madeComparison([losing], { paths: 1 }) };
  const alone = single.policies[0]!;
  const point = {
    ...alone,
    metrics: {
      ...alone.metrics,
      meanMargin: { ...alone.metrics.meanMargin!, se: null, low: null, high: null },
    },
  };
  expect(allFindings(madeScenario(["a"]), [{ ...single, policies: [point] }])).toEqual([
    "In the one simulated future the provider's margin under “Policy 0” is −£1,200; one future says nothing about risk.",
  ]);
  expect(allFindings(madeScenario(["a"]), [madeComparison([losing])]).join(" ")).not.toMatch(
    /no policy|most|apart/,
  );
});

test("the headline says where only money helps", () => {
  const dear = [losing, safer(0.4, { meanBill: [800, 50] })];
  const fair = madeComparison([losing, {}], { basis: "same-expected-bill" });
  expect(plain(headline([madeComparison(dear), fair]))).toBe(
    "Under “Policy 0” the provider loses £1,200 a contract on average. Terms lower the provider's chance of a loss only where the bill changes: “Policy 1” takes it from 62.0 % to 40.0 % for £800 more a contract; for the same bill no policy clearly does.",
  );
});

test("policies that help only while the bill rises are counted as such", () => {
  const up = { meanBill: [800, 50] } as const;
  const unit = madeComparison([losing, safer(0.4, up), safer(0.5, up), safer(0.55)]);
  const fair = madeComparison([losing, safer(0.7), safer(0.6), safer(0.55)], { basis: "same-expected-bill" });
  expect(paidForFinding([unit, fair])).toMatch(
    /^Of the 3 policies .*, 1 does so at a higher bill and does not clearly lower it for the same expected bill\.$/,
  );
  const none = madeComparison([losing, safer(0.7), safer(0.7)], { basis: "same-expected-bill" });
  const both = madeComparison([losing, safer(0.4, up), safer(0.5, up)]);
  expect(paidForFinding([both, none])).toBe(
    "Both policies that lower the provider's chance of a loss at the same unit prices do so at a higher bill; for the same expected bill neither of them clearly lowers it.",
  );
  expect(paidForFinding([unit])).toBeUndefined();
});

test("a policy that cannot be brought onto the basis is said to be off it, and is not praised", () => {
  const off = madeComparison([losing, { ...safer(0.1), basisReached: false }], {
    basis: "same-expected-bill",
  });
  expect(basisReachedFinding(off)).toContain("“Policy 1”");
  expect(lossFinding(off)).toBeUndefined();
});

test("what is paid without a referral is said of contracts in which nobody is ever referred", () => {
  const idle = (pounds: number): MadePolicy => ({
    measures: { meanPaidWithNoReferral: [pounds, 10] },
    differences: { meanPaidWithNoReferral: [pounds, 10] },
  });
  expect(idlePayFinding(madeComparison([{}, idle(500), idle(900)]))).toBe(
    "At the same unit prices, what is paid where nobody is ever referred is highest under “Policy 2”: £900 a contract, averaged over all futures; under “Policy 0” it is £0.",
  );
});

test("who bears the shortfall is told of the first policy and of the one that leaves the provider least", () => {
  const bears = (share: number): MadePolicy => ({
    measures: { providerShareOfShortfall: [share, 0.01] },
    differences: { providerShareOfShortfall: [share - 1, 0.01] },
  });
  const all = { measures: { providerShareOfShortfall: [1, 0] } } as const;
  expect(plain(shortfallFinding(madeComparison([all, bears(0.6), bears(0.3)])))).toBe(
    "Of the cost that payments for starts and outcomes do not cover, the provider bears 100 % under “Policy 0”, and least, 30.0 %, under “Policy 2”; the commissioner bears the rest.",
  );
  expect(plain(shortfallFinding(madeComparison([all])))).toMatch(/bears 100 % under “Policy 0”\.$/);
});

test("the worst cases are told in sentences that can be read aloud", () => {
  const worst = (pounds: number): MadePolicy => ({
    measures: { expectedShortfall95: [pounds, 300] },
    differences: { expectedShortfall95: [pounds - 9000, 300] },
  });
  expect(worstCaseFinding(madeComparison([losing, worst(5000), worst(5200)]))).toBe(
    "At the same unit prices, in the worst 1 in 20 contracts the provider loses £9,000 on average under “Policy 0”. It fares best under “Policy 1”, where it loses £5,000, or “Policy 2”, where it loses £5,200; this run cannot tell which of the two is better.",
  );
});
