import { verdictsOf } from "../engine/scope.ts";
import { answerAll } from "./answer-all.ts";
import type { BoundRule } from "./bound-requirement.ts";
import { openCompiledAnswers } from "./compiled-answers.ts";
import { judgeRound, type Round } from "./judge-round.ts";
import { changedFacts, type OpenRound } from "./open-round.ts";
import type { RuleAnswers, RuleQuestion } from "./rule-answers.ts";
import type { OfferChange } from "./trial.ts";

/** Kinds whose rulesets read nothing of other offers: what they say of the others stays as it was. */
const ownKinds = ["admission", "quality", "standard"];

/** Judges the whole award with changes to one offer, asking anew only what a change can move. */
export type KeptRound = {
  readonly judge: (offer: number, change: OfferChange) => Round;
  /** Rulesets compiled for one offer, to be asked of any. */
  readonly askAlone: (question: RuleQuestion) => RuleAnswers;
};

/**
 * Keeps what gates, quality and the standard said of every offer, once for all bidders of a round.
 *
 * A change to one offer asks these again of that offer alone; prices and what is relative are asked of all.
 */
export function keepAnswers({ bound, offers, facts }: OpenRound): KeptRound {
  const askAll = openCompiledAnswers(offers.length);
  const askAlone = openCompiledAnswers(1);
  const asked = Uint8Array.of(1);
  const kept = new Map<BoundRule, Map<string, Float64Array>>();
  const keptOfHundred: typeof kept = new Map();
  const keptFor = ({ isOfHundred }: RuleQuestion) => (isOfHundred ? keptOfHundred : kept);
  // Only who wins is asked, and not by which rules.
  const run = (of: typeof facts, answer: (question: RuleQuestion) => RuleAnswers) =>
    answerAll(judgeRound(bound, offers, of, { withReasons: false }), answer);
  const isOwn = ({ ruleset }: BoundRule) => ownKinds.includes(ruleset.kind);
  const keep = (question: RuleQuestion, answers: RuleAnswers) => {
    const { rule } = question;
    const outputs = rule.ruleset.kind === "quality" ? ["points"] : verdictsOf(rule.ruleset, "exclude");
    const columns = [...outputs].map((output): [string, Float64Array] => [
      output,
      Float64Array.from(offers, (_, i) => answers.value(output, i)),
    ]);
    keptFor(question).set(rule, new Map(columns));
  };
  run(facts, (question) => {
    const answers = askAll(question);
    if (isOwn(question.rule)) keep(question, answers);
    return answers;
  });
  return {
    askAlone,
    judge: (offer, change) =>
      run(changedFacts(facts, { offer, ...change }), (question) => {
        const { rule, columns } = question;
        if (!isOwn(rule)) return askAll(question);
        const others = keptFor(question).get(rule)!;
        const one = new Map([...columns].map(([name, column]) => [name, Float64Array.of(column[offer]!)]));
        const own = askAlone({ rule, columns: one, asked });
        return {
          value: (output, i) => (i === offer ? own.value(output, 0) : others.get(output)![i]!),
          decided: (i) => (i === offer ? own.decided(0) : []),
        };
      }),
  };
}
