import { numberWords } from "../../engine/words/value-words.ts";
import type { AssessedOffer } from "../../offer/before/assess-portfolio.ts";
import { aboutPounds, wholePounds } from "./chance-words.ts";

/** What one offer costs before its contract, and what a contract must leave for offering to pay. */
export function offerSentences({ offer, before, figures, measures }: AssessedOffer): string[] {
  const { bidPence, holdingPence, highMonths } = before;
  const { callOffShare, meanWaitMonths, lostPence, wonPence, lostPerContractPence, neededMarginPence } =
    figures;
  const per100 = numberWords(rounded(callOffShare * 100));
  const wait =
    meanWaitMonths === 0
      ? "at once"
      : `after ${monthsWords(rounded(meanWaitMonths))}${before.waits.chances.some((chance) => chance === 1) ? "" : " on average"}`;
  const costsNothing = bidPence === 0 && lostPence === 0;
  const parts = [
    bidPence > 0 ? `${wholePounds(bidPence)} for the bid` : "",
    holdingPence > 0 && highMonths > 0
      ? `${wholePounds(holdingPence * highMonths)} for ${monthsWords(highMonths)} of waiting`
      : "",
  ].filter((part) => part !== "");
  if (callOffShare === 0)
    return [
      "No offer like this becomes a contract.",
      costsNothing ? "It costs nothing either." : `Each costs ${wholePounds(lostPence)}: ${list(parts)}.`,
    ];
  const won =
    callOffShare === 1
      ? `Every offer like this becomes a contract, ${wait}.`
      : `Of 100 offers like this, ${per100} ${per100 === "1" ? "becomes a contract" : "become contracts"}, ${wait}.`;
  const leaves = measures.contractMargin.value ?? 0;
  const leavesWords = leaves < 0 ? `loses ${aboutPounds([0 - leaves])}` : `leaves ${aboutPounds([leaves])}`;
  const contract = `A contract ${leavesWords} on average, counted from its award.`;
  if (offer.before === undefined)
    return [
      "The offer says nothing of the time before the contract (before:), so that this is the contract alone.",
    ];
  if (costsNothing)
    return [won, "Bids and waiting cost nothing in these figures.", contract, ...(leaves < 0 ? [alone] : [])];
  const lost =
    callOffShare === 1
      ? []
      : [
          `An offer that leads to nothing costs ${wholePounds(lostPence)}: ${list(parts)}.`,
          `Each contract won has to carry ${wholePounds(lostPerContractPence!)} of bids and waiting that led to nothing, beside ${wholePounds(wonPence)} of its own.`,
        ];
  const needed = neededMarginPence! / 100;
  const gap = leaves - needed;
  return [
    won,
    ...lost,
    `So offering pays for itself where a contract leaves ${wholePounds(neededMarginPence!)}, counted from its award.`,
    `This one ${leavesWords} on average, which is ${
      gap < 0 ? `${aboutPounds([0 - gap])} too little` : `${aboutPounds([gap])} more than that`
    } for each contract won.`,
    ...(leaves < 0 ? [alone] : []),
  ];
}

const alone = "The contract loses money by itself, so that no number of offers mends it.";

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

function monthsWords(months: number): string {
  return months === 1 ? "1 month" : `${numberWords(months)} months`;
}

function list(parts: readonly string[]): string {
  return parts.join(" and ");
}
