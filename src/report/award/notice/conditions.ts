import type { BoundRequirement } from "../../../award/bound-requirement.ts";
import type { JudgedOffer } from "../../../award/judge-round.ts";
import { listWords } from "../../../engine/words/name-words.ts";
import { shownName } from "../../visible-width.ts";
import type { NoticeGate } from "./notice.ts";

/** The conditions of admission and the standard: met, not met, or not looked at as another had stopped the offer. */
export function conditionsOf({ checks }: BoundRequirement, { excluded }: JudgedOffer): NoticeGate[] {
  const isAdmitted = !excluded.some(({ rule }) => rule.ruleset.kind === "admission");
  return checks.flatMap((rule): NoticeGate[] => {
    const { kind, title } = rule.ruleset;
    if (kind !== "admission" && kind !== "standard") return [];
    const failed = excluded.some((reason) => reason.rule === rule);
    // The standard is asked only of offers that were admitted.
    const passed = kind === "standard" && !isAdmitted ? undefined : !failed;
    return [{ title: shownName(title), passed }];
  });
}

/** How many conditions an offer met, and which it did not meet or was not asked. */
export function conditionsWords(conditions: readonly NoticeGate[]): string {
  const all = conditions.length;
  if (all === 0) return "No conditions were set: your offer was assessed on its marks alone.";
  const titles = (passed: boolean | undefined) =>
    conditions.filter((each) => each.passed === passed).map(({ title }) => `“${title}”`);
  const [met, failed, unasked] = [titles(true), titles(false), titles(undefined)];
  if (met.length === all)
    return all === 1
      ? "It met the one condition that was set."
      : `It met all ${all} conditions that were set.`;
  const asked = all - unasked.length;
  const first =
    asked === 1
      ? `It did not meet the one condition that was looked at: ${failed[0]}.`
      : `It met ${met.length === 0 ? "none" : met.length} of the ${asked} conditions that were looked at; it did not meet ${listWords(failed)}.`;
  const rest =
    unasked.length === 0
      ? ""
      : ` ${listWords(unasked)} ${unasked.length === 1 ? "was" : "were"} not looked at, as your offer had been stopped before.`;
  return first + rest;
}
