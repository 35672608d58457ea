import type { Metric } from "./metric.ts";

/** Measures of the people and of the contract's end, which both parties read. */
export const sharedMetrics: readonly Metric[] = [
  {
    id: "meanReferrals",
    title: "average referrals",
    unit: "people",
    meaning: "People referred over the contract, averaged over futures.",
    estimator: { kind: "mean", column: "referrals" },
  },
  {
    id: "sdReferrals",
    title: "typical swing of referrals",
    unit: "people",
    meaning: "How far the referrals of one contract typically lie from their average.",
    estimator: { kind: "deviation", column: "referrals" },
  },
  {
    id: "meanStarts",
    title: "average starts",
    unit: "people",
    meaning: "People who start on the programme, averaged over futures.",
    estimator: { kind: "mean", column: "starts" },
  },
  {
    id: "meanJobOutcomes",
    title: "average job outcomes",
    unit: "people",
    meaning: "People who reach a job outcome, averaged over futures.",
    estimator: { kind: "mean", column: "jobOutcomes" },
  },
  {
    id: "providerShareOfShortfall",
    title: "share of the shortfall that the provider bears",
    unit: "share",
    meaning:
      "Of the cost that payments for starts and outcomes do not cover, the part left to the provider as a loss; the commissioner bears the rest in fees, guarantees and other payments without a result.",
    estimator: { kind: "ratio", column: "shortfallBorne", per: "shortfall", most: 1 },
  },
  {
    id: "probabilityTerminated",
    title: "chance that a rule ends the contract early",
    unit: "probability",
    meaning: "Share of futures in which a term of the contract ends it before its time.",
    estimator: { kind: "chance", event: "aboveZero", columns: ["terminated"] },
  },
  {
    id: "probabilityEndsEarly",
    title: "chance that the contract fails midway",
    unit: "probability",
    meaning: "Share of futures in which the contract is ended by a rule or handed back before its time.",
    estimator: { kind: "chance", event: "aboveZero", columns: ["terminated", "handedBack"] },
  },
  {
    id: "probabilityEndsWhileReferring",
    title: "chance that it ends while referrals are still to come",
    unit: "probability",
    meaning: "Share of futures in which the contract is ended or handed back before its last referral month.",
    estimator: { kind: "chance", event: "aboveZero", columns: ["endedInReferrals"] },
  },
  {
    id: "meanMonthOfEarlyEnd",
    title: "month of an early end, on average",
    unit: "month",
    meaning: "The month after which the contract ends, averaged over the futures in which it ends early.",
    estimator: { kind: "ratio", column: "endMonth", per: "ended" },
  },
];
