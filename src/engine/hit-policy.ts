/** DMN's hit policies, in words (OMG DMN 1.5, section 8.2.8); each applies to every output of a stage apart. */
export const hitPolicies = [
  "unique",
  "any",
  "first",
  "priority",
  "collect sum",
  "collect min",
  "collect max",
  "collect count",
  "rule order",
  "output order",
] as const;

export type HitPolicy = (typeof hitPolicies)[number];

/** One rule that held, with what it gives; in file order. */
export type Hit = { readonly rule: string; readonly priority: number; readonly amount: number };

/** What a stage decides for one output: no hit, a value, or a conflict that the policy forbids. */
export type Decision =
  | { readonly outcome: "none" }
  | { readonly outcome: "value"; readonly value: number }
  | { readonly outcome: "conflict"; readonly rules: readonly [string, string] };

/**
 * Brings the hits on one output, in file order, to one value.
 *
 * unique: at most one may hold. any: several may, if they agree. first: the first in file order. priority:
 * the highest rule `priority`, then file order. collect sum, rule order and output order: their sum.
 */
export function decide(policy: HitPolicy, hits: readonly Hit[]): Decision {
  const first = hits[0];
  if (policy === "collect count") return { outcome: "value", value: hits.length };
  if (first === undefined) return { outcome: "none" };
  if (policy === "unique" && hits[1] !== undefined) {
    return { outcome: "conflict", rules: [first.rule, hits[1].rule] };
  }
  if (policy === "any") {
    const other = hits.find((hit) => !Object.is(hit.amount, first.amount));
    if (other !== undefined) return { outcome: "conflict", rules: [first.rule, other.rule] };
  }
  let value = first.amount;
  let priority = first.priority;
  for (const hit of hits.slice(1)) {
    if (policy === "collect min") value = hit.amount < value ? hit.amount : value;
    else if (policy === "collect max") value = hit.amount > value ? hit.amount : value;
    else if (policy === "collect sum" || policy === "rule order" || policy === "output order")
      value += hit.amount;
    else if (policy === "priority" && hit.priority > priority) {
      value = hit.amount;
      priority = hit.priority;
    }
  }
  return { outcome: "value", value };
}
