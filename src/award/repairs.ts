import { askedBy } from "./asked-by.ts";
import { type GateRepair, repairGate } from "./gate-repair.ts";
import type { JudgedOffer } from "./judge-round.ts";
import { liftToStandard } from "./lift-to-standard.ts";
import type { RatedLeaf } from "./nearest-rating.ts";
import type { Codes, OfferAlone } from "./offer-alone.ts";
import type { OpenRound } from "./open-round.ts";
import type { OfferChange, Outcome, Trial } from "./trial.ts";
import type { RatingChange } from "./winning-change.ts";

/** What would have kept an offer in that was left out, and what would then have become of it. */
export type Repairs = {
  readonly gates: readonly GateRepair[];
  /** Ratings that would have reached the standard; undefined where none would. */
  readonly standard: readonly RatingChange[] | undefined;
  /** What passes the gates, and that with the ratings that reach the standard. */
  readonly admitting: OfferChange;
  readonly change: OfferChange;
  /** As judged with all of it; left out still where a gate is not the bidder's to pass. */
  readonly after: Outcome;
  /** The rulesets, by id, that would then have asked for an explanation of the price. */
  readonly askedBy: readonly string[];
};

/** Finds the least changes that keep a left-out offer in: gates first, then the standard; judged together. */
export function findRepairs(
  { bound }: OpenRound,
  judged: JudgedOffer,
  rated: readonly RatedLeaf[],
  alone: OfferAlone,
  trial: Trial,
): Repairs {
  const facts: Record<string, number> = {};
  const gates = judged.excluded
    .filter(({ rule }) => rule.ruleset.kind === "admission")
    .map((reason) => {
      const repair = repairGate(reason, alone, facts);
      for (const { fact, to } of repair.facts) facts[fact] = to;
      return repair;
    });
  const { pricePence, ...others } = facts as Codes & { pricePence?: number };
  const change: OfferChange = { facts: others, ...(pricePence !== undefined && { pricePence }) };
  const admitted = gates.length === 0 ? judged : trial.judge(change);
  const told = (so: JudgedOffer) => ({
    after: outcomeOf(so),
    askedBy: others.lowPriceExplanation === undefined ? askedBy(so, pricePence ?? so.offer.pricePence) : [],
  });
  const below = admitted.excluded.filter(({ rule }) => rule.ruleset.kind === "standard");
  const standard = below.length === 0 ? [] : liftToStandard(bound, below, rated, alone, change.facts);
  if (standard === undefined || standard.length === 0)
    return { gates, standard, admitting: change, change, ...told(admitted) };
  const lifted = { ...change, ratings: Object.fromEntries(standard.map(({ leaf, to }) => [leaf, to])) };
  return { gates, standard, admitting: change, change: lifted, ...told(trial.judge(lifted)) };
}

function outcomeOf({ rank, total, awarded }: JudgedOffer): Outcome {
  return { rank, total, awarded };
}
