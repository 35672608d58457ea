import type { Evaluate } from "../evaluate.ts";
import type { Example, Ruleset } from "../ruleset.ts";
import { type Change, changed } from "./change.ts";
import { changesWorthTrying } from "./nearest-change.ts";
import { runCase } from "./run-case.ts";

/** The smallest change with which a rule that holds would not, or one that does not would. */
export type Flip = { readonly rule: string; readonly change: Change };

/**
 * For each rule of a ruleset the nearest change of one fact or parameter that alters whether it holds in the last month of a
 * case, the nearest of all first. Rules that no change that is tried alters are left out.
 *
 * What is tried is what `nearestChange` tries. `rest` is awaited between tries; where it gives false the search ends with
 * what it has found.
 */
export async function nearestFlips(
  ruleset: Ruleset,
  example: Example,
  evaluate: Evaluate,
  rest: () => Promise<boolean> | boolean = () => true,
): Promise<readonly Flip[]> {
  // What is expected does not matter here: any other answer will do.
  const asked: Example = { ...example, expect: {} };
  const run = await runCase(ruleset, asked, evaluate);
  if (run === undefined || run.reasons.stopped !== undefined) return [];
  const rules = ruleset.stages.flatMap((stage) => stage.rules.map(({ name }) => name));
  const flips: Flip[] = [];
  for (const change of await changesWorthTrying(ruleset, asked, run, evaluate)) {
    if (flips.length === rules.length || !(await rest())) break;
    const tried = await runCase(ruleset, changed(asked, change), evaluate);
    if (tried === undefined || tried.reasons.stopped !== undefined) continue;
    for (const rule of rules) {
      const isKnown = flips.some((flip) => flip.rule === rule);
      if (!isKnown && tried.held.includes(rule) !== run.held.includes(rule)) flips.push({ rule, change });
    }
  }
  return flips;
}
