import type { DocumentPath, ParsedDocument } from "../engine/document.ts";
import { orderOfKind } from "../engine/kind.ts";
import { didYouMean } from "../engine/nearest-name.ts";
import type { Problem } from "../engine/problem.ts";
import { valueAt } from "../engine/reading/value-at.ts";
import type { Ruleset } from "../engine/ruleset.ts";
import { checkWrittenRuleset } from "../engine/table/check-written-ruleset.ts";
import { bindCriteria } from "./bind-criteria.ts";
import { answersOf, bindRule, type RuleBinder } from "./bind-rule.ts";
import type { BoundRequirement, BoundRule } from "./bound-requirement.ts";
import { isUnread, readAsFar } from "./read-as-far.ts";
import { type Requirement, requirementSchema } from "./requirement-schema.ts";
import { isStandInName, requirementStandIn } from "./requirement-stand-ins.ts";
import type { UnknownParts } from "./unknown-parts.ts";

export type CheckedRequirement =
  | { readonly bound: BoundRequirement; readonly problems: readonly []; readonly partly?: undefined }
  | {
      readonly bound?: undefined;
      readonly problems: readonly Problem[];
      /** As much of it as could be read and bound, for offers to be checked against, and what could not. */
      readonly partly?: PartlyBound;
    };

export type PartlyBound = {
  readonly bound: BoundRequirement;
  readonly unknown: UnknownParts;
  /** Does a place lie in one that could not be read? */
  readonly isUnread: (path: DocumentPath) => boolean;
};

/** Checks a parsed requirement and binds its rules: shape, weights, rules, tie-breaks; all problems at once. */
export function checkRequirement(
  document: ParsedDocument,
  library: ReadonlyMap<string, Ruleset>,
  /** The requirement as an option has it, such as with a criterion more. */
  changed: (requirement: Requirement) => Requirement = (requirement) => requirement,
): CheckedRequirement {
  if (document.value === undefined) return { problems: document.problems };
  const read = readAsFar(requirementSchema, document, requirementStandIn);
  if (read.data === undefined) return { problems: [...document.problems, ...read.problems] };
  const { unread } = read;
  const requirement = changed(read.data);
  const problems: Problem[] = [...document.problems, ...read.problems];
  const isCriterionUnread = unread.some((path) => path[0] === "criteria" && namesCriterion(path));
  const refused = new Set<string>();
  const rulesets = new Map(library);
  const binder: RuleBinder = {
    rulesets,
    requirement,
    report: (path, problem) => {
      if (isUnread(path, unread)) return;
      const isSum = problem.noun === "sum of weights";
      if (
        isSum &&
        unread.some((place) => place.length > path.length && isUnread(path, [place.slice(0, path.length)]))
      )
        return;
      const isKey = problem.adjective === "missing" && problem.noun === "key";
      if (isKey && (problem.found ?? "").split(", ").some((key) => isUnread([key], unread))) return;
      if (problem.noun === "tie-break" && problem.adjective === "unknown" && isCriterionUnread) return;
      if (problem.noun === "ruleset" && problem.adjective === "unknown" && refused.has(problem.found ?? ""))
        return;
      problems.push({ where: document.where(path), ...problem });
    },
    where: (path) => document.where(path),
  };
  for (const [r, written] of requirement.rulesets.entries()) {
    const own = checkWrittenRuleset(document, written, ["rulesets", r]);
    problems.push(...own.problems);
    if (own.ruleset === undefined) {
      const id = valueAt(written, ["id"]);
      if (typeof id === "string") refused.add(id);
      continue;
    }
    if (rulesets.has(own.ruleset.id)) {
      binder.report(["rulesets", r, "id"], {
        adjective: "duplicate",
        noun: "ruleset",
        found: own.ruleset.id,
        expected: "an id that the library does not use",
      });
    }
    rulesets.set(own.ruleset.id, own.ruleset);
  }
  const checks = requirement.checks.flatMap((use, c): BoundRule[] => {
    const rule = bindRule(use, ["checks", c], ["admission", "standard", "price-check"], binder);
    return rule === undefined ? [] : [rule];
  });
  checks.sort((a, b) => orderOfKind(a.ruleset.kind) - orderOfKind(b.ruleset.kind));
  const seen = new Set<string>();
  for (const [c, use] of requirement.checks.entries()) {
    const id = typeof use === "string" ? use : use.rule;
    if (seen.has(id))
      binder.report(["checks", c], {
        adjective: "duplicate",
        noun: "ruleset",
        found: id,
        expected: "each check once",
      });
    seen.add(id);
  }
  const criteria = bindCriteria(binder);
  const tieBreaks = checkTieBreaks(binder);
  const leaves = criteria.flatMap((criterion) => criterion.leaves);
  const bound = [...checks, ...leaves];
  const answers = [...new Set(bound.flatMap(({ ruleset }) => [...answersOf(ruleset).keys()]))];
  const all: BoundRequirement = { requirement, checks, criteria, leaves, tieBreaks, answers };
  if (problems.length === 0) return { bound: all, problems: [] };
  const boundLeaves = new Set(leaves.map(({ id }) => id));
  const named = requirement.criteria.flatMap((criterion) => criterion.parts ?? [criterion]);
  const unbound = new Set(named.map(({ id }) => id).filter((id) => !boundLeaves.has(id)));
  const isRuleUnbound = unbound.size > 0 || checks.length < requirement.checks.length;
  const isIdUnread = isUnread(["id"], unread);
  const known = { ...all, leaves: leaves.filter(({ id }) => !isStandInName(id)) };
  return {
    problems,
    partly: {
      bound: known,
      unknown: { unbound, isCriterionUnread, isRuleUnbound, isIdUnread },
      isUnread: (path) => isUnread(path, unread),
    },
  };
}

/** Does a place hold the name of a criterion or of a part? */
function namesCriterion(path: DocumentPath): boolean {
  const last = path.at(-1);
  return typeof last === "number" || last === "id" || last === "criteria" || last === "parts";
}

/** Tie-breaks name criteria, their parts, the price or the lot, once each; the lot always ends them. */
function checkTieBreaks({ requirement, report }: RuleBinder): string[] {
  const known = requirement.criteria.flatMap((c) => [c.id, ...(c.parts ?? []).map((p) => p.id)]);
  const allowed = [...new Set([...known, "price", "lot"])];
  for (const [t, name] of requirement.tieBreaks.entries()) {
    if (!allowed.includes(name)) {
      const hint = didYouMean(name, allowed);
      report(["tieBreaks", t], {
        adjective: "unknown",
        noun: "tie-break",
        found: name,
        expected: `one of ${allowed.join(", ")}`,
        ...(hint && { hint }),
      });
    } else if (requirement.tieBreaks.indexOf(name) !== t)
      report(["tieBreaks", t], {
        adjective: "duplicate",
        noun: "tie-break",
        found: name,
        expected: "each tie-break once",
      });
    else if (name === "lot" && t < requirement.tieBreaks.length - 1) {
      report(["tieBreaks", t], {
        adjective: "invalid",
        noun: "order of tie-breaks",
        found: `${requirement.tieBreaks[t + 1]} after lot`,
        expected: "lot at the end, as it always decides",
      });
    }
  }
  const { tieBreaks } = requirement;
  return tieBreaks.includes("lot") ? tieBreaks : [...tieBreaks, "lot"];
}
