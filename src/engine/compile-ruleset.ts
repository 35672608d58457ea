import { type Amount, type AmountSpec, resolveAmount } from "./amount.ts";
import { binary } from "./arithmetic-nodes.ts";
import { compileAmount } from "./compile-amount.ts";
import { compileCondition, type FactNodes } from "./compile-condition.ts";
import { type Conflict, compileStage, type StageRule } from "./compile-stage.ts";
import { codeOf, type Fact, type FactValue } from "./fact.ts";
import { constant, type Graph, type MaskNode, type NumberNode } from "./graph.ts";
import { combine, constantMask, select } from "./mask-nodes.ts";
import { roundNode, withoutMinusZero } from "./round-node.ts";
import type { Effect, Ruleset, Stage } from "./ruleset.ts";

/** What a compiled ruleset gives each month. */
export type RulesetNodes = {
  /** Where each rule held, by rule name. */
  readonly rules: ReadonlyMap<string, MaskNode>;
  /** What is owed under each output, in pence. */
  readonly payments: ReadonlyMap<string, NumberNode>;
  /** The values of the facts that were set. */
  readonly sets: ReadonlyMap<string, NumberNode>;
  /** Where the contract ends, and the code of the ground. */
  readonly end: { readonly mask: MaskNode; readonly ground: NumberNode } | undefined;
};

export type RulesetScope = {
  readonly fact: (name: string) => Fact;
  /** The node of a fact; sets and payments of earlier stages are put in by the compiler itself. */
  readonly node: (name: string) => NumberNode;
  /** The value of a parameter as rules read it, as a code. */
  readonly param: (name: string) => number;
  /** Rules hold only where this does: a contract that has ended is not asked about its end. */
  readonly live: MaskNode;
  /** False where people are fractional and payments are not rounded. */
  readonly rounded: boolean;
  /** The code of a ground of an end. */
  readonly ground: (output: string) => number;
  readonly conflict: (ruleset: Ruleset, stage: number, output: string, found: Conflict) => void;
};

/** Turns a ruleset into nodes of a graph, stage by stage. */
export function compileRuleset(graph: Graph, ruleset: Ruleset, scope: RulesetScope): RulesetNodes {
  const own = new Map<string, NumberNode>();
  const rules = new Map<string, MaskNode>();
  const payments = new Map<string, NumberNode>();
  const sets = new Map<string, NumberNode>();
  let end: RulesetNodes["end"];
  const facts: FactNodes = { fact: scope.fact, node: (name) => own.get(name) ?? scope.node(name) };

  for (const [s, stage] of ruleset.stages.entries()) {
    const masks = stage.rules.map((rule) =>
      combine(graph, "and", scope.live, compileCondition(graph, rule.conditions, facts)),
    );
    for (const [r, rule] of stage.rules.entries()) rules.set(rule.name, masks[r]!);
    // Outputs become facts of the next stage only when all of this stage are worked out.
    const given: (() => void)[] = [];
    for (const [type, output] of outputsOfStage(stage)) {
      if (type === "end") continue;
      const fact = type === "pay" ? undefined : scope.fact(output);
      const amountNode = (effect: Effect) => {
        // Why an offer is left out, and what its bidder is asked, is a yes without an amount.
        const { amount = true } = effect.params;
        if (typeof amount === "boolean" || typeof amount === "string")
          return constant(graph, codeOf(fact!, amount));
        const worked = compileAmount(graph, amountOf(amount, scope), facts.node);
        return type === "score" ? hundredths(graph, worked) : worked;
      };
      const stageRules: StageRule[] = stage.rules.flatMap((rule, r) =>
        rule.event.type === type && rule.event.params.output === output
          ? [{ name: rule.name, priority: rule.priority, mask: masks[r]!, amount: amountNode(rule.event) }]
          : [],
      );
      const fallback = stage.otherwise.find((e) => e.type === type && e.params.output === output);
      const result = compileStage(
        graph,
        stage.hitPolicy,
        stageRules,
        fallback && amountNode(fallback),
        (found) => scope.conflict(ruleset, s, output, found),
      );
      const decided = combine(graph, "and", scope.live, result.hit);
      const value = select(graph, decided, result.value, constant(graph, 0));
      given.push(() => {
        if (fact !== undefined) {
          const current = own.get(output) ?? scope.node(output);
          const set = select(
            graph,
            decided,
            fact.type === "number" ? withoutMinusZero(graph, value) : value,
            current,
          );
          own.set(output, set);
          sets.set(output, set);
          return;
        }
        const owed = scope.rounded ? roundNode(graph, value) : withoutMinusZero(graph, value);
        const before = payments.get(output);
        const total = before === undefined ? owed : binary(graph, "add", before, owed);
        payments.set(output, total);
        own.set(`${output}Pence`, total);
      });
    }
    for (const give of given) give();
    end = endOfStage(graph, stage, masks, scope, end);
  }
  return { rules, payments, sets, end };
}

/** Points are kept to a hundredth, as `inHundredths` does for one offer. */
function hundredths(graph: Graph, points: NumberNode): NumberNode {
  const hundred = constant(graph, 100);
  return binary(graph, "div", roundNode(graph, binary(graph, "mul", points, hundred)), hundred);
}

/** What an amount needs of where it stands. */
export type AmountScope = Pick<RulesetScope, "fact" | "param" | "rounded">;

/** A resolved amount, with parameters put in as rules read them. */
export function amountOf(spec: AmountSpec, scope: AmountScope): Amount {
  return resolveAmount(spec, {
    param: scope.param,
    rounded: scope.rounded,
    code: (of, word) => {
      if (typeof of === "object" && "fact" in of) return codeOf(scope.fact(of.fact), word as FactValue);
      return typeof word === "boolean" ? (word ? 1 : 0) : Number.NaN;
    },
  });
}

/** The outputs of a stage in file order. */
export function outputsOfStage(stage: Stage): [Effect["type"], string][] {
  const seen = new Map<string, [Effect["type"], string]>();
  for (const effect of [...stage.rules.map((rule) => rule.event), ...stage.otherwise]) {
    seen.set(`${effect.type} ${effect.params.output}`, [effect.type, effect.params.output]);
  }
  return [...seen.values()];
}

/** Where a stage ends the contract: the first ground in file order that holds; an end of an earlier stage stays. */
function endOfStage(
  graph: Graph,
  stage: Stage,
  masks: readonly MaskNode[],
  scope: RulesetScope,
  earlier: RulesetNodes["end"],
): RulesetNodes["end"] {
  const ends = stage.rules.flatMap((rule, r) =>
    rule.event.type === "end" ? [{ mask: masks[r]!, ground: scope.ground(rule.event.params.output) }] : [],
  );
  const fallback = stage.otherwise.find((effect) => effect.type === "end");
  if (fallback !== undefined) ends.push({ mask: scope.live, ground: scope.ground(fallback.params.output) });
  if (ends.length === 0) return earlier;
  const mask = ends
    .map((e) => e.mask)
    .reduce((a, b) => combine(graph, "or", a, b), earlier?.mask ?? constantMask(graph, false));
  const rest = constant(graph, 0);
  const here = ends.reduceRight(
    (ground, e) => select(graph, e.mask, constant(graph, e.ground), ground),
    rest,
  );
  return { mask, ground: earlier === undefined ? here : select(graph, earlier.mask, earlier.ground, here) };
}
