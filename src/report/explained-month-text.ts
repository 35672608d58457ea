import { type Explanation, explanationLines } from "../engine/explanation.ts";
import { escapedText } from "../engine/shown-text.ts";
import { nameWords } from "../engine/words/name-words.ts";
import { numberWords, poundsWords } from "../engine/words/value-words.ts";
import type { Emphasis } from "./emphasis.ts";
import type { ExplainedMonth, ExplainedPath } from "./explained-path.ts";
import { sourceWords } from "./source-words.ts";
import { listLines, wrappedLines } from "./wrapped-lines.ts";

/** Everything about one month: people, money, and the tree of rules and conditions with what each compared. */
export function explainedMonthText(
  of: ExplainedPath,
  month: number,
  width: number,
  emphasis: Emphasis,
): string[] {
  const found = of.months[month - 1]!;
  return [
    ...wrappedLines(found.explanation.text, width).map(emphasis.bold),
    ...worldLines(found, of.months[month - 2]).flatMap((line) => listLines("  ", line, width)),
    "",
    ...(found.explanation.children ?? []).flatMap((ruleset) => [
      ...rulesetLines(ruleset, width, emphasis),
      "",
    ]),
  ].slice(0, -1);
}

function worldLines(month: ExplainedMonth, before: ExplainedMonth | undefined): string[] {
  const pounds = (value: number) => poundsWords(value * 100);
  const phase = month.live ? nameWords(month.phase) : "the contract has ended";
  const interest = month.interest === 0 ? "" : `, cost of capital ${pounds(month.interest)}`;
  const owed = month.payments
    .filter((payment) => payment.pounds !== 0)
    .map((p) => `${nameWords(p.output)} ${pounds(p.pounds)}, paid in month ${p.paidIn}`);
  if (month.settlement !== 0) owed.push(`cancellation fee ${pounds(month.settlement)}`);
  return [
    `Phase: ${phase}. Referrals ${numberWords(month.referrals)} of ${numberWords(month.indicativeReferrals)} indicated, starts ${numberWords(month.starts)}.`,
    `Owed: ${owed.length === 0 ? "nothing" : owed.join("; ")}.`,
    `Cash ${pounds(before?.cash ?? 0)} before; received ${pounds(month.received)}, cost ${pounds(month.cost)}${interest}; ${pounds(month.cash)} at the end of the month.`,
  ];
}

function rulesetLines(ruleset: Explanation, width: number, emphasis: Emphasis): string[] {
  const source = escapedText((ruleset.source ?? []).map(sourceWords).join("; "));
  return [
    ...wrappedLines(escapedText(ruleset.text), width).map(emphasis.bold),
    ...wrappedLines(`[${source}]`, width - 2).map((line) => emphasis.dim(`  ${line}`)),
    ...(ruleset.children ?? []).flatMap((rule) =>
      explanationLines(rule).flatMap(({ depth, text }) =>
        listLines(`${"  ".repeat(depth + 1)}· `, escapedText(text), width),
      ),
    ),
  ];
}
