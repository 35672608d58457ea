import { exponential } from "./special/exponential.ts";
import { logarithm } from "./special/logarithm.ts";

/** The factor (1 + r)^(−m/12) that brings a payment of month m to its worth at award, at a yearly rate r. */
export function discountFactor(yearlyRate: number, month: number): number {
  return yearlyRate === 0 ? 1 : exponential((-month / 12) * logarithm(1 + yearlyRate));
}

/** The month in which a payment of month m with a term in days falls: m + ⌈days / 30⌉. */
export function monthsOfTerm(days: number): number {
  return Math.ceil(days / 30);
}
