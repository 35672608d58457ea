import { shownEstimate, spokenEstimate } from "../report/shown-estimate.ts";
import { fixedSpace, shownPounds } from "../report/shown-number.ts";
import type { Estimate } from "../sim/risk/estimate.ts";
import { cheapestUnder, type FrontierPoint, frontierOf, type Plane } from "./frontier.ts";
import type { Pair } from "./pairs.ts";

/** A pair in words: "a service fee of 20 % and a cancellation fee of up to £3,000". */
export function pairWords({ serviceFeeShare: fee, cancellationCap: cap }: Pair): string {
  const service = `a service fee of ${feeWords(fee)}`;
  const cancellation = `a cancellation fee of up to ${shownPounds(cap)}`;
  if (fee === 0 && cap === 0) return "no service fee and no cancellation fee";
  if (cap === 0) return `${service} and no cancellation fee`;
  return fee === 0 ? `${cancellation} and no service fee` : `${service} and ${cancellation}`;
}

/** A pair in a few letters, for the chart: "20 % + £3,000". */
export function pairLabel({ serviceFeeShare, cancellationCap }: Pair): string {
  if (cancellationCap === 0) return `${feeWords(serviceFeeShare)}, no cancellation fee`;
  return `${feeWords(serviceFeeShare)} + ${shownPounds(cancellationCap)}`;
}

/** A point in full: its terms, what they do, and where it stands. */
export function pointWords({ pair, loss, bill, billChange, isOnFrontier }: FrontierPoint): string {
  const words = pairWords(pair);
  const against = billChange === undefined ? "" : `, ${changeWords(billChange)} than today’s`;
  const place = isOnFrontier ? "On the frontier." : "Another pair of the grid is at least as good in both.";
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}: a loss in ${spokenEstimate(loss)} of futures; the average bill is ${spokenEstimate(bill)}${against}. ${place}`;
}

/** The finding as a sentence: the cheapest pair that is safe enough, or that there is none. */
export function frontierFinding(plane: Plane, limit: number): string {
  const { today } = plane;
  const found = cheapestUnder(plane, limit);
  const most = feeWords(limit);
  if (found === undefined) {
    const safest = frontierOf(plane).at(-1);
    const { value } = today.loss;
    if (value !== null && value <= limit)
      return `Today’s terms keep the provider’s chance of a loss under ${most}, at ${said(today.loss)}; no pair of this grid does.`;
    if (safest === undefined) return "No pair of the grid could be measured.";
    return `No pair of this grid keeps the chance of a loss at or under ${most}. The safest one, ${pairWords(safest.pair)}, leaves it at ${said(safest.loss)}; today’s terms have ${said(today.loss)}.`;
  }
  const cost =
    found.billChange === undefined ? "" : `, for a bill that is ${changeWords(found.billChange)} on average`;
  const isOpen = found.loss.high !== null && found.loss.high > limit;
  const doubt = isOpen
    ? ` The limit lies within the interval of that chance, up to ${shownEstimate({ ...found.loss, value: found.loss.high }).text}.`
    : "";
  if (today.loss.value !== null && today.loss.value <= limit)
    return `Today’s terms keep the provider’s chance of a loss at or under ${most} already, at ${said(today.loss)}; the cheapest pair of the grid that does is ${pairWords(found.pair)}, at ${said(found.loss)}${cost}.${doubt}`;
  return `The cheapest pair that keeps the provider’s chance of a loss at or under ${most} is ${pairWords(found.pair)}: a loss in ${said(found.loss)} of futures against ${said(today.loss)} today${cost}.${doubt}`;
}

/** The title of the chart, in a few words. */
export function frontierTitle(plane: Plane, limit: number): string {
  const found = cheapestUnder(plane, limit);
  const isSafeToday = plane.today.loss.value !== null && plane.today.loss.value <= limit;
  if (found === undefined && isSafeToday)
    return `Today’s terms, at ${said(plane.today.loss)}, are safer than every pair of the grid`;
  if (found === undefined) return `No pair of terms brings the chance of a loss to ${feeWords(limit)}`;
  const { billChange } = found;
  const cost = billChange === undefined ? "" : `, for a bill ${changeWords(billChange)}`;
  return `From ${said(plane.today.loss)} losses to ${said(found.loss)}${cost}`;
}

function said(estimate: Estimate): string {
  return shownEstimate(estimate).text;
}

/** "£900 more", "£200 less" or "no more"; what cannot be told from nothing is no change. */
function changeWords(change: Estimate): string {
  const { value, low, high } = change;
  if (value === null) return "not known to be more";
  if (low !== null && high !== null && low <= 0 && high >= 0) return "about the same";
  const size = { ...change, value: Math.abs(value), ...(value < 0 && { low: flip(high), high: flip(low) }) };
  return `${said(size)} ${value < 0 ? "lower" : "higher"}`;
}

function flip(end: number | null): number | null {
  return end === null ? null : -end;
}

/** A share of the contract's value in words. */
export function feeWords(share: number): string {
  return `${Number((share * 100).toFixed(1))}${fixedSpace}%`;
}
