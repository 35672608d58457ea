import { relativeFacts, riskFacts } from "../engine/award-facts.ts";
import { bindContract } from "../engine/contract.ts";
import type { DocumentPath } from "../engine/document.ts";
import type { Fact } from "../engine/fact.ts";
import { type AwardKind, isAwardKind, orderOfKind } from "../engine/kind.ts";
import { didYouMean } from "../engine/nearest-name.ts";
import type { Problem } from "../engine/problem.ts";
import type { Ruleset } from "../engine/ruleset.ts";
import { namesInTracked, readsOf } from "../engine/scope.ts";
import { unsaidAmounts, unsaidValues } from "./asked-values.ts";
import type { BoundRule } from "./bound-requirement.ts";
import type { Requirement, RuleUse } from "./requirement-schema.ts";

/** What binding a rule needs: the rulesets at hand, the requirement, and where a problem goes. */
export type RuleBinder = {
  readonly rulesets: ReadonlyMap<string, Ruleset>;
  readonly requirement: Requirement;
  readonly report: (path: DocumentPath, problem: Omit<Problem, "where">) => void;
  readonly where: (path: DocumentPath) => string;
};

/** Looks a ruleset up and binds its parameters; undefined where something is wrong, which is told. */
export function bindRule(
  use: RuleUse,
  path: DocumentPath,
  allowed: readonly AwardKind[],
  binder: RuleBinder,
): BoundRule | undefined {
  const { rulesets, requirement, report } = binder;
  const id = typeof use === "string" ? use : use.rule;
  const at = typeof use === "string" ? path : [...path, "rule"];
  const ruleset = rulesets.get(id);
  if (ruleset === undefined) {
    const known = [...rulesets.values()].filter(({ kind }) => (allowed as readonly string[]).includes(kind));
    const hint = didYouMean(
      id,
      known.map((r) => r.id),
    );
    report(at, {
      adjective: "unknown",
      noun: "ruleset",
      found: id,
      expected: `one of ${known.map((r) => r.id).join(", ")}, or one under rulesets`,
      ...(hint && { hint }),
    });
    return undefined;
  }
  if (!isAwardKind(ruleset.kind) || !allowed.includes(ruleset.kind)) {
    report(at, {
      adjective: "unsupported",
      noun: "ruleset",
      found: `${id}, of kind ${ruleset.kind}`,
      expected: `one of kind ${allowed.join(", ")}`,
    });
    return undefined;
  }
  if (requirement.priceCeiling === undefined && readsEverything(ruleset).includes("priceCeilingPence")) {
    report(at, {
      adjective: "missing",
      noun: "key",
      found: "priceCeiling",
      expected: `pounds above 0 under priceCeiling, which ${id} reads`,
    });
    return undefined;
  }
  const unsaid = unsaidValues(ruleset, requirement);
  for (const { keys, expected } of unsaid) {
    report(at, {
      adjective: "missing",
      noun: "key",
      found: keys.join(", "),
      expected: `${expected}, which ${id} reads`,
      hint: "without it no offer could fail the gate",
    });
  }
  for (const name of unsaidAmounts(ruleset, typeof use === "string" ? {} : use.parameters)) {
    report(path, {
      adjective: "missing",
      noun: "parameter",
      found: name,
      expected: `pounds for ${name} under the parameters of ${id}`,
      hint: "without it no bidder could be asked",
    });
  }
  const early = readsEverything(ruleset).filter((name) => isTooEarly(name, ruleset.kind as AwardKind));
  if (early.length > 0) {
    report(at, {
      adjective: "unsupported",
      noun: "fact",
      found: `${early.join(", ")} in ${id}, of kind ${ruleset.kind}`,
      expected: "facts that are known when the kind runs",
      hint: "gates come first, then quality, the standard, prices to be explained, and the price",
    });
    return undefined;
  }
  const { contract, problems } = bindContract(
    { id, rulesets: [ruleset], parameters: typeof use === "string" ? {} : use.parameters },
    answersOf(ruleset),
    requirement.published,
    "",
  );
  for (const { where: _, ...problem } of problems) {
    const isUnknown = problem.adjective === "unknown" && problem.noun === "parameter";
    report(typeof use === "string" ? path : [...path, "parameters"], {
      ...problem,
      ...(isUnknown && { expected: parametersWords(ruleset) }),
    });
  }
  return contract && { ruleset, contract };
}

function parametersWords({ id, parameters }: Ruleset): string {
  const names = Object.keys(parameters);
  return names.length === 0 ? `none: ${id} has no parameters` : `one of ${names.join(", ")}`;
}

/** The facts beyond the dictionary that a ruleset reads from an offer's answers. */
export function answersOf(ruleset: Ruleset): Map<string, Fact> {
  return new Map(
    Object.entries(ruleset.facts)
      .filter(([, fact]) => fact.from === "scenario")
      .map(([name, fact]) => [name, { name, ...fact } as Fact]),
  );
}

/** Every fact that a ruleset reads, in conditions, amounts and what it tracks. */
export function readsEverything(ruleset: Ruleset): string[] {
  return [...new Set([...readsOf(ruleset), ...Object.values(ruleset.tracked).flatMap(namesInTracked)])];
}

const qualityFacts = ["qualityShare", "lowestQualityShare", "pricePerPointPence"];
const criterionFacts = ["pointsAvailable", "rating", "ratingTop"];

/** Is the fact not known yet, or not there at all, when rulesets of the kind run? */
function isTooEarly(name: string, kind: AwardKind): boolean {
  const order = orderOfKind(kind);
  if (relativeFacts.includes(name)) return order < orderOfKind("price-check");
  if (qualityFacts.includes(name)) return order <= orderOfKind("quality");
  if (criterionFacts.includes(name)) return kind !== "quality" && kind !== "price";
  return false;
}

/** Does the ruleset need a simulation of the contract? */
export function readsRisk(ruleset: Ruleset): boolean {
  return readsEverything(ruleset).some((name) => riskFacts.includes(name));
}

/** Do a ruleset's points depend on other offers? */
export function isRelative(ruleset: Ruleset): boolean {
  return readsEverything(ruleset).some((name) => relativeFacts.includes(name));
}
