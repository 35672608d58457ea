import type { Contract } from "./contract.ts";
import type { Evaluate, Judgement } from "./evaluate.ts";
import { openContractMonths, type RulesetMonth } from "./evaluate-contract.ts";
import type { FactValue } from "./fact.ts";
import type { Ruleset } from "./ruleset.ts";

/** Runs the months of an example and tells, after the last, what was owed, set, tracked and ended, by name. */
export type ExampleRoad = (
  months: readonly Readonly<Record<string, FactValue>>[],
) => Promise<Record<string, FactValue | null>>;

/** The names of all facts that any month of an example gives. */
export function pinnedNames(months: readonly Readonly<Record<string, FactValue>>[]): string[] {
  return [...new Set(months.flatMap((month) => Object.keys(month)))];
}

/** An example on the road of reasons. */
export function openEvaluateRoad(
  contract: Contract,
  ruleset: Ruleset,
  evaluate: Evaluate,
  /** Called each month with how the ruleset's rules were judged, and with all that it gave. */
  onJudged?: (judgements: readonly Judgement[], month: RulesetMonth) => void,
): ExampleRoad {
  return async (months) => {
    const run = openContractMonths(contract, evaluate, { priceScale: 1, rounded: true });
    const names = pinnedNames(months);
    let found: Record<string, FactValue | null> = {};
    for (const [m, month] of months.entries()) {
      const given = Object.fromEntries(
        names.map((name) => [name, month[name] ?? contract.facts.get(name)!.default]),
      );
      const facts: Record<string, FactValue> = { month: m + 1, ...given };
      const live = facts.endMonth === undefined || facts.endMonth === 0;
      const pinned = given;
      const settled = await run({
        facts,
        live,
        firstOfContractYear: m % 12 === 0,
        firstOfFinancialYear: m % 12 === 0,
        pinned,
      });
      const own = settled.rulesets.find((each) => each.ruleset.id === ruleset.id)!;
      onJudged?.(own.judgements, own);
      found = { ...settled.facts, end: settled.end ?? null };
      for (const [output, owed] of own.payments) found[`${output}Pence`] = owed;
      await settled.close(Number(settled.facts.duePence));
    }
    return found;
  };
}
