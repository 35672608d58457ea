import type { OfferMeasures } from "../../offer/test/test-offer.ts";
import type { Estimate } from "../../sim/risk/estimate.ts";
import { turnedEstimate } from "../../sim/risk/turned-estimate.ts";

/** The average margin of the worst 1 in 20 futures: expected shortfall with its sign turned, as a profit is no loss. */
export function worstMargin({ expectedShortfall95 }: OfferMeasures): Estimate {
  return turnedEstimate(expectedShortfall95);
}
