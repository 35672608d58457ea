import { type OfferTest, offerMeasures } from "../../offer/test/test-offer.ts";
import { csvFile } from "../csv-cell.ts";

/** A test of an offer as tables: the measures under each terms variant, and cash by month. Money in pounds. */
export function offerCsv({ terms, cash }: OfferTest): Readonly<Record<string, string>> {
  return {
    "terms.csv": csvFile(
      ["policy", "title", "verdict", "measure", "value", "se", "low", "high", "unit"],
      terms.flatMap(({ policy, title, verdict, measures }) =>
        offerMeasures.map((id) => {
          const { value, se, low, high, unit } = measures[id];
          return [policy, title, verdict, id, value, se, low, high, unit];
        }),
      ),
    ),
    "cash.csv": csvFile(
      ["month", ...cash.shares.map((share) => `pounds at ${Math.round(share * 100)} % of futures`)],
      cash.pounds[0]!.map((_, m) => [m + 1, ...cash.pounds.map((band) => band[m]!)]),
    ),
  };
}
