import type { FactValue } from "../fact.ts";
import { nameWords } from "./name-words.ts";

/** Phrases for facts of the dictionary whose name alone would not read well in a sentence. */
const phrases: Readonly<Record<string, string>> = {
  month: "the month of the contract",
  monthOfYear: "the calendar month",
  contractYear: "the contract year",
  financialYear: "the financial year",
  leadInMonths: "the planned months of lead-in",
  firstReferralMonth: "the first referral month",
  lastReferralMonth: "the last referral month",
  lastMonth: "the last month in which an outcome counts",
  plannedPhase: "the planned phase",
  phase: "the phase",
  claimantGroup: "the claimant group",
  referralsRefused: "referrals refused",
  referralsRefusedByProvider: "referrals refused by the provider",
  referralsBeyondPlaces: "referrals beyond the places called off",
  indicativeReferralsInAll: "referrals indicated over the contract",
  placesOpen: "places open",
  contractValuePence: "the contract's value",
  calledOffValuePence: "the value called off",
  setUpCostPence: "set-up cost of the month",
  plannedSetUpCostPence: "planned set-up cost",
  unavoidableCostPence: "unavoidable cost of a month of notice",
  duePence: "what is owed this month so far",
  dueToDatePence: "what is owed to date",
  dueThisFinancialYearPence: "what is owed in this financial year",
  budgetPence: "the budget of the financial year",
  goingOnMarginPence: "the margin expected from going on",
  goingOnPaymentsPence: "the payments expected from going on",
  endMonth: "the month of the end",
  endGround: "the ground of the end",
  fault: "the fault",
  faultShare: "the commissioner's share of the fault",
  settlementPence: "the settlement",
  serviceFeeToDatePence: "service fee owed to date",
  startFeeToDatePence: "start fees owed to date",
  outcomePaymentToDatePence: "outcome payments owed to date",
  volumeToDatePence: "volume payments owed to date",
  indexationToDatePence: "indexation owed to date",
  adjustmentToDatePence: "adjustments owed to date",
  limitToDatePence: "what limits have added or taken off to date",
  ratingTop: "the top of the scale",
  qualityShare: "the share of the quality marks that was earned",
  lowestQualityShare: "the lowest share of the marks earned under one criterion",
};

/** A yes and a no of the dictionary, as statements. */
const statements: Readonly<Record<string, readonly [yes: string, no: string]>> = {
  readyToDeliver: ["the provider is ready to deliver", "the provider is not ready to deliver"],
  referralsSuspended: [
    "the commissioner has suspended referrals",
    "the commissioner has not suspended referrals",
  ],
  lastMonthOfContractYear: [
    "it is the last month of a contract year",
    "it is not the last month of a contract year",
  ],
  lastMonthOfFinancialYear: [
    "it is the last month of the financial year",
    "it is not the last month of the financial year",
  ],
};

/** A fact as a phrase inside a sentence. */
export function factWords(name: string): string {
  return Object.hasOwn(phrases, name) ? phrases[name]! : nameWords(name);
}

/** The same phrase before a value: without its article. */
export function factLabel(name: string): string {
  return factWords(name).replace(/^the /, "");
}

/**
 * A fact that has a value, as a statement, where plain words say it better than the fact's name; undefined elsewhere.
 *
 * A yes or no without words of its own is quoted by its name, which the ruleset's words explain.
 *
 * @example factStatement({ name: "endMonth", sentence: "" }, 0) === "the contract has not ended"
 */
export function factStatement(
  fact: { readonly name: string; readonly sentence: string },
  value: FactValue,
): string | undefined {
  const { name, sentence } = fact;
  if ((name === "endMonth" && value === 0) || (name === "endGround" && value === "none"))
    return "the contract has not ended";
  if (name === "endGround") return `the contract has ended on the ground ${nameWords(String(value))}`;
  if (typeof value !== "boolean") return undefined;
  const known = Object.hasOwn(statements, name) ? statements[name] : undefined;
  if (known !== undefined) return value ? known[0] : known[1];
  const question = /^(Is|Was|Has) (the (?:commissioner|provider|contract)|it|this) ([^,.?]*)\?$/.exec(
    sentence,
  );
  if (question !== null) {
    const [, verb, subject, rest] = question as unknown as [string, string, string, string];
    return `${subject} ${verb.toLowerCase()} ${value ? "" : "not "}${rest}`;
  }
  return `“${nameWords(name)}” ${value ? "holds" : "does not hold"}`;
}
