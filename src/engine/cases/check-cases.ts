import { bindExample } from "../bind-example.ts";
import { checkExampleFacts } from "../check-example-facts.ts";
import type { DocumentPath, ParsedDocument } from "../document.ts";
import type { Evaluate } from "../evaluate.ts";
import { didYouMean } from "../nearest-name.ts";
import type { Problem } from "../problem.ts";
import type { Ruleset } from "../ruleset.ts";
import { schemaProblems } from "../schema-problems.ts";
import { scopeOf } from "../scope.ts";
import { isWrittenRuleset } from "../table/check-written-ruleset.ts";
import { caseFailure } from "./case-failure.ts";
import { type Case, caseFileSchema, caseSchema, mostCases } from "./case-file-schema.ts";
import { nearestChange } from "./nearest-change.ts";
import { meets, runCase } from "./run-case.ts";

/** How many cases a file has, and what is wrong with them. */
export type CheckedCases = {
  readonly count: number;
  /** How many of them hold on both roads. */
  readonly held: number;
  readonly problems: readonly Problem[];
};

/**
 * Rulesets that cases may be of, by id; of one that does not pass its check, the file that says so, and of two that
 * differ under one id, a file of theirs.
 */
export type KnownRulesets = ReadonlyMap<string, Ruleset | Unusable>;
type Unusable = { readonly refused: string } | { readonly again: string };

/** Checks and runs the cases of a file on both roads; all problems at once. */
export async function checkCases(
  document: ParsedDocument,
  rulesets: KnownRulesets,
  evaluate: Evaluate,
): Promise<CheckedCases> {
  const other = notCases(document);
  if (other !== undefined) return { count: 0, held: 0, problems: [other] };
  const { count, cases, problems } = readCases(document);
  const names = new Set<string>();
  let held = 0;
  for (const { at, of } of cases) {
    const { ruleset: id, ...example } = of;
    const name = `${id}: ${example.name}`;
    if (names.has(name))
      problems.push({ where: document.where([...at, "name"]), ...duplicate(example.name) });
    names.add(name);
    const ruleset = rulesets.get(id);
    if (ruleset === undefined || "refused" in ruleset || "again" in ruleset) {
      const where = document.where([...at, "ruleset"]);
      problems.push({ where, ...unusable(id, ruleset, rulesets) });
      continue;
    }
    const before = problems.length;
    const own = { ...ruleset, examples: [example] };
    // The checker places what it finds under examples[0]; here that is the case.
    checkExampleFacts(own, { facts: scopeOf(own), parameters: own.parameters }, (path, problem) =>
      problems.push({ where: document.where([...at, ...path.slice(2)]), ...problem }),
    );
    if (problems.length > before) continue;
    const run = await runCase(own, example, evaluate);
    if (run === undefined) problems.push(...bindExample(own, example, document.where(at)).problems);
    if (run === undefined) continue;
    if (meets(run.reasons, example) && meets(run.kernel, example)) {
      held += 1;
      continue;
    }
    const change = await nearestChange(own, example, run, evaluate);
    problems.push({ where: document.where(at), ...caseFailure(own, example, run, change) });
  }
  return { count, held, problems };
}

type PlacedCase = { readonly at: DocumentPath; readonly of: Case };

/** The cases of a file that have the shape of one, and what is wrong with the others and the file. */
function readCases(document: ParsedDocument): { count: number; cases: PlacedCase[]; problems: Problem[] } {
  const { value } = document;
  const parsed = caseFileSchema.safeParse(value);
  const problems = parsed.success ? [] : schemaProblems(caseFileSchema, parsed.error, document);
  const isList = Array.isArray(value);
  const written: unknown = isList ? value : (value as { cases?: unknown } | null)?.cases;
  if (!Array.isArray(written) || written.length > mostCases) return { count: 0, cases: [], problems };
  const cases = written.flatMap((one: unknown, c): PlacedCase[] => {
    const { data } = caseSchema.safeParse(one);
    return data === undefined ? [] : [{ at: isList ? [c] : ["cases", c], of: data }];
  });
  return { count: written.length, cases, problems };
}

/** A file that holds something else, which would be told of each of its keys that no case file has it. */
function notCases(document: ParsedDocument): Problem | undefined {
  const { value } = document;
  if (typeof value !== "object" || value === null || Array.isArray(value) || "cases" in value)
    return undefined;
  const found = isWrittenRuleset(value) ? "a ruleset" : "given" in value ? "one case" : "an object";
  const expected = "a list of cases, each after a hyphen, or the list under cases";
  return { where: document.where([]), adjective: "invalid", noun: "case file", found, expected };
}

function duplicate(found: string): Omit<Problem, "where"> {
  const expected = "a name that no other case of the ruleset has in the file";
  return { adjective: "duplicate", noun: "name", found, expected };
}

function unusable(
  found: string,
  known: Unusable | undefined,
  rulesets: KnownRulesets,
): Omit<Problem, "where"> {
  if (known !== undefined && "again" in known) {
    const expected = "an id of one ruleset alone, be it of the library or of a file in the same folder";
    const hint = `${known.again} uses it again`;
    return { adjective: "duplicate", noun: "ruleset", found, expected, hint };
  }
  if (known !== undefined) {
    const hint = `riskshare check ${known.refused} says what is wrong with it`;
    return { adjective: "invalid", noun: "ruleset", found, expected: "one that passes its check", hint };
  }
  const hint = /[./\\]/.test(found)
    ? "a case names the id that stands in the file"
    : didYouMean(found, rulesets.keys());
  const expected = "a ruleset of the library, or of a file in the same folder";
  return { adjective: "unknown", noun: "ruleset", found, expected, ...(hint && { hint }) };
}
