import type { LiveAnswer } from "./live/live-request.ts";
import { sinceLastMove } from "./sentences.ts";
import { movedTerms } from "./term-words.ts";

/** Follows the answers to say what the last move of a lever did to a policy of the page. */
export function openMoves(id: string) {
  /** The answer from which the last move started: one that had time to be refined. */
  let from: LiveAnswer | undefined;
  let last: LiveAnswer | undefined;
  const policyOf = (answer: LiveAnswer) => answer.request.added?.find((policy) => policy.id === id);
  const worldOf = ({ comparison }: LiveAnswer) =>
    `${comparison.scenario} ${comparison.seed} ${comparison.policies[0]?.id}`;
  return {
    /** What the policy does against the first, and what the last move changed. */
    sentence: (answer: LiveAnswer, against: string): string => {
      const first = answer.request.paths?.first ?? 5120;
      if (last !== undefined && last.request !== answer.request && last.paths > first) from = last;
      if (from !== undefined && worldOf(from) !== worldOf(answer)) from = undefined;
      last = answer;
      const [before, now] = [from && policyOf(from), policyOf(answer)];
      if (from === undefined || before === undefined || now === undefined) return against;
      const moved = movedTerms(before.parameters, now.parameters);
      return moved === "" ? against : `${against} ${sinceLastMove(from, answer, id, moved)}`;
    },
  };
}
