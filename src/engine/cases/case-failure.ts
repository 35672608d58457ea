import { monthsOf } from "../check-example-facts.ts";
import type { FactValue } from "../fact.ts";
import { penceHint } from "../pence-hint.ts";
import type { Problem } from "../problem.ts";
import type { Effect, Example, Ruleset } from "../ruleset.ts";
import type { Change } from "./change.ts";
import { type CaseRun, expectedValue, isAsExpected } from "./run-case.ts";

/** What to say of a case that failed: what was found, which rules held, and the nearest change that gives it. */
export function caseFailure(
  ruleset: Ruleset,
  example: Example,
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
      : `${reasons || "as expected"} on json-rules-engine, ${kernel || "as expected"} in the simulation`;
  const wanted = missed.map((name) => `${name} ${valueText(expectedValue(example, name))}`).join(", ");
  // A hundredfold is no change of a fact: the case is written in the other unit.
  const inPence = missed
    .map((name) => penceHint(name, run.reasons.found[name], expectedValue(example, name)))
    .find((hint) => hint !== undefined);
  const then = inPence ?? changeText(change, ruleset, example);
  return {
    adjective: "invalid",
    noun: `case "${example.name}"`,
    found,
    expected: `${wanted}, because ${example.because}`,
    // A run that stopped says which rules held.
    hint: run.reasons.stopped === undefined ? `${heldText(ruleset, missed, run)}; ${then}` : then,
  };
}

/** The rules that held in the last month, on what was not as expected where rules are on it. */
function heldText(ruleset: Ruleset, missed: readonly string[], { held }: CaseRun): string {
  const rules = ruleset.stages.flatMap((stage) => stage.rules);
  const concerned = rules.filter(({ event }) => missed.includes(subjectOf(event)));
  const told = concerned.length === 0 ? rules : concerned;
  const names = told.filter((rule) => held.includes(rule.name)).map((rule) => `"${rule.name}"`);
  if (names.length > 0) return `${names.length === 1 ? "rule" : "rules"} ${names.join(", ")} held`;
  const fallback = ruleset.stages.some((stage) => stage.otherwise.some((e) => missed.includes(subjectOf(e))));
  const on = concerned.length === 0 ? "no rule held" : "no rule on it held";
  return fallback ? `${on}, so what stands under otherwise counted` : on;
}

/** The name under which a case expects what an effect gives. */
function subjectOf({ type, params }: Effect): string {
  return type === "pay" ? `${params.output}Pence` : type === "end" ? "end" : params.output;
}

function changeText(change: Change | undefined, ruleset: Ruleset, example: Example): string {
  const none = "no change of one fact gives it";
  if (change === undefined) return none;
  const { fact, month, from, to } = change;
  const months = monthsOf(example);
  const isParameter = Object.hasOwn(ruleset.parameters, fact);
  const isGiven = (isParameter ? months : [months[(month ?? 1) - 1]!]).some((m) => Object.hasOwn(m, fact));
  const before =
    isGiven || Object.hasOwn(ruleset.tracked, fact) ? valueText(from) : `its default ${valueText(from)}`;
  const when = month === undefined ? "" : ` in month ${month} of the case`;
  const said = `${fact} ${valueText(to)} instead of ${before}${when}`;
  return isParameter && !isGiven ? `${none}, but the parameter ${said} would` : `${said} gives it`;
}

function valueText(value: FactValue | null): string {
  return value === null ? "none" : String(value);
}
