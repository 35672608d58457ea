import { model } from "../models/terms.ts";
import { featureTerms } from "./feature-terms.ts";

type Parts = {
  contract?: object;
  volume?: object;
  delivery?: object;
  costs?: object;
  provider?: object;
  commissioner?: object;
  [key: string]: unknown;
};

/** What a scenario may have beyond referrals, starts and terms, one by one. */
export const features: Readonly<Record<string, Parts>> = {
  "random delays": {
    delivery: { stages: [stage({ empirical: { values: [0, 1, 2.5], weights: [1, 2, 1] } })] },
  },
  "later outcomes": { contract: { lastMonth: 17 }, delivery: { stages: [stage(3)] } },
  "outcomes without further provision": { delivery: { survivingShare: { beta: { alpha: 3, beta: 2 } } } },
  "unclaimed outcomes": { delivery: { stages: [stage(1, { claimedShare: 0.8 })] } },
  "rates unknown": { delivery: { outcomeRateFactor: { lognormal: { median: 0.9, sdlog: 0.3 } } } },
  "hand-back": { provider: { handsBack: true, reserves: 6000, overdraft: 250.5 } },
  "a budget that is spent": { commissioner: { budgetPerFinancialYear: 4000, stopsWhenSpent: true } },
  "a budget that is watched": { commissioner: { budgetPerFinancialYear: 5000 } },
  "a budget that is uncertain": {
    commissioner: {
      budgetPerFinancialYear: { empirical: { values: [2500.5, 4000, 9000] } },
      stopsWhenSpent: true,
    },
  },
  "posts released": {
    costs: {
      posts: {
        count: 1.5,
        costPerYear: 11_111.11,
        redeployableShare: { uniform: { min: 0.2, max: 0.6 } },
        noticeMonths: 2,
        release: { below: 0.7, step: 0.5, most: 1 },
      },
    },
  },
  "fixed share": {
    costs: {
      perMonth: 150,
      perStart: 41.5,
      fixedShare: { value: { pert: { min: 0.5, mode: 0.7, max: 0.9 } }, central: 0.7 },
    },
  },
  "outcome tracking": { contract: { lastMonth: 16 }, costs: { trackingPerMonth: 77.77 } },
  "cost on early end": { costs: { onEarlyEnd: { gamma: { mean: 500, shape: 3 } } } },
  "costs for people": { costs: { perReferral: 12.34, perStart: 56.78, perOutcome: { jobs: 90.12 } } },
  "set-up by item": {
    costs: {
      setUp: [
        { month: 1, pounds: 500 },
        { month: 3, pounds: { uniform: { min: 100, max: 900 } } },
      ],
    },
  },
  "set-up over the lead-in": {
    contract: { leadInMonths: 2 },
    costs: { setUp: { uniform: { min: 500, max: 900 } } },
  },
  "cost of capital": { contract: { paymentTermDays: 150 }, provider: { costOfCapital: 0.087 } },
  discounting: { provider: { discountRate: 0.035 } },
  "longer terms": { contract: { paymentTermDays: 61 } },
  suspension: { volume: { suspension: { chancePerMonth: 0.15, months: 2 } } },
  "places and capacity": { volume: { places: 40, capacityPerMonth: 6 } },
  "late readiness": { volume: { readyDelayMonths: { empirical: { values: [0, 2], weights: [1, 1] } } } },
  "chance of none": { volume: { chanceOfNone: 0.2 } },
  "over-dispersion": {
    volume: { overDispersion: { distribution: { gamma: { mean: 1, shape: 2 } }, scope: "month" } },
  },
  "certain counts": { volume: { counts: "certain" } },
  "expected counts": { counts: "expected" },
  "several contracts": {
    provider: { reserves: 20_000 },
    contracts: {
      common: ["volume.factors.awareness", "levers.training"],
      each: [
        { id: "north", change: {} },
        { id: "south", change: { "volume.indicative": 3, "delivery.startRate": 0.9, "costs.perMonth": 700 } },
        { id: "east", change: { "contract.leadInMonths": 3 } },
      ],
    },
  },
  responses: { responses: { outcomeRate: -0.03, referrals: 0.1, suitability: -0.05 } },
};

function stage(delayMonths: unknown, more: object = {}) {
  return { id: "jobs", rate: 0.4, delayMonths, ...more };
}

const levers = [
  {
    id: "training",
    quantity: "volume.factors.awareness",
    scale: { pert: { min: 1, mode: 1.2, max: 1.6 } },
    cost: 250,
  },
  {
    id: "fading",
    quantity: "volume.factors.awareness",
    scale: 1.3,
    delayMonths: 2,
    decayPerMonth: 0.1,
    cost: 99.99,
  },
  { id: "guidance", quantity: "delivery.startRate", shift: { uniform: { min: 0, max: 0.2 } }, cost: 1 },
  {
    id: "coaching",
    quantity: "delivery.stages.jobs.rate",
    replace: { beta: { alpha: 4, beta: 6 } },
    cost: 0,
  },
].map((lever) => ({ title: lever.id, ...lever }));

const always = ["per-start", "per-jobs", "flat-fee", "after-end"];
const policies = [
  { id: "plain", rulesets: always },
  { id: "trigger", rulesets: [...always, "fault", "settles", "trigger", "clawback", "limit"] },
  {
    id: "exit",
    rulesets: [...always, "fault", "settles", "exit-right", "year-end"],
    levers: ["training", "guidance"],
  },
  {
    id: "leave",
    rulesets: ["per-start", "exit-right", "clawback", "flat-fee"],
    levers: ["fading", "coaching"],
  },
  { id: "nothing", rulesets: [] },
].map((policy) => ({ title: policy.id, ...policy }));

/** A year's contract with the named features on top, under policies that end, settle, claw back, cap and lever. */
export function featureScenario(names: readonly string[]): unknown {
  const parts: Parts = {
    volume: { indicative: 6, factors: { awareness: { lognormal: { median: 0.65, sdlog: 0.5 } } } },
    delivery: { startRate: { beta: { alpha: 6, beta: 3 } }, stages: [stage(0)] },
    costs: { perMonth: 1450 },
  };
  for (const name of names) {
    for (const [key, value] of Object.entries(features[name]!)) {
      parts[key] =
        typeof value === "object" && value !== null ? { ...(parts[key] as object), ...value } : value;
    }
  }
  const { contract, ...rest } = parts;
  return model("features", 12, {
    ...rest,
    contract: { paymentTermDays: 0, ...contract },
    rulesets: [...featureTerms],
    levers,
    policies,
  });
}
