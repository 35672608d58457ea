/** What offers that are still in have in common, in pence. */
export type RelativeValues = {
  readonly offersIn: number;
  readonly lowestPricePence: number;
  readonly highestPricePence: number;
  readonly meanPricePence: number;
  readonly lowestPricePerPointPence: number;
};

/**
 * The relative facts of a round; all 0 where no offer is in.
 *
 * A price per point of 0 stands for an offer without any quality, which is no price per point.
 *
 * @example relativeValues(Float64Array.of(5000, 7500), Float64Array.of(100, 100), Uint8Array.of(1, 1)).meanPricePence // 6250
 */
export function relativeValues(
  prices: Float64Array,
  pricesPerPoint: Float64Array,
  isIn: Uint8Array,
): RelativeValues {
  let offersIn = 0;
  let sum = 0;
  let lowest = Number.POSITIVE_INFINITY;
  let highest = 0;
  let lowestPerPoint = Number.POSITIVE_INFINITY;
  for (let i = 0; i < prices.length; i++) {
    if (isIn[i] === 0) continue;
    const price = prices[i]!;
    offersIn += 1;
    // Whole pence: the order of the offers does not matter.
    sum += price;
    if (price < lowest) lowest = price;
    if (price > highest) highest = price;
    const perPoint = pricesPerPoint[i]!;
    if (perPoint > 0 && perPoint < lowestPerPoint) lowestPerPoint = perPoint;
  }
  return {
    offersIn,
    lowestPricePence: offersIn === 0 ? 0 : lowest,
    highestPricePence: highest,
    meanPricePence: offersIn === 0 ? 0 : sum / offersIn,
    lowestPricePerPointPence: Number.isFinite(lowestPerPoint) ? lowestPerPoint : 0,
  };
}
