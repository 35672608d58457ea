import type { Comparison } from "../report/comparison.ts";
import { differenceOf, measureOf } from "../report/comparison-lookup.ts";
import { costWords } from "../report/findings/cost-words.ts";
import { shownEstimate, stepOf } from "../report/shown-estimate.ts";
import { fixedSpace, shownNumber } from "../report/shown-number.ts";
import type { Estimate } from "../sim/risk/estimate.ts";
import { turnedEstimate } from "../sim/risk/turned-estimate.ts";
import type { LiveAnswer } from "./live/live-request.ts";

const chance = "probabilityOfLoss";

/** What a policy does against the first one: its chance of a loss, the provider's margin and the commissioner's bill. */
export function againstFirst(comparison: Comparison, id: string): string {
  const [first] = comparison.policies;
  const policy = comparison.policies.find((one) => one.id === id);
  if (first === undefined || policy === undefined || policy === first) return "";
  const [before, after] = [measureOf(first, chance), measureOf(policy, chance)];
  const change = differenceOf(comparison, id, chance);
  const said = (estimate: typeof before) => saidBeside(estimate, [before, after]);
  const bill = differenceOf(comparison, id, "meanBill");
  const margin = differenceOf(comparison, id, "meanMargin");
  const [subject, isMany] = [id === "your-terms" ? "your terms" : quoted(policy.title), id === "your-terms"];
  if ([change, bill, margin].every(isNothing))
    return `Nothing differs between ${quoted(first.title)} and ${subject}: the provider makes a loss in ${said(after)} of futures.`;
  const verb = (plain: string) => (isMany ? plain : `${plain}s`);
  const isClear =
    change?.low !== null && change?.high !== null && change && (change.low > 0 || change.high < 0);
  const moves = isClear
    ? `${verb((change.value ?? 0) < 0 ? "lower" : "raise")} the provider’s chance of a loss from ${said(before)} to ${said(after)}`
    : `${verb("leave")} the provider’s chance of a loss where it was, at ${said(after)}`;
  const cost = costWords(comparison, policy);
  return `Against ${quoted(first.title)}, ${subject} ${moves}${cost ? `, ${cost}` : ""}.`;
}

/** A title in a sentence, as it is written; its own quotation marks are the inner ones. */
function quoted(title: string): string {
  return `“${title.replaceAll("“", "‘").replaceAll("”", "’")}”`;
}

/** Is a difference nothing on every future? */
function isNothing(difference: Estimate | undefined): boolean {
  return difference !== undefined && difference.value === 0 && difference.se === 0;
}

/** An estimate in a sentence with others of its kind: all with as many digits as the least certain of them. */
export function saidBeside(estimate: Estimate, beside: readonly Estimate[]): string {
  const step = Math.max(...beside.map(stepOf));
  return estimate.value === null || step === 0
    ? shownEstimate(estimate).text
    : shownNumber(estimate.value, estimate.unit, step);
}

/** What the last move did to a policy, from the answer before it to the one now; nothing where nothing can be told. */
export function sinceLastMove(before: LiveAnswer, now: LiveAnswer, id: string, moved: string): string {
  const [was, is] = [before, now].map(({ comparison }) => comparison.policies.find((one) => one.id === id));
  if (was === undefined || is === undefined || moved === "") return "";
  const words = [
    change("chance of a loss", measureOf(was, chance), measureOf(is, chance)),
    change("average bill", measureOf(was, "meanBill"), measureOf(is, "meanBill")),
  ].filter((text) => text !== "");
  return words.length === 0 ? `${moved} changes neither figure.` : `${moved} ${words.join(" and ")}.`;
}

function change(name: string, was: ReturnType<typeof measureOf>, is: ReturnType<typeof measureOf>): string {
  if (was.value === null || is.value === null) return "";
  const step = Math.max(stepOf(was), stepOf(is));
  const shown = (value: number) => shownNumber(value, is.unit, step);
  if (shown(was.value) === shown(is.value)) return "";
  return `takes its ${name} from ${shown(was.value)} to ${shown(is.value)}`;
}

/** How wide the interval of a policy's chance of a loss is, as "chance of a loss known to ±0.6 points". */
export function intervalWidth(comparison: Comparison | undefined, id: string): string | undefined {
  const policy = comparison?.policies.find((one) => one.id === id);
  const estimate = policy && measureOf(policy, chance);
  if (!estimate || estimate.low === null || estimate.high === null) return undefined;
  // The same as stands in the table.
  const { interval } = shownEstimate(estimate);
  if (interval === "") return undefined;
  if (interval.startsWith("±")) return `chance of a loss known to ${interval}${fixedSpace}points`;
  return `chance of a loss within ${interval}${fixedSpace}%`;
}

/** The title of a fan chart: how deep the provider is out of pocket in the middle case, under the first and another policy. */
export function cashFinding(comparison: Comparison, id: string): string {
  const deep = (policy: Comparison["policies"][number]) =>
    shownEstimate(measureOf(policy, "peakFundingQuantile95")).text;
  const first = comparison.policies[0]!;
  const other = comparison.policies.find((policy) => policy.id === id) ?? first;
  if (other === first) return `1 contract in 20 takes more than ${deep(first)} of the provider’s cash`;
  return `Cash needed in 19 contracts of 20: ${deep(first)} today, ${deep(other)} under your terms`;
}

/** The title of the distribution of margins. */
export function marginFinding(comparison: Comparison, id: string): string {
  const first = comparison.policies[0]!;
  const other = comparison.policies.find((policy) => policy.id === id) ?? first;
  const margin = measureOf(other, "meanMargin");
  const isLoss = (margin.value ?? 0) < 0;
  const text = shownEstimate(isLoss ? turnedEstimate(margin) : margin).text;
  const share = shownEstimate(measureOf(other, chance)).text;
  return `The provider ${isLoss ? "loses" : "keeps"} ${text} on average and makes a loss in ${share} of futures`;
}
