import type { DocumentPath } from "../engine/document.ts";
import { isAwardKind } from "../engine/kind.ts";
import { didYouMean } from "../engine/nearest-name.ts";
import type { Problem } from "../engine/problem.ts";
import type { Ruleset } from "../engine/ruleset.ts";

/** Looks up the rulesets that a policy names; one that is not there, or is no term of a contract, is a problem. */
export function rulesetsOf(
  policy: { readonly rulesets: readonly string[] },
  known: ReadonlyMap<string, Ruleset>,
  path: DocumentPath,
  report: (path: DocumentPath, problem: Omit<Problem, "where">) => void,
): Ruleset[] {
  return policy.rulesets.flatMap((id, r) => {
    const ruleset = known.get(id);
    if (ruleset !== undefined && !isAwardKind(ruleset.kind)) return [ruleset];
    if (ruleset !== undefined) {
      report([...path, r], {
        adjective: "unsupported",
        noun: "ruleset",
        found: `${id}, of kind ${ruleset.kind}`,
        expected: "a term of a contract",
        hint: "criteria of an award are bound by a requirement",
      });
      return [];
    }
    const hint = didYouMean(id, known.keys());
    report([...path, r], {
      adjective: "unknown",
      noun: "ruleset",
      found: id,
      expected: "a ruleset of the library or of this scenario",
      ...(hint && { hint }),
    });
    return [];
  });
}
