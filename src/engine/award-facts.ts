import { type Entry, entriesAsFacts, flag, number, pence } from "./dictionary-entries.ts";
import type { Fact } from "./fact.ts";

/** What every ruleset of an award may read of an offer without declaring it, by group and name. */
const groups: Record<string, Record<string, Entry>> = {
  "What is asked": {
    placesAsked: number("places", "Places that the requirement asks for.", { min: 0 }),
    leadInMonthsAsked: number("months", "The most months from award to ready to deliver.", {
      min: 0,
      default: 12,
    }),
    jobcentresAsked: number("jobcentres", "Jobcentres that the requirement names.", { min: 0 }),
    groupsAsked: number("groups", "Claimant groups that the requirement names.", { min: 0 }),
    insuranceAskedPence: pence("Insurance cover that is asked for; 0 where none is.", { min: 0 }),
    priceCeilingPence: pence("The most that an offer may cost; 0 where no ceiling was stated.", { min: 0 }),
    budgetPence: pence("The commissioner's budget for the requirement.", { min: 0 }),
    scopeAsked: {
      type: "enum",
      values: ["broad", "specialist"],
      default: "broad",
      unit: "scope",
      sentence: "Does the requirement ask for broad coverage, or for specialists in its groups?",
    },
  },
  "What is offered": {
    pricePence: pence("What the offer costs the commissioner at the indicative volume.", { min: 0 }),
    placesOffered: number("places", "Places that the bidder can take.", { min: 0 }),
    leadInMonths: number("months", "Months from award to ready to deliver, as offered.", { min: 0 }),
    jobcentresServed: number("jobcentres", "Of the jobcentres named, those that the offer serves.", {
      min: 0,
    }),
    groupsServed: number("groups", "Of the claimant groups named, those that the offer serves.", { min: 0 }),
    insurancePence: pence("Insurance cover that the bidder holds.", { min: 0 }),
    focus: {
      type: "enum",
      values: ["generalist", "specialist"],
      default: "generalist",
      unit: "focus",
      sentence: "Is the offer for everyone, or a specialist's?",
    },
    excludedByLaw: flag("Does a ground of exclusion in law apply to the bidder?"),
    lowPriceExplanation: {
      type: "enum",
      values: ["none", "accepted", "rejected"],
      default: "none",
      unit: "explanation",
      sentence: "What became of the bidder's explanation of a low price, if one was asked for.",
    },
  },
  "The criterion": {
    pointsAvailable: number("points", "The most points under the criterion.", { min: 0, default: 100 }),
    rating: number("points", "How the assessors rated what the offer says on the criterion.", { min: 0 }),
    ratingTop: number("points", "The top of the assessors' scale.", { min: 0, default: 100 }),
  },
  "Quality and price together": {
    qualityShare: number(
      "share",
      "The share of the quality points that was earned, once quality is scored: before points are weighed and rounded, each criterion with its weight; by equal weights where quality has none. Delivery risk is not counted.",
      { min: 0, max: 1 },
    ),
    lowestQualityShare: number(
      "share",
      "The lowest share of the points under any one quality criterion, before they are weighed.",
      {
        min: 0,
        max: 1,
      },
    ),
    pricePerPointPence: pence(
      "Price over quality in per cent of its marks; 0 where quality has no marks at all.",
      {
        min: 0,
      },
    ),
  },
  "Among the offers that are still in": {
    offersIn: number("offers", "Offers that passed every gate so far.", { min: 0, default: 1 }),
    lowestPricePence: pence("The lowest price among them.", { min: 0 }),
    highestPricePence: pence("The highest price among them.", { min: 0 }),
    meanPricePence: pence("The mean of their prices.", { min: 0 }),
    lowestPricePerPointPence: pence("The lowest price per point of quality among them.", { min: 0 }),
  },
  "Delivery risk, as simulated": {
    chanceOfLoss: number(
      "share",
      "How often the bidder would make a loss, in simulated futures of the contract.",
      {
        min: 0,
        max: 1,
      },
    ),
    chanceOfFailure: number("share", "How often the contract would fail midway, in simulated futures.", {
      min: 0,
      max: 1,
    }),
    averageWorstLossPence: pence(
      "The bidder's average loss in the worst 1 in 20 futures; negative: a profit.",
    ),
  },
};

/** The dictionary of facts that rulesets of an award share. */
export const awardFacts: ReadonlyMap<string, Fact> = entriesAsFacts(groups);

/** The names of the award's facts by what they are about. */
export const awardFactGroups: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(groups).map(([title, entries]) => [title, Object.keys(entries)]),
);

/** Facts of an offer that depend on the others: a formula that reads one is relative. */
export const relativeFacts: readonly string[] = Object.keys(groups["Among the offers that are still in"]!);

/** Facts of an offer that only a simulation gives. */
export const riskFacts: readonly string[] = Object.keys(groups["Delivery risk, as simulated"]!);
