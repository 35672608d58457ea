import type { OfferMeasures } from "../../offer/test/test-offer.ts";
import type { Estimate } from "../../sim/risk/estimate.ts";

/** The average margin of the worst 1 in 20 futures: expected shortfall with its sign turned, as a profit is no loss. */
export function worstMargin({ expectedShortfall95: loss }: OfferMeasures): Estimate {
  const minus = (x: number | null) => (x === null ? null : 0 - x);
  return { ...loss, value: minus(loss.value), low: minus(loss.high), high: minus(loss.low) };
}
