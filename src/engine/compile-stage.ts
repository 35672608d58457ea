import { binary } from "./arithmetic-nodes.ts";
import { holds } from "./column.ts";
import { constant, type Graph, type MaskNode, type NumberNode, read, readMask } from "./graph.ts";
import type { HitPolicy } from "./hit-policy.ts";
import { combine, constantMask, select } from "./mask-nodes.ts";

/** One rule of a stage for one output: where it holds and what it gives there. */
export type StageRule = {
  readonly name: string;
  readonly priority: number;
  readonly mask: MaskNode;
  readonly amount: NumberNode;
};

/** What a stage gives for one output: where any rule (or `otherwise`) decided, and the value there. */
export type StageResult = { readonly hit: MaskNode; readonly value: NumberNode };

/** Two rules held where the hit policy allows one; the clause is at fault, not the path. */
export type Conflict = { readonly rules: readonly [string, string]; readonly path: number };

/**
 * Brings the rules on one output to one value a path, as `decide` does for one path.
 *
 * `conflict` is called when the policy is `unique` and two rules hold on a path, or `any` and they differ.
 */
export function compileStage(
  graph: Graph,
  policy: HitPolicy,
  rules: readonly StageRule[],
  otherwise: NumberNode | undefined,
  conflict: (found: Conflict) => void,
): StageResult {
  const zero = constant(graph, 0);
  if (rules.length === 0) {
    // An output that stands under `otherwise` only: no rule can hit it, and a count of no rules is 0.
    const value = policy === "collect count" ? zero : (otherwise ?? zero);
    return { hit: constantMask(graph, true), value };
  }
  if (policy === "collect count") {
    const one = constant(graph, 1);
    const value = rules
      .map((rule) => select(graph, rule.mask, one, zero))
      .reduce((a, b) => binary(graph, "add", a, b));
    return { hit: constantMask(graph, true), value };
  }
  if (policy === "unique" || policy === "any") watch(graph, policy, rules, conflict);
  const hit = rules.map((rule) => rule.mask).reduce((a, b) => combine(graph, "or", a, b));
  const elsewhere = otherwise ?? zero;
  const value = fold(graph, policy, rules, elsewhere, hit);
  return otherwise === undefined ? { hit, value } : { hit: constantMask(graph, true), value };
}

function fold(
  graph: Graph,
  policy: HitPolicy,
  rules: readonly StageRule[],
  elsewhere: NumberNode,
  hit: MaskNode,
): NumberNode {
  const add = policy === "collect sum" || policy === "rule order" || policy === "output order";
  const least = policy === "collect min";
  if (rules.length > 1 && (add || least || policy === "collect max")) {
    const none = constant(graph, add ? 0 : least ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY);
    const op = add ? "add" : least ? "min" : "max";
    const all = rules
      .map((rule) => select(graph, rule.mask, rule.amount, none))
      .reduce((a, b) => binary(graph, op, a, b));
    return select(graph, hit, all, elsewhere);
  }
  const ordered = policy === "priority" ? [...rules].sort((a, b) => b.priority - a.priority) : [...rules];
  return ordered.reduceRight((rest, rule) => select(graph, rule.mask, rule.amount, rest), elsewhere);
}

function watch(
  graph: Graph,
  policy: HitPolicy,
  rules: readonly StageRule[],
  conflict: (found: Conflict) => void,
): void {
  for (const [k, second] of rules.entries()) {
    for (const first of rules.slice(0, k)) {
      if (policy === "any" && first.amount.id === second.amount.id) continue;
      const both = combine(graph, "and", first.mask, second.mask);
      const look = () => {
        const hits = readMask(both);
        if (hits.uniform && !hits.value) return;
        for (let path = 0; path < graph.width; path++) {
          if (!holds(hits, path)) continue;
          const a = read(first.amount);
          const b = read(second.amount);
          const same = Object.is(a.uniform ? a.value : a.data[path], b.uniform ? b.value : b.data[path]);
          if (policy === "unique" || !same) return conflict({ rules: [first.name, second.name], path });
        }
      };
      graph.steps.push(look);
      graph.always.push(look);
    }
  }
}
