import { describe, expect, it } from "vitest";
import type { JudgedOffer } from "../../src/award/judge-round.ts";
import type { OpenRound } from "../../src/award/open-round.ts";
import { reasonsOfOne } from "../../src/award/reasons-of-one.ts";
import { reasonsRound } from "../../src/award/reasons-round.ts";
import { openEvaluate } from "../../src/engine/evaluate.ts";
import type { RulesetMonth } from "../../src/engine/evaluate-contract.ts";
import { evaluateOnce } from "../../src/engine/evaluate-once.ts";
import type { FactValue } from "../../src/engine/fact.ts";
import { shippedRound } from "./round-of.ts";

type Judged = { readonly rule: string; readonly month: RulesetMonth };

describe.each(["goldilocks", "dps-lone-parents"])("one offer of %s on the road of reasons", (name) => {
  const open = shippedRound(name);
  const evaluate = openEvaluate();
  let asked = 0;
  const judge = (
    rule: { contract: Parameters<typeof evaluateOnce>[0] },
    facts: Record<string, FactValue>,
  ) => {
    asked += 1;
    return evaluateOnce(rule.contract, facts, evaluate);
  };

  it("gives the round and the reasons that reasoning every offer gives, and asks for that offer alone", async () => {
    const all = open.offers.map((): Judged[] => []);
    const whole = await reasonsRound(open, judge, (offer, rule, month) => {
      all[offer]!.push({ rule: rule.ruleset.id, month });
    });
    for (const place of open.offers.keys()) {
      asked = 0;
      const own: Judged[] = [];
      const round = await reasonsOfOne(open, place, judge, (offer, rule, month) => {
        expect(offer).toBe(place);
        own.push({ rule: rule.ruleset.id, month });
      });
      expect(round.ranking).toEqual(whole.ranking);
      expect(own).toEqual(all[place]);
      // Quality that was scored is asked once more, of 100 points, and that is told to nobody.
      const again = open.bound.leaves.filter(({ kind, outOf }) => kind === "quality" && outOf !== 10_000);
      const scored = again.filter(
        ({ id }) => round.ranking.find(isAt(open, place))!.points[id] !== undefined,
      );
      expect(asked).toBe(all[place]!.length + scored.length);
    }
  });
});

const isAt = (open: OpenRound, place: number) => (judged: JudgedOffer) => judged.offer === open.offers[place];
