import type { DeliveryRisk } from "./delivery-risk.ts";

/**
 * The risk at a price: as simulated, or on the line between the nearest prices on either side; at the ends, the nearest.
 *
 * Undefined at a price that the terms could not pay, and below it.
 */
export function riskBetween(
  curve: ReadonlyMap<number, DeliveryRisk | undefined>,
  pricePence: number,
): DeliveryRisk | undefined {
  if (curve.has(pricePence)) return curve.get(pricePence);
  let under: number | undefined;
  let over: number | undefined;
  for (const [price, risk] of curve) {
    if (risk === undefined) {
      if (price > pricePence) return undefined;
    } else if (price < pricePence) under = Math.max(under ?? price, price);
    else over = Math.min(over ?? price, price);
  }
  if (under === undefined || over === undefined) {
    const nearest = under ?? over;
    return nearest === undefined ? undefined : curve.get(nearest);
  }
  const [low, high] = [curve.get(under)!, curve.get(over)!];
  const share = (pricePence - under) / (over - under);
  const between = (name: keyof DeliveryRisk) => low[name] + (high[name] - low[name]) * share;
  return {
    chanceOfLoss: between("chanceOfLoss"),
    chanceOfFailure: between("chanceOfFailure"),
    averageWorstLossPence: Math.round(between("averageWorstLossPence")),
  };
}
