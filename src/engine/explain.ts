import type { Contract } from "./contract.ts";
import type { ExplainOptions } from "./counted-rules.ts";
import type { RulesetMonth } from "./evaluate-contract.ts";
import { explainStage } from "./explain-stage.ts";
import type { Explanation } from "./explanation.ts";
import type { Ruleset } from "./ruleset.ts";
import { paymentsOf } from "./scope.ts";
import { outcomeWords } from "./words/effect-words.ts";
import { asSentence, listWords, nameWords } from "./words/name-words.ts";
import { poundsWords } from "./words/value-words.ts";
import { contractWording, type Wording } from "./words/wording.ts";

/** One month of one path as json-rules-engine settled it: what an explanation needs of it. */
export type SettledMonth = {
  readonly month: number;
  readonly rulesets: readonly RulesetMonth[];
  /** Pence that fell due because the contract ended. */
  readonly settlement: number;
  readonly end: string | undefined;
};

/**
 * Explains one month of a contract: ruleset by ruleset, which rules held and why, what they gave, on which source.
 *
 * The tree goes from the month to its rulesets, their rules, the conditions of each, and the values compared.
 */
export function explainMonth(
  contract: Contract,
  settled: SettledMonth,
  options: ExplainOptions,
): Explanation {
  const { month, rulesets, settlement, end } = settled;
  const owed = rulesets
    .flatMap((r) => [...r.payments.values()])
    .reduce((sum, pence) => sum + pence, settlement);
  const ended = end === undefined ? "" : `; the contract ends on the ground ${nameWords(end)}`;
  const part = settlement === owed ? "all" : poundsWords(settlement);
  const due = settlement === 0 ? "" : `, ${part} of it the settlement`;
  return {
    text: `Month ${month}: ${owed === 0 ? "nothing" : poundsWords(owed)} is owed${due}${ended}`,
    children: rulesets.map((ruleset) => explainRuleset(contract, ruleset, options)),
  };
}

function explainRuleset(contract: Contract, month: RulesetMonth, options: ExplainOptions): Explanation {
  const { ruleset, judgements, read } = month;
  const name = `${asSentence(ruleset.kind.replace("-", " ")).slice(0, -1)}, “${ruleset.title}”`;
  const about = { ruleset: ruleset.id };
  if (read.length === 0)
    return { text: `${name}: not asked, as the contract has ended`, source: ruleset.source, about };
  const wording = contractWording(contract, options.priceScale);
  let from = 0;
  const children = ruleset.stages.flatMap((stage, s) => {
    const own = judgements.slice(from, from + stage.rules.length);
    from += stage.rules.length;
    return explainStage(contract, { ruleset, stage, judgements: own, read: read[s]! }, options);
  });
  const text = `${name}: ${givenInMonth(month, wording)}`;
  return { text, source: ruleset.source, about, children };
}

/** All that a ruleset gave in a month, in one phrase: "£2,800 is owed as start fee", "the contract goes on". */
export function givenInMonth(month: RulesetMonth, wording: Wording): string {
  const given = [
    ...[...month.payments]
      .filter(([, pence]) => pence !== 0)
      .map(([output, pence]) => outcomeWords("pay", output, pence, wording)),
    ...[...month.sets].map(([output, value]) => outcomeWords("set", output, value, wording)),
    ...(month.end === undefined ? [] : [outcomeWords("end", month.end, undefined, wording)]),
  ];
  return given.length === 0 ? nothingWords(month.ruleset) : listWords(given);
}

function nothingWords(ruleset: Ruleset): string {
  if (ruleset.kind === "termination") return "the contract goes on";
  if (ruleset.kind === "cancellation") return "nothing would be due if the contract ended";
  return paymentsOf(ruleset).length > 0 ? "nothing is owed" : "nothing is set";
}
