import type { OfferTest, TermsTest } from "../../offer/test/test-offer.ts";
import type { Emphasis } from "../emphasis.ts";
import { shownEstimate } from "../shown-estimate.ts";
import type { TableColumn } from "../table-column.ts";
import { textTable } from "../text-table.ts";
import { shownName } from "../visible-width.ts";
import { worstMargin } from "./worst-margin.ts";

const short = { within: "yes", beyond: "no", unclear: "close" } as const;

/** The same offer under every terms variant, for a terminal. */
export function termsLines({ terms, own }: OfferTest, width: number, emphasis: Emphasis): string[] {
  const names = terms.map(({ title }, place) => `${shownName(title)}${place === own ? " (yours)" : ""}`);
  const column = (
    title: string,
    of: (test: TermsTest) => { text: string; interval: string },
  ): TableColumn => ({
    title,
    cells: terms.map((test) => ({ ...of(test), marked: false })),
  });
  const columns = [
    column("average margin", ({ measures }) => shownEstimate(measures.meanMargin)),
    column("chance of a loss", ({ measures }) => shownEstimate(measures.probabilityOfLoss)),
    column("average of worst 1 in 20", ({ measures }) => shownEstimate(worstMargin(measures))),
    column("most cash out, 19 of 20", ({ measures }) => shownEstimate(measures.peakFundingQuantile95)),
    column("within your limits", ({ verdict }) => ({ text: short[verdict], interval: "" })),
  ];
  return textTable(names, [{ title: "", columns }], width, emphasis).slice(1);
}
