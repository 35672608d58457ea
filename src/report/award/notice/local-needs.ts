import type { BoundRequirement } from "../../../award/bound-requirement.ts";
import type { JudgedOffer } from "../../../award/judge-round.ts";
import { numberWords } from "../../../engine/words/value-words.ts";
import { fixedSpace } from "../../shown-number.ts";
import { shownName } from "../../visible-width.ts";
import { marksWords } from "../marks-words.ts";
import type { Notice, NoticeGate } from "./notice.ts";

const onNeeds = /needs?\b/i;
/** Criteria on needs that are told again beside the table. */
const mostTold = 2;

/** Did the offer meet local needs: the conditions, the standard, and the criteria that are about needs. */
export function localNeedsOf(bound: BoundRequirement, judged: JudgedOffer): Notice["localNeeds"] {
  const admitted = !judged.excluded.some(({ rule }) => rule.ruleset.kind === "admission");
  const gates = bound.checks.flatMap((rule): NoticeGate[] => {
    const { kind, title } = rule.ruleset;
    if (kind !== "admission" && kind !== "standard") return [];
    const failed = judged.excluded.some((reason) => reason.rule === rule);
    // The standard is asked only of offers that were admitted.
    const passed = kind === "standard" && !admitted ? undefined : !failed;
    return [{ title: shownName(title), passed }];
  });
  const met = judged.excluded.length === 0;
  const passed = gates.filter((gate) => gate.passed === true).length;
  const sentences = [gatesWords(gates.length, passed, met)];
  for (const { id, title, marks, leaves } of bound.criteria) {
    const about = [title, id, ...leaves.map((leaf) => leaf.title)].some((text) => onNeeds.test(text));
    const own = judged.marks[id];
    if (!about || own === undefined || marks === 0 || sentences.length > mostTold) continue;
    const share = numberWords(Math.round((own / marks) * 100));
    sentences.push(
      `For ${shownName(title)} it earned ${marksWords(own)} of ${marksWords(marks)} marks (${share}${fixedSpace}%).`,
    );
  }
  return { met, gates, sentences };
}

function gatesWords(all: number, passed: number, met: boolean): string {
  if (all === 0) return "No conditions were set: your offer was assessed on its marks alone.";
  if (met)
    return all === 1
      ? "Yes: your offer met the one condition that was set."
      : `Yes: your offer met all ${all} conditions, the standard of quality among them where one was set.`;
  return `Not in full: your offer met ${passed} of the ${all} conditions.`;
}
