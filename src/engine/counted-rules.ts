import { workOut } from "./amount.ts";
import { amountOf, outputsOfStage } from "./compile-ruleset.ts";
import { type Contract, readParameter } from "./contract.ts";
import type { Judgement } from "./evaluate.ts";
import type { RulesetMonth } from "./evaluate-contract.ts";
import { codeOf, type FactValue, factValueOf } from "./fact.ts";
import { decide, type Hit } from "./hit-policy.ts";
import { round } from "./money.ts";
import type { Effect, Ruleset, Stage } from "./ruleset.ts";

/** One stage of a ruleset in one month, as it was judged. */
export type JudgedStage = {
  readonly ruleset: Ruleset;
  readonly stage: Stage;
  readonly judgements: readonly Judgement[];
  /** The facts as the stage read them. */
  readonly read: Readonly<Record<string, FactValue>>;
};

export type ExplainOptions = { readonly priceScale: number; readonly rounded: boolean };

/** What an effect gives by the facts that its stage read: pence rounded once, or a value of the fact. */
export function worthOf(
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
export function countedRules(
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

/** An effect that counted in a month, with the rule that gave it (none where none held) and the facts as its stage read them. */
export type CountedEffect = {
  readonly effect: Effect;
  readonly rule: string | undefined;
  readonly read: Readonly<Record<string, FactValue>>;
};

/** What made up an output of a ruleset in a month: the rules that counted, or what is given where none held. */
export function countedEffects(
  contract: Contract,
  { ruleset, judgements, read }: Pick<RulesetMonth, "ruleset" | "judgements" | "read">,
  { type, output }: { readonly type: Effect["type"]; readonly output: string },
  options: ExplainOptions,
): CountedEffect[] {
  if (read.length === 0) return [];
  const isMeant = (effect: Effect) => effect.type === type && effect.params.output === output;
  let from = 0;
  return ruleset.stages.flatMap((stage, s): CountedEffect[] => {
    const own = judgements.slice(from, from + stage.rules.length);
    from += stage.rules.length;
    const facts = read[s]!;
    const judged = { ruleset, stage, judgements: own, read: facts };
    const counted = countedRules(judged, (effect) => worthOf(effect, contract, facts, options));
    const rules = stage.rules.filter(({ name, event }) => isMeant(event) && counted.has(name));
    if (rules.length > 0) return rules.map(({ name, event }) => ({ effect: event, rule: name, read: facts }));
    return stage.otherwise
      .filter(isMeant)
      .slice(0, 1)
      .map((effect) => ({ effect, rule: undefined, read: facts }));
  });
}
