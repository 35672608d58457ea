import type { DocumentPath } from "../engine/document.ts";
import { isRefusedName, REFUSED_NAMES } from "../engine/reading/document-limits.ts";
import { bindRule, type RuleBinder, readsEverything, readsRisk } from "./bind-rule.ts";
import type { BoundCriterion, Leaf } from "./bound-requirement.ts";
import { type Hundredths, splitMarks } from "./marks.ts";
import type { CriterionSpec } from "./requirement-schema.ts";

type LeafSpec = Omit<CriterionSpec, "parts">;

/** Binds criteria and their parts to the rulesets that score them, and gives each its marks. */
export function bindCriteria(binder: RuleBinder): BoundCriterion[] {
  const { criteria, marks } = binder.requirement;
  checkIds(binder);
  checkWeights(criteria, ["criteria"], "criteria", binder);
  const each = splitMarks(
    marks * 100,
    criteria.map(({ weight }) => weight),
  );
  return criteria.map((criterion, c) => {
    const path: DocumentPath = ["criteria", c];
    const { id, title, weight, parts } = criterion;
    if (parts === undefined) {
      const leaf = bindLeaf(criterion, id, each[c]!, path, binder);
      return { id, title, weight, marks: each[c]!, leaves: leaf === undefined ? [] : [leaf] };
    }
    if (criterion.rule !== undefined) {
      binder.report([...path, "rule"], {
        adjective: "unsupported",
        noun: "key",
        found: "rule beside parts",
        expected: "one of them",
      });
    }
    checkWeights(parts, [...path, "parts"], `parts of ${id}`, binder);
    const own = splitMarks(
      each[c]!,
      parts.map((part) => part.weight),
    );
    const leaves = parts.flatMap((part, p): Leaf[] => {
      const leaf = bindLeaf(part, id, own[p]!, [...path, "parts", p], binder);
      return leaf === undefined ? [] : [leaf];
    });
    return { id, title, weight, marks: each[c]!, leaves };
  });
}

function bindLeaf(
  spec: LeafSpec,
  criterion: string,
  marks: Hundredths,
  path: DocumentPath,
  binder: RuleBinder,
): Leaf | undefined {
  if (spec.rule === undefined) {
    binder.report(path, {
      adjective: "missing",
      noun: "key",
      found: "rule",
      expected: `a ruleset that scores ${spec.id}, or parts that have one each`,
    });
    return undefined;
  }
  const rule = bindRule(spec.rule, [...path, "rule"], ["quality", "price"], binder);
  if (rule === undefined) return undefined;
  const { id, title, ratingTop, assessed } = spec;
  const isRated = readsEverything(rule.ruleset).includes("rating");
  if (isRated && isRefusedName(id)) {
    binder.report([...path, "id"], {
      adjective: "invalid",
      noun: "name",
      found: id,
      expected: `a name other than ${[...REFUSED_NAMES].join(", ")}`,
      hint: "no file of offers may have a rating under it",
    });
  }
  return {
    ...rule,
    id,
    title,
    criterion,
    marks,
    // Where nothing is weighed, points are out of 100: what others read of them is a share.
    outOf: spec.outOf === undefined ? (marks === 0 ? 10_000 : marks) : Math.round(spec.outOf * 100),
    ratingTop,
    assessed,
    isRated,
    isSimulated: readsRisk(rule.ruleset),
    kind: rule.ruleset.kind === "price" ? "price" : "quality",
  };
}

function checkWeights(
  of: readonly { readonly weight: number }[],
  path: DocumentPath,
  what: string,
  { report }: RuleBinder,
): void {
  const sum = of.reduce((total, { weight }) => total + Math.round(weight * 100), 0);
  if (sum === 10_000) return;
  report(path, {
    adjective: "invalid",
    noun: "sum of weights",
    found: `${sum / 100} %`,
    expected: `100 % over all ${what}`,
  });
}

/** Offers and tie-breaks name criteria and parts alike, so that no two share a name, nor one with price or lot. */
function checkIds({ requirement, report }: RuleBinder): void {
  const seen = new Set<string>(["lot"]);
  const check = (id: string, path: DocumentPath, taken: boolean) => {
    if (seen.has(id) || taken) {
      report([...path, "id"], {
        adjective: "duplicate",
        noun: "criterion",
        found: id,
        expected: "a name that no other criterion, part or tie-break has",
      });
    }
    seen.add(id);
  };
  for (const [c, criterion] of requirement.criteria.entries()) {
    check(criterion.id, ["criteria", c], false);
    for (const [p, part] of (criterion.parts ?? []).entries())
      check(part.id, ["criteria", c, "parts", p], part.id === "price");
  }
}
