import type { Contract } from "../engine/contract.ts";
import { asSentence, listWords, nameWords } from "../engine/words/name-words.ts";
import { numberWords, poundsWords } from "../engine/words/value-words.ts";
import type { CheckedScenario } from "../sim/check-scenario.ts";
import type { ExplainedMonth } from "./explained-path.ts";

/** A future in a few sentences: what happened, what was paid and spent, and who bore what. */
export function pathSummary(
  { scenario }: CheckedScenario,
  contract: Contract,
  months: readonly ExplainedMonth[],
  totals: Readonly<Record<string, number>>,
): string[] {
  const total = (name: string) => totals[name] ?? 0;
  const planned = scenarioIndicative(months, total("endMonth"));
  const last = months.find((month) => month.end !== null);
  const outcomes =
    scenario.delivery.stages.length > 0
      ? `, ${people(total("jobOutcomes"), "job outcome")}${unclaimedWords(total)}`
      : "";
  const happened = `${people(total("referrals"), "referral")} of ${numberWords(planned)} indicated${last === undefined ? "" : " until the end"}, ${people(total("starts"), "start")}${outcomes}`;
  return [
    asSentence(happened),
    asSentence(
      endWords(
        last,
        contract.rulesets.some((ruleset) => ruleset.kind === "termination"),
      ),
    ),
    asSentence(paidWords(months, total)),
    asSentence(marginWords(months, total)),
    ...bornBy(total).map(asSentence),
  ];
}

/** Outcomes that came about, and for which nothing can be owed. */
function unclaimedWords(total: (name: string) => number): string {
  const reached = total("jobOutcomes");
  const unclaimed = reached - total("claimedJobOutcomes");
  if (unclaimed <= 1e-9) return "";
  const which = unclaimed < reached ? `${numberWords(unclaimed)} of them ` : "";
  return ` (${which}reached but not claimed, so nothing is owed for ${unclaimed === 1 ? "it" : "them"})`;
}

function people(count: number, word: string): string {
  return `${count === 0 ? "no" : numberWords(count)} ${word}${count === 1 ? "" : "s"}`;
}

function scenarioIndicative(months: readonly ExplainedMonth[], endMonth: number): number {
  const counted = endMonth === 0 ? months : months.filter((month) => month.month <= endMonth);
  return counted.reduce((sum, month) => sum + month.indicativeReferrals, 0);
}

function endWords(last: ExplainedMonth | undefined, canEnd: boolean): string {
  if (last === undefined)
    return `the contract ran to its last month${canEnd ? ", as no ground to end it held" : ""}`;
  if (last.end === "handedBack") return `the provider handed the contract back after month ${last.month}`;
  return `the contract ended after month ${last.month} on the ground “${nameWords(last.end!)}”`;
}

/** Everything owed, by output, the largest first. */
function paidWords(months: readonly ExplainedMonth[], total: (name: string) => number): string {
  const byOutput = new Map<string, number>();
  for (const { output, pounds } of months.flatMap((month) => month.payments))
    byOutput.set(output, (byOutput.get(output) ?? 0) + pounds);
  const parts = [...byOutput].map(([output, pounds]): [string, number] => [nameWords(output), pounds]);
  if (total("cancellationFee") !== 0) parts.push(["cancellation fee", total("cancellationFee")]);
  const shown = parts
    .filter(([, pounds]) => pounds !== 0)
    .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]))
    .map(([name, pounds]) => `${pounds0(pounds)} ${name}`);
  const all = total("payment");
  if (shown.length === 0) return "the commissioner paid nothing";
  return `the commissioner paid ${pounds0(all)}${shown.length === 1 ? ` (${parts.find(([, p]) => p !== 0)![0]})` : `: ${listWords(shown)}`}`;
}

function marginWords(months: readonly ExplainedMonth[], total: (name: string) => number): string {
  const cost = sum(months, (month) => month.cost);
  // The cost of capital runs on after the months with rules, until the last payment has come.
  const interest = Math.round((total("payment") - total("margin") - cost) * 100) / 100;
  const charged = interest === 0 ? "" : ` and ${pounds0(interest)} on its borrowing`;
  const margin = total("margin");
  const left = margin < 0 ? `lost ${pounds0(-margin)}` : `kept ${pounds0(margin)}`;
  const peak = total("peakFunding");
  const most =
    peak > 0
      ? `; at the most it was ${pounds0(peak)} out of pocket, in month ${total("peakFundingMonth")}`
      : "";
  return `the provider spent ${pounds0(cost)}${charged}, and ${left}${most}`;
}

/** Who bore what results did not bring: the commissioner by fees that do not hang on results, the provider the rest. */
function bornBy(total: (name: string) => number): string[] {
  const spent = total("payment") - total("margin");
  const results = total("startFee") + total("outcomePayment");
  const short = spent - results;
  if (short <= 0) return [`payment by results alone covered the cost, with ${pounds0(-short)} over`];
  const other = [
    ["service fee", total("serviceFee")],
    ["cancellation fee", total("cancellationFee")],
    ["other payments", total("otherPayment")],
  ] as const;
  const borne = other
    .filter(([, pounds]) => pounds !== 0)
    .map(([name, pounds]) => `${name} ${pounds0(pounds)}`);
  const margin = total("margin");
  const gap = `payment by results fell ${pounds0(short)} short of the cost`;
  if (borne.length === 0) return [`${gap}; the provider bore all of it`];
  if (margin >= 0)
    return [`${gap}; the commissioner made that up and ${pounds0(margin)} more (${listWords(borne)})`];
  const share = pounds0(total("payment") - results);
  return [
    `${gap}: of that the commissioner bore ${share} (${listWords(borne)}), the provider ${pounds0(-margin)}`,
  ];
}

function sum(months: readonly ExplainedMonth[], of: (month: ExplainedMonth) => number): number {
  return months.reduce((all, month) => all + of(month), 0);
}

/** Whole pounds: a summary needs no pennies. */
function pounds0(pounds: number): string {
  return poundsWords(Math.round(pounds) * 100);
}
