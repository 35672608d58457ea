import { decide, hitPolicies } from "../../src/engine/hit-policy.ts";
import { code, table } from "./markdown.mjs";
import { wordsFor } from "./words-for.mjs";

export function hitPoliciesTable() {
  const words = wordsFor("hit policies", hitPolicies, {
    unique: "At most one rule may hold.",
    any: "Several may hold if they give the same amount.",
    first: "The first in file order counts.",
    priority:
      "The highest `priority` counts (default 1, from 1 to 1,000); of equals, the first in file order.",
    "collect sum": "The sum of all that hold.",
    "collect min": "The least of all that hold.",
    "collect max": "The most of all that hold.",
    "collect count": "How many hold; for `set` only.",
    "rule order": "As `collect sum`; for `pay` and `end` only.",
    "output order": "As `collect sum`; for `pay` and `end` only.",
  });
  const rules = {
    A: { rule: "A", priority: 1, amount: 30 },
    B: { rule: "B", priority: 3, amount: 50 },
    C: { rule: "C", priority: 2, amount: 30 },
  };
  const given = (policy, names) => {
    const found = decide(
      policy,
      names.map((name) => rules[name]),
    );
    if (found.outcome === "none") return "nothing";
    return found.outcome === "conflict" ? "**the run stops**" : found.value;
  };
  const rows = hitPolicies.map((policy) => [
    code(policy),
    words(policy),
    ...[["A", "B", "C"], ["A", "C"], ["B"], []].map((names) => given(policy, names)),
  ]);
  return table(["hit policy", "meaning", "A, B and C hold", "A and C hold", "B holds", "none holds"], rows);
}
