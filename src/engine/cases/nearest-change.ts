import type { Condition, Leaf } from "../condition.ts";
import type { Evaluate } from "../evaluate.ts";
import type { Example, Ruleset } from "../ruleset.ts";
import { type Change, changed, type Search } from "./change.ts";
import { factChanges } from "./fact-changes.ts";
import { parameterChanges } from "./parameter-changes.ts";
import { type CaseRun, meets, runCase } from "./run-case.ts";

/** More candidates than this are not tried: a case of many months has many facts. */
const mostTried = 4000;

/**
 * The smallest change of one fact in one month, or of one parameter, with which a case would have given what it
 * expects, confirmed on json-rules-engine and on the kernel; undefined where no change that is tried does.
 *
 * Tried are the words of an enum, yes and no, whole numbers near the given one, the numbers that a fact is compared
 * with and those around them, and what a straight line through two answers points at. A word or a yes counts as a
 * step of 1, and so does £1. What follows from other facts, and the case does not give, comes after what can be
 * given; parameters that the case does not give are tried where no fact gives it.
 */
export async function nearestChange(
  ruleset: Ruleset,
  example: Example,
  run: CaseRun,
  evaluate: Evaluate,
): Promise<Change | undefined> {
  for (const candidate of await changesWorthTrying(ruleset, example, run, evaluate)) {
    const tried = await runCase(ruleset, changed(example, candidate), evaluate);
    if (tried !== undefined && meets(tried.reasons, example) && meets(tried.kernel, example))
      return candidate;
  }
  return undefined;
}

/** The changes of one fact or parameter that are tried, the nearest first. */
export async function changesWorthTrying(
  ruleset: Ruleset,
  example: Example,
  run: CaseRun,
  evaluate: Evaluate,
): Promise<readonly Change[]> {
  const search: Search = {
    ruleset,
    example,
    run,
    evaluate,
    leaves: leavesIn([ruleset.stages, ruleset.tracked]),
  };
  const candidates = [...(await factChanges(search)), ...(await parameterChanges(search))].sort(
    (a, b) =>
      Number(a.last) - Number(b.last) ||
      Number(a.derived) - Number(b.derived) ||
      a.size - b.size ||
      Number(b.given) - Number(a.given),
  );
  const first = candidates.filter(({ last }) => !last).slice(0, mostTried);
  const then = candidates.filter(({ last }) => last).slice(0, mostTried);
  return [...first, ...then];
}

/** Every comparison anywhere in a part of a ruleset. */
function leavesIn(part: unknown): Leaf[] {
  if (typeof part !== "object" || part === null) return [];
  if ("fact" in part && "operator" in part) return [part as Leaf & Condition];
  return Object.values(part).flatMap(leavesIn);
}
