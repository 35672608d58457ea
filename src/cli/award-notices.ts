import type { BoundRule } from "../award/bound-requirement.ts";
import type { DeliveryRisk } from "../award/delivery-risk.ts";
import type { Round } from "../award/judge-round.ts";
import { keepAnswers } from "../award/kept-answers.ts";
import { nearestWin } from "../award/nearest-win.ts";
import { nearestWinSimulated } from "../award/nearest-win-simulated.ts";
import type { OpenRound } from "../award/open-round.ts";
import { reasonsOfOne } from "../award/reasons-of-one.ts";
import { type JudgeOffer, type OnJudged, reasonsRound } from "../award/reasons-round.ts";
import { openRiskTable, type SimulateAt } from "../award/risk-table.ts";
import { openEvaluate } from "../engine/evaluate.ts";
import type { RulesetMonth } from "../engine/evaluate-contract.ts";
import { evaluateOnce } from "../engine/evaluate-once.ts";
import type { Progress } from "../host/host.ts";
import { noticeOf } from "../report/award/notice/build-notice.ts";
import { noticeHtml } from "../report/award/notice/notice-html.ts";
import { noticeText } from "../report/award/notice/notice-text.ts";
import { writeFiles } from "./out-folder.ts";
import { openWholeFile } from "./whole-file.ts";

/** The option of `riskshare award` that asks for notices. */
export const noticesOption = ["--notices <folder>", "one notice per bidder, as HTML and plain text"] as const;

/** Who gets a notice, how offers are simulated anew where a rule reads their risk, and who is told how far it is. */
export type NoticesAsked = {
  readonly only: string | undefined;
  readonly risks: ReadonlyMap<string, DeliveryRisk>;
  readonly again: SimulateAt | undefined;
  readonly show: (progress: Progress) => void;
};

/**
 * The notices of a round by file name: NAME.html and NAME.txt for each offer, named for its id.
 *
 * The round, or the one offer that is told, is judged on the road of reasons too; a notice is made only where both roads say the same.
 */
export async function noticeFiles(
  open: OpenRound,
  round: Round,
  { only, risks, again, show }: NoticesAsked,
): Promise<Record<string, string>> {
  const evaluate = openEvaluate();
  const months = new Map<string, Map<BoundRule, RulesetMonth>>();
  const judge: JudgeOffer = (rule, facts) => evaluateOnce(rule.contract, facts, evaluate);
  const onJudged: OnJudged = (offer, rule, month) => {
    const { id } = open.offers[offer]!.offer;
    if (!months.has(id)) months.set(id, new Map());
    months.get(id)!.set(rule, month);
  };
  const place = open.offers.findIndex(({ offer }) => offer.id === only);
  const explained =
    only === undefined
      ? await reasonsRound(open, judge, onJudged)
      : await reasonsOfOne(open, place, judge, onJudged);
  for (const [k, judged] of round.ranking.entries()) {
    const other = explained.ranking[k]!;
    const isSame =
      other.offer === judged.offer && other.total === judged.total && other.awarded === judged.awarded;
    if (!isSame) throw new Error(`the two roads differ on ${judged.offer.offer.id}`);
  }
  const kept = keepAnswers(open);
  const files: Record<string, string> = {};
  const told = round.ranking.filter(({ offer }) => only === undefined || offer.offer.id === only);
  for (const [done, { offer }] of told.entries()) {
    const { id } = offer.offer;
    show({ done, of: told.length });
    const monthOf = (rule: BoundRule) => months.get(id)?.get(rule);
    const nearest =
      again === undefined
        ? nearestWin(open, round, id, kept)
        : await nearestWinSimulated(open, round, id, kept, openRiskTable(offer, risks.get(id), again));
    const notice = noticeOf({ open, round, offer: id, nearest, monthOf });
    files[`${id}.html`] = noticeHtml(notice);
    files[`${id}.txt`] = noticeText(notice);
    // Ctrl-C is heard between two notices.
    await new Promise((resume) => setImmediate(resume));
  }
  show({ done: told.length, of: told.length });
  return files;
}

/** Writes notices into a folder: all of them or none. */
export function writeNotices(folder: string, files: Readonly<Record<string, string>>): void {
  writeFiles(folder, files, openWholeFile, "--notices");
}
