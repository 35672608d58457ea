import type { OfferTest } from "../../offer/test/test-offer.ts";
import { shownEstimate } from "../../report/shown-estimate.ts";
import { shownCount, shownPounds } from "../../report/shown-number.ts";
import type { FanSource } from "../charts/cash-fan.ts";

/** The cash of an offer as a fan chart takes it. */
export function offerFan({ terms, own, cash }: OfferTest): FanSource {
  return { comparison: { policies: [{ title: terms[own]!.title }] }, cash: [cash] };
}

/** What the fan of an offer's cash shows, in words: the title, the caption and the text for who cannot see it. */
export function cashWords({ terms, own, cash }: OfferTest): { title: string; caption: string; alt: string } {
  const { measures, limits } = terms[own]!;
  const deep = shownEstimate(measures.peakFundingQuantile95).text;
  const month = measures.peakFundingMonthQuantile50.value;
  const limit = limits.find((check) => check.limit === "cash")?.pounds ?? 0;
  const title = `1 contract in 20 takes more than ${deep} of your cash`;
  const caption = `Your cash in this contract at the end of each month, in ${shownCount(cash.futures)} simulated futures: the line is the middle one, half lie in the dark band, nine in ten in the light one. The dashed line is your limit of ${shownPounds(limit)}.`;
  const middle = cash.pounds[2] ?? [];
  const last = middle.at(-1) ?? 0;
  const deepest = month === null || month === 0 ? "never below nothing" : `lowest about month ${month}`;
  const alt = `Fan chart of cash by month. In the middle future it is ${deepest} and ends at ${shownPounds(Math.round(last))} after ${middle.length} months. The numbers follow as a table.`;
  return { title, caption, alt };
}
