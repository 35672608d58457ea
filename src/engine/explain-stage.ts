import { namesInAmount, workOut } from "./amount.ts";
import { amountOf, outputsOfStage } from "./compile-ruleset.ts";
import { type Contract, readParameter } from "./contract.ts";
import type { Judgement } from "./evaluate.ts";
import { explainCondition, reasonsFor } from "./explain-condition.ts";
import { explainTracked } from "./explain-tracked.ts";
import type { Explanation } from "./explanation.ts";
import { codeOf, type FactValue, factValueOf } from "./fact.ts";
import { decide, type Hit } from "./hit-policy.ts";
import { round } from "./money.ts";
import type { Effect, Ruleset, Stage } from "./ruleset.ts";
import { amountWords } from "./words/amount-words.ts";
import { alwaysHolds } from "./words/condition-words.ts";
import { outcomeWords } from "./words/effect-words.ts";
import { listWords } from "./words/name-words.ts";
import { contractWording, type Wording } from "./words/wording.ts";

/** One stage of a ruleset in one month, as it was judged. */
export type JudgedStage = {
  readonly ruleset: Ruleset;
  readonly stage: Stage;
  readonly judgements: readonly Judgement[];
  /** The facts as the stage read them. */
  readonly read: Readonly<Record<string, FactValue>>;
};

export type ExplainOptions = { readonly priceScale: number; readonly rounded: boolean };

/** Explains a stage rule by rule: which held and why, what it gave, and what was given where none held. */
export function explainStage(
  contract: Contract,
  judged: JudgedStage,
  options: ExplainOptions,
): Explanation[] {
  const { ruleset, stage, judgements, read } = judged;
  const wording = contractWording(contract, options.priceScale, (name) => read[name]);
  const worth = (effect: Effect) => worthOf(effect, contract, read, options);
  const counted = countedRules(judged, worth);
  const rules = stage.rules.map((rule, r): Explanation => {
    const { held, trace } = judgements[r]!;
    const { type, params } = rule.event;
    const always = alwaysHolds(rule.conditions);
    const reason = listWords(reasonsFor(trace, wording));
    // A rule that is named for its reason need not say it twice.
    const why = always || (held && reason === rule.name) ? "" : `, as ${reason}`;
    const about = { ruleset: ruleset.id, rule: rule.name, output: params.output };
    const conditions = always ? [] : [explainCondition(trace, contract, wording)];
    if (!held) return { text: `“${rule.name}” does not hold${why}`, about, held, children: conditions };
    const given = givenWords(rule.event, worth(rule.event), wording);
    const overruled = counted.has(rule.name) ? "" : "; another rule counts before it";
    const reasons = amountReasons(rule.event, contract, wording);
    const text = always ? given : `“${rule.name}” holds${why}: ${given}`;
    return {
      text: `${text}${type === "end" ? "" : overruled}`,
      about,
      held,
      children: [...conditions, ...reasons],
    };
  });
  const branches = stage.otherwise.flatMap((effect): Explanation[] => {
    // Of ends the first counts, so any ground that holds comes before one that stands here.
    const own = stage.rules.filter(({ event }) =>
      effect.type === "end" ? event.type === "end" : sameOutput(event, effect),
    );
    if (own.some((rule) => judgements[stage.rules.indexOf(rule)]!.held)) return [];
    const given = givenWords(effect, worth(effect), wording);
    const about = { ruleset: ruleset.id, output: effect.params.output };
    return [{ text: `${own.length === 0 ? "" : "no rule for it holds, so "}${given}`, about, held: true }];
  });
  return [...rules, ...branches];
}

function sameOutput(a: Effect, b: Effect): boolean {
  return a.type === b.type && a.params.output === b.params.output;
}

/** What an effect gives by the facts that its stage read: pence rounded once, or a value of the fact. */
function worthOf(
  effect: Effect,
  contract: Contract,
  read: Readonly<Record<string, FactValue>>,
  { priceScale, rounded }: ExplainOptions,
): FactValue | undefined {
  const { amount, output } = effect.params;
  if (amount === undefined || typeof amount === "boolean" || typeof amount === "string") return amount;
  const fact = (name: string) => contract.facts.get(name)!;
  const param = (name: string) =>
    codeOf(contract.parameters.get(name)!.parameter, readParameter(contract, name, priceScale));
  const code = workOut(amountOf(amount, { fact, param, rounded }), (name) => codeOf(fact(name), read[name]!));
  if (effect.type === "pay") return rounded ? round(code) : code;
  return factValueOf(fact(output), code);
}

/** The names of the rules that the hit policy let count, output by output. */
function countedRules(
  { stage, judgements }: JudgedStage,
  worth: (effect: Effect) => FactValue | undefined,
): Set<string> {
  const counted = new Set<string>();
  for (const [type, output] of outputsOfStage(stage)) {
    const hits = stage.rules.flatMap((rule, r): Hit[] =>
      judgements[r]!.held && rule.event.type === type && rule.event.params.output === output
        ? [{ rule: rule.name, priority: rule.priority, amount: Number(worth(rule.event)) }]
        : [],
    );
    for (const hit of countedHits(stage, hits)) counted.add(hit.rule);
  }
  return counted;
}

function countedHits(stage: Stage, hits: readonly Hit[]): readonly Hit[] {
  const { hitPolicy } = stage;
  if (hitPolicy === "first") return hits.slice(0, 1);
  if (hitPolicy === "priority") {
    const most = Math.max(...hits.map((hit) => hit.priority));
    return hits.filter((hit) => hit.priority === most).slice(0, 1);
  }
  if (hitPolicy === "collect min" || hitPolicy === "collect max") {
    const decision = decide(hitPolicy, hits);
    return hits.filter((hit) => decision.outcome === "value" && hit.amount === decision.value).slice(0, 1);
  }
  return hits;
}

/** What an effect gave and how it was worked out: "£2,800 is owed as start fee (start price £400 × starts 7)". */
function givenWords(effect: Effect, value: FactValue | undefined, wording: Wording): string {
  const { amount, output } = effect.params;
  const outcome = outcomeWords(effect.type, output, value, wording);
  if (typeof amount !== "object" || effect.type === "end") return outcome;
  return `${outcome} (${amountWords(amount, wording)})`;
}

/** The tracked facts that an amount stands on. */
function amountReasons(effect: Effect, contract: Contract, wording: Wording): Explanation[] {
  const { amount } = effect.params;
  if (typeof amount !== "object") return [];
  return [...new Set(namesInAmount(amount).facts)].flatMap((name) => explainTracked(name, contract, wording));
}
