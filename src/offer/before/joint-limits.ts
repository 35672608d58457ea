import type { CheckedScenario } from "../../sim/check-scenario.ts";
import type { OwnOffer } from "../own-offer-schema.ts";

/** What an organisation can bear over all its offers together; money in pence. */
export type JointLimits = {
  readonly cashPence: number;
  readonly overdraftPence: number;
  readonly lossPence: number;
  /** Margin needed, as a share of income. */
  readonly marginShare: number;
  /** How rare a broken limit must be: one future in this many. */
  readonly oneIn: number;
  readonly mostAtOnce?: number;
  /** The limits in which the offers differ, so that the strictest stands for all. */
  readonly differing: readonly string[];
};

/**
 * Joins the limits of offers: they are the organisation's for all of them together, so that they do not add up. Where
 * offers differ the strictest counts: the least cash, overdraft, loss and contracts at once, the highest margin and the
 * rarest break.
 */
export function jointLimits(
  offers: readonly { readonly offer: OwnOffer; readonly checked: CheckedScenario }[],
): JointLimits {
  const differing: string[] = [];
  const strictest = (name: string, values: readonly number[], pick: (...all: number[]) => number) => {
    if (new Set(values).size > 1) differing.push(name);
    return pick(...values);
  };
  const limits = (of: (limits: OwnOffer["limits"]) => number) => offers.map(({ offer }) => of(offer.limits));
  const pence = (pounds: number) => Math.round(pounds * 100);
  const overdrafts = offers.map(({ checked }) => checked.scenario.provider.overdraft?.mean ?? 0);
  const atOnce = offers.map(({ offer }) => offer.before?.mostAtOnce ?? Number.POSITIVE_INFINITY);
  const mostAtOnce = strictest("contracts at once", atOnce, Math.min);
  return {
    cashPence: pence(
      strictest(
        "cash",
        limits(({ cash }) => cash),
        Math.min,
      ),
    ),
    overdraftPence: pence(strictest("overdraft", overdrafts, Math.min)),
    lossPence: pence(
      strictest(
        "loss",
        limits(({ loss }) => loss),
        Math.min,
      ),
    ),
    marginShare:
      strictest(
        "margin",
        limits(({ marginPercent }) => marginPercent),
        Math.max,
      ) / 100,
    oneIn: strictest(
      "how rare",
      limits(({ oneIn }) => oneIn),
      Math.max,
    ),
    ...(Number.isFinite(mostAtOnce) && { mostAtOnce }),
    differing,
  };
}
