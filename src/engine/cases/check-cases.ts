import { checkExampleFacts } from "../check-example-facts.ts";
import type { DocumentPath, ParsedDocument } from "../document.ts";
import type { Evaluate } from "../evaluate.ts";
import type { FactValue } from "../fact.ts";
import { didYouMean } from "../nearest-name.ts";
import { penceHint } from "../pence-hint.ts";
import type { Problem } from "../problem.ts";
import type { Ruleset } from "../ruleset.ts";
import { schemaProblems } from "../schema-problems.ts";
import { scopeOf } from "../scope.ts";
import { type Case, caseFileSchema } from "./case-file-schema.ts";
import { type Change, nearestChange } from "./nearest-change.ts";
import { type CaseRun, expectedValue, isAsExpected, meets, runCase } from "./run-case.ts";

/** How many cases a file has, and what is wrong with them. */
export type CheckedCases = {
  readonly count: number;
  /** How many of them hold on both roads. */
  readonly held: number;
  readonly problems: readonly Problem[];
};

/** Checks and runs the cases of a file on both roads; all problems at once. */
export async function checkCases(
  document: ParsedDocument,
  rulesets: ReadonlyMap<string, Ruleset>,
  evaluate: Evaluate,
): Promise<CheckedCases> {
  const parsed = caseFileSchema.safeParse(document.value);
  if (!parsed.success)
    return { count: 0, held: 0, problems: schemaProblems(caseFileSchema, parsed.error, document) };
  const isList = Array.isArray(parsed.data);
  const cases: readonly Case[] = Array.isArray(parsed.data) ? parsed.data : parsed.data.cases;
  const problems: Problem[] = [];
  let held = 0;
  for (const [c, { ruleset: id, ...example }] of cases.entries()) {
    const at: DocumentPath = isList ? [c] : ["cases", c];
    const ruleset = rulesets.get(id);
    if (ruleset === undefined) {
      const hint = didYouMean(id, rulesets.keys());
      problems.push({
        where: document.where([...at, "ruleset"]),
        adjective: "unknown",
        noun: "ruleset",
        found: id,
        expected: "a ruleset of the library, or of a file in the same folder that passes check",
        ...(hint && { hint }),
      });
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
    if (run === undefined || (meets(run.reasons, example) && meets(run.kernel, example))) {
      held += 1;
      continue;
    }
    const change = await nearestChange(own, example, run, evaluate);
    problems.push({ where: document.where(at), ...failure(own, example, run, change) });
  }
  return { count: cases.length, held, problems };
}

function failure(
  ruleset: Ruleset,
  example: Omit<Case, "ruleset">,
  run: CaseRun,
  change: Change | undefined,
): Omit<Problem, "where"> {
  const names = Object.keys(example.expect);
  const said = (road: CaseRun["reasons"]) =>
    road.stopped ??
    names
      .filter((name) => !isAsExpected(road.found, example, name))
      .map((name) => `${name} is ${valueText(road.found[name] ?? null)}`)
      .join(", ");
  const missed = names.filter(
    (name) =>
      !isAsExpected(run.reasons.found, example, name) || !isAsExpected(run.kernel.found, example, name),
  );
  const [reasons, kernel] = [said(run.reasons), said(run.kernel)];
  const stopped = run.reasons.stopped !== undefined && run.kernel.stopped !== undefined;
  const found =
    stopped || reasons === kernel
      ? reasons
      : `${reasons || "as expected"} on json-rules-engine, ${kernel || "as expected"} on the compiled kernel`;
  const wanted = missed.map((name) => `${name} ${valueText(expectedValue(example, name))}`).join(", ");
  // A hundredfold is no change of a fact: the case is written in the other unit.
  const inPence = missed
    .map((name) => penceHint(name, run.reasons.found[name], expectedValue(example, name)))
    .find((hint) => hint !== undefined);
  return {
    adjective: "invalid",
    noun: `case "${example.name}"`,
    found,
    expected: `${wanted}, because ${example.because}`,
    hint: [heldText(ruleset, missed, run), inPence ?? changeText(change, ruleset, example)].join("; "),
  };
}

/** The rules that held in the last month, on what was not as expected where rules are on it. */
function heldText(ruleset: Ruleset, missed: readonly string[], { held }: CaseRun): string {
  const rules = ruleset.stages.flatMap((stage) => stage.rules);
  const concerned = rules.filter(({ event: { type, params } }) =>
    missed.includes(type === "pay" ? `${params.output}Pence` : type === "end" ? "end" : params.output),
  );
  const told = concerned.length === 0 ? rules : concerned;
  const names = told.filter((rule) => held.includes(rule.name)).map((rule) => `"${rule.name}"`);
  if (names.length === 0) return concerned.length === 0 ? "no rule held" : "no rule on it held";
  return `${names.length === 1 ? "rule" : "rules"} ${names.join(", ")} held`;
}

function changeText(change: Change | undefined, ruleset: Ruleset, example: Omit<Case, "ruleset">): string {
  const months = Array.isArray(example.given.months) ? example.given.months : [example.given];
  const givesParameter = months.some((given) =>
    Object.keys(given).some((name) => Object.hasOwn(ruleset.parameters, name)),
  );
  if (change === undefined)
    return `no change of ${givesParameter ? "one fact or parameter" : "one fact"} gives it`;
  const { fact, month, from, to } = change;
  const isGiven = Object.hasOwn(months[(month ?? 1) - 1]!, fact);
  const before =
    isGiven || Object.hasOwn(ruleset.tracked, fact) ? valueText(from) : `its default ${valueText(from)}`;
  const when = month === undefined ? "" : ` in month ${month} of the case`;
  return `${fact} ${valueText(to)} instead of ${before}${when} gives it`;
}

function valueText(value: FactValue | null): string {
  return value === null ? "none" : String(value);
}
