import { normalQuantile } from "../special/normal.ts";
import type { Spread } from "./estimate.ts";

/**
 * Gives the 95 % interval of the difference of two probabilities seen on the same paths, each end in −1…1.
 * `onlyFirst` and `onlySecond` count the paths on which just one of the two events happens. One path is added to each
 * count for the interval, so that it keeps a width where no path tells the two apart; the standard error is that of
 * the plain difference. Source: Bonett and Price 2012, doi:10.3102/1076998611411915.
 */
export function bonettPrice(onlyFirst: number, onlySecond: number, count: number): Spread {
  const first = (onlyFirst + 1) / (count + 2);
  const second = (onlySecond + 1) / (count + 2);
  const centre = first - second;
  const reach = normalQuantile(0.975) * Math.sqrt((first + second - centre * centre) / (count + 2));
  const plain = (onlyFirst - onlySecond) / count;
  const se = Math.sqrt(Math.max(0, (onlyFirst + onlySecond) / count - plain * plain) / count);
  return { se, low: Math.max(-1, centre - reach), high: Math.min(1, centre + reach) };
}
