import fc from "fast-check";
import type { RulesetSpec } from "../../src/engine/ruleset.ts";
import { arbitraryRuleset } from "./arbitrary-ruleset.ts";
import { ownNames, together } from "./universe.ts";

/**
 * The rulesets of a contract: one that pays, one that corrects, one that settles and one that ends. Each reads what
 * earlier kinds set and pay; their tracked facts remember what any of them gave last month.
 */
export function arbitraryContract(): fc.Arbitrary<RulesetSpec[]> {
  const given = (letter: string) => {
    const own = ownNames(letter);
    return together(own.set, own.paid);
  };
  const [a, b] = [given("a"), given("b")];
  const everything = together(a, b);
  const pays = fc.constantFrom("service-fee", "start-fee", "outcome-payment");
  const corrects = fc.constantFrom("volume", "adjustment", "limit");
  return fc
    .tuple(
      pays.chain((kind) => arbitraryRuleset({ letter: "a", kind, anywhere: everything })),
      corrects.chain((kind) => arbitraryRuleset({ letter: "b", kind, earlier: a, anywhere: everything })),
      arbitraryRuleset({ letter: "c", kind: "cancellation", earlier: everything }),
      arbitraryRuleset({ letter: "d", kind: "termination", earlier: everything }),
      fc.subarray([0, 1, 2, 3], { minLength: 1 }),
    )
    .map(([pay, correct, settle, end, kept]) =>
      [pay, correct, settle, end].filter((_, i) => kept.includes(i)),
    );
}
