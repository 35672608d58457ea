import type { BoundRule } from "../../../src/award/bound-requirement.ts";
import { keepAnswers } from "../../../src/award/kept-answers.ts";
import { nearestWin } from "../../../src/award/nearest-win.ts";
import type { OpenRound } from "../../../src/award/open-round.ts";
import { reasonsRound } from "../../../src/award/reasons-round.ts";
import { openEvaluate } from "../../../src/engine/evaluate.ts";
import type { RulesetMonth } from "../../../src/engine/evaluate-contract.ts";
import { evaluateOnce } from "../../../src/engine/evaluate-once.ts";
import { noticeOf } from "../../../src/report/award/notice/build-notice.ts";
import type { Notice } from "../../../src/report/award/notice/notice.ts";

/** The notice to every bidder of a round, by the id of its offer. */
export async function noticesOf(open: OpenRound): Promise<Map<string, Notice>> {
  const evaluate = openEvaluate();
  const months = open.offers.map(() => new Map<BoundRule, RulesetMonth>());
  await reasonsRound(
    open,
    (rule, facts) => evaluateOnce(rule.contract, facts, evaluate),
    (offer, rule, month) => void months[offer]!.set(rule, month),
  );
  const round = open.judge();
  const kept = keepAnswers(open);
  return new Map(
    open.offers.map(({ offer: { id } }, place) => {
      const nearest = nearestWin(open, round, id, kept);
      const monthOf = (rule: BoundRule) => months[place]!.get(rule);
      return [id, noticeOf({ open, round, offer: id, nearest, monthOf })];
    }),
  );
}
