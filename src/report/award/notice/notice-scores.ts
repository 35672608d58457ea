import type { BoundCriterion, BoundRule, Leaf } from "../../../award/bound-requirement.ts";
import type { JudgedOffer } from "../../../award/judge-round.ts";
import type { RulesetMonth } from "../../../engine/evaluate-contract.ts";
import { asSentence } from "../../../engine/words/name-words.ts";
import { shownName } from "../../visible-width.ts";
import type { NoticeReason, NoticeScore } from "./notice.ts";
import { scoreWords } from "./score-words.ts";

/** Whose scores are told, and beside whom. */
export type ScoredAmong = {
  readonly judged: JudgedOffer;
  readonly winners: readonly JudgedOffer[];
  readonly monthOf: (rule: BoundRule) => RulesetMonth | undefined;
};

/** A criterion with its parts: importance, how it is assessed, the score and why, and the winners' marks. */
export function criterionScore(criterion: BoundCriterion, allMarks: number, among: ScoredAmong): NoticeScore {
  const { leaves } = criterion;
  const isOne = leaves.length === 1 && leaves[0]!.id === criterion.id;
  const assessed = isOne ? assessedWords(leaves[0]!) : "By its parts";
  const reason = isOne ? reasonFor(leaves[0]!, among) : undefined;
  return {
    ...scoreOf(criterion, allMarks, among),
    assessed,
    ...(reason !== undefined && { reason }),
    parts: isOne ? [] : leaves.map((leaf) => partScore(leaf, allMarks, among)),
  };
}

function partScore(leaf: Leaf, allMarks: number, among: ScoredAmong): NoticeScore {
  const reason = reasonFor(leaf, among);
  return {
    ...scoreOf(leaf, allMarks, among),
    assessed: assessedWords(leaf),
    ...(reason !== undefined && { reason }),
    parts: [],
  };
}

type Scored = { readonly id: string; readonly title: string; readonly marks: number };

function scoreOf(
  { id, title, marks }: Scored,
  allMarks: number,
  { judged, winners }: ScoredAmong,
): Omit<NoticeScore, "assessed" | "reason" | "parts"> {
  const own = judged.marks[id];
  return {
    id,
    title: shownName(title),
    importance: Math.round((marks / allMarks) * 10_000) / 100,
    available: marks / 100,
    ...(own !== undefined && { marks: own / 100 }),
    winners: winners.map((each) => (each.marks[id] ?? 0) / 100),
  };
}

/** As published; else by the title of the rule, which says it in short. */
function assessedWords({ assessed, ruleset }: Leaf): string {
  return shownName(assessed ?? ruleset.title);
}

function reasonFor(leaf: Leaf, { judged, monthOf }: ScoredAmong): NoticeReason | undefined {
  const month = monthOf(leaf);
  if (judged.marks[leaf.id] === undefined || month === undefined) return undefined;
  const told = judged.offer.offer.quality[leaf.id];
  const said = (text: string | undefined) => (text === undefined ? undefined : asSentence(shownName(text)));
  const [tender, because] = [said(told?.tender), said(told?.because)];
  return {
    ...(told !== undefined && { rating: told.rating, ratingTop: leaf.ratingTop }),
    ...(tender !== undefined && { tender }),
    ...(because !== undefined && { because }),
    rule: shownName(leaf.ruleset.title),
    held: scoreWords(leaf, month),
  };
}
