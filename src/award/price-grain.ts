/** Steps in which prices are told, in pence. */
const grains = [5000, 1000, 500, 100, 50, 10, 5];
const leastSteps = 200;

/**
 * The step in which a price is told that would have won, in pence: the largest within a half per cent of the price.
 *
 * A price to the penny would often be a rival's price less a penny.
 *
 * @example priceGrain(4_000_000) // 5000: £40,000 is told in steps of £50
 */
export function priceGrain(pricePence: number): number {
  return grains.find((grain) => grain * leastSteps <= pricePence) ?? 1;
}
