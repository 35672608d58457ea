import { type Entry, entriesAsFacts, flag, number, pence } from "./dictionary-entries.ts";
import type { Fact } from "./fact.ts";
import { nameOfKind, paymentKinds } from "./kind.ts";

const phases = ["leadIn", "delivery", "tracking"];

/** What every ruleset of a contract may read without declaring it, by group and name. */
const groups: Record<string, Record<string, Entry>> = {
  Time: {
    month: number("month", "The month of the contract, counted from 1 at award.", {
      min: 1,
      max: 600,
      default: 1,
    }),
    monthOfYear: number("month", "The calendar month, January is 1.", { min: 1, max: 12, default: 1 }),
    contractYear: number("year", "The year of the contract, counted from 1.", {
      min: 1,
      max: 50,
      default: 1,
    }),
    financialYear: number("year", "The calendar year in which the financial year (April to March) began.", {
      min: 1900,
      max: 2200,
      default: 2017,
    }),
    lastMonthOfContractYear: flag("Is this the last month of a contract year?"),
    lastMonthOfFinancialYear: flag("Is this a March?"),
    leadInMonths: number("months", "Months from award to ready to deliver, as planned.", { min: 0, max: 60 }),
    firstReferralMonth: number("month", "The first month in which referrals are planned.", {
      min: 1,
      default: 1,
    }),
    lastReferralMonth: number("month", "The last month in which referrals are planned.", {
      min: 1,
      default: 12,
    }),
    lastMonth: number("month", "The last month in which an outcome counts.", { min: 1, default: 12 }),
    plannedPhase: {
      type: "enum",
      values: phases,
      default: "delivery",
      unit: "phase",
      sentence: "The phase as planned.",
    },
    phase: {
      type: "enum",
      values: phases,
      default: "delivery",
      unit: "phase",
      sentence:
        "Lead-in until the first referral month, delivery to the last, tracking of outcomes after it or after an end.",
    },
    claimantGroup: {
      type: "enum",
      default: "",
      unit: "claimant group",
      sentence: "The claimant group that the contract serves.",
    },
  },
  "Volume and delivery": {
    indicativeReferrals: number(
      "people",
      "Referrals that the requirement indicated for this month; 0 after an end.",
      { min: 0 },
    ),
    indicativeReferralsInAll: number(
      "people",
      "Referrals that the requirement indicated over the whole contract; the same in every month.",
      { min: 0 },
    ),
    referrals: number("people", "Referrals made and accepted this month.", { min: 0 }),
    referralsRefused: number("people", "Referrals refused this month, for any reason.", { min: 0 }),
    referralsRefusedByProvider: number(
      "people",
      "Referrals refused this month as the provider was not ready or had no capacity.",
      { min: 0 },
    ),
    referralsBeyondPlaces: number(
      "people",
      "Referrals turned away this month because all places called off were taken.",
      { min: 0 },
    ),
    referralsSuspended: flag("Has the commissioner suspended referrals this month?"),
    placesOpen: number("places", "Places called off and not yet taken at the start of the month.", {
      min: 0,
    }),
    readyToDeliver: flag("Is the provider ready to deliver this month?", { default: true }),
    starts: number("people", "Referred people who started this month.", { min: 0 }),
  },
  Money: {
    contractValuePence: pence(
      "What start fees and outcome payments come to on the plan run, before a service fee is taken out.",
      { min: 0 },
    ),
    calledOffValuePence: pence(
      "The value called off: the most the commissioner committed to pay; 0 where none was stated.",
      { min: 0 },
    ),
    setUpCostPence: pence("Evidenced set-up cost of this month.", { min: 0 }),
    setUpCostToDatePence: pence("Evidenced set-up cost to date, this month included.", { min: 0 }),
    plannedSetUpCostPence: pence("Set-up cost as planned over the whole contract.", { min: 0 }),
    costToDatePence: pence("All delivery cost to date, this month and set-up included.", { min: 0 }),
    unavoidableCostPence: pence(
      "Cost of one month of notice that the provider cannot avoid, after redeployment.",
      { min: 0 },
    ),
    duePence: pence("What kinds of ruleset before this one owe this month, together."),
    dueToDatePence: pence("What is owed to date, this month so far included."),
    dueThisFinancialYearPence: pence(
      "What is owed in this financial year to date, this month so far included.",
    ),
    budgetPence: pence("The commissioner's budget of this financial year; 0 where none was stated.", {
      min: 0,
    }),
    goingOnMarginPence: pence(
      "What the provider would expect to make by going on: planned payments × referrals to date over indicative, less avoidable cost.",
    ),
    goingOnPaymentsPence: pence(
      "What the commissioner would expect to pay by going on: planned payments × referrals to date over indicative.",
    ),
  },
  "Fault and the end": {
    endMonth: number("month", "The month after which the contract ended; 0 while it runs.", { min: 0 }),
    endGround: {
      type: "enum",
      default: "none",
      unit: "ground",
      sentence: "The ground on which the contract ended; none while it runs.",
    },
    fault: {
      type: "enum",
      values: ["neither", "commissioner", "provider", "shared"],
      default: "neither",
      unit: "party",
      from: "set",
      sentence: "Who is at fault for the shortfall, by what both sides can see.",
    },
    faultShare: number("share", "The commissioner's share of the fault.", { min: 0, max: 1, from: "set" }),
    settlementPence: pence("What would be due if the contract ended after this month.", {
      min: 0,
      from: "set",
    }),
  },
};

/** Payments to date of one kind are facts too, this month included. */
groups["Owed to date by kind"] = Object.fromEntries(
  paymentKinds.map((kind): [string, Entry] => [
    `${nameOfKind(kind)}ToDatePence`,
    pence(`What rulesets of kind ${kind} owe to date, this month so far included.`),
  ]),
);

/** The dictionary of facts that rulesets of a contract share. */
export const contractFacts: ReadonlyMap<string, Fact> = entriesAsFacts(groups);

/** The names of the dictionary's facts by what they are about. */
export const factGroups: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(groups).map(([title, entries]) => [title, Object.keys(entries)]),
);

/** Words that an open enum (one without a list of values) may hold are the scenario's; any literal is accepted. */
export function isOpenEnum(fact: Pick<Fact, "type" | "values">): boolean {
  return fact.type === "enum" && fact.values === undefined;
}
