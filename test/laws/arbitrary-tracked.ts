import fc from "fast-check";
import type { RulesetSpec, TrackedSpec, Window } from "../../src/engine/ruleset.ts";
import { arbitraryAmounts } from "./arbitrary-amount.ts";
import { arbitraryCondition } from "./arbitrary-condition.ts";
import { type Names, type OwnNames, together } from "./universe.ts";

const window = fc.oneof(
  fc.constant(undefined),
  fc.constantFrom<Window>("contract", "contractYear", "financialYear"),
  fc.record({ months: fc.integer({ min: 1, max: 4 }) }),
);

/**
 * Tracked facts of every type and window; each may read those before it, parameters, and what rulesets give.
 *
 * Where only one month is run they need not remember: each condition of theirs costs a run of json-rules-engine a row.
 */
export function arbitraryTracked(
  own: OwnNames,
  facts: Names,
  remembers: boolean,
): fc.Arbitrary<NonNullable<RulesetSpec["tracked"]>> {
  let before: Names = { plain: [], money: [], flags: [], words: [] };
  const specs: [string, fc.Arbitrary<TrackedSpec>][] = [];
  for (const { name, type } of own.tracked) {
    const reads = together(facts, before);
    const condition = arbitraryCondition(together(reads, own.parameters));
    const amounts = arbitraryAmounts({ facts: reads, parameters: own.parameters });
    const amount = type === "money" ? amounts.money : amounts.plain;
    const value: fc.Arbitrary<TrackedSpec> = fc.record({ value: amount });
    const totals: fc.Arbitrary<TrackedSpec>[] = [
      value,
      fc.record({ sum: amount, over: window }).map(withoutUndefined),
    ];
    const spec: fc.Arbitrary<TrackedSpec> =
      !remembers && type !== "flag"
        ? value
        : type === "flag"
          ? fc.record({ latch: condition })
          : type === "money"
            ? fc.oneof(...totals)
            : fc.oneof(
                ...totals,
                fc.record({ count: condition, over: window }).map(withoutUndefined),
                fc.record({ consecutive: condition }),
                fc.record({ firstMonth: condition }),
              );
    specs.push([name, spec]);
    before = together(before, {
      plain: type === "plain" ? [name] : [],
      money: type === "money" ? [name] : [],
      flags: type === "flag" ? [name] : [],
      words: [],
    });
  }
  return fc.record(Object.fromEntries(specs));
}

/** A window that is left out is left out of the file too. */
function withoutUndefined<T extends { over: Window | undefined }>(spec: T): TrackedSpec {
  const { over, ...rest } = spec;
  return (over === undefined ? rest : { ...rest, over }) as unknown as TrackedSpec;
}
