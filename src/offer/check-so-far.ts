import type { Problem } from "../engine/problem.ts";
import { schemaProblems } from "../engine/schema-problems.ts";
import type { CheckedScenario } from "../sim/check-scenario.ts";
import { numberWords } from "./answer-words.ts";
import { checkOwnOffer } from "./check-own-offer.ts";
import { offerDocument } from "./offer-document.ts";
import { ownOfferSchema } from "./own-offer-schema.ts";
import { startsShare } from "./starts-share.ts";

/** Answers that rise: few, likely and many. */
export const risingAnswers = [
  ["referrals.lowPer100", "referrals.likelyPer100", "referrals.highPer100"],
  ["before.lowMonths", "before.likelyMonths", "before.highMonths"],
] as const;

/**
 * Says what is wrong between the answers given so far, so that it is told where it is typed and not at the end.
 *
 * What is still to be asked is taken to agree with what was answered; `asked` says what no longer is.
 */
export function problemSoFar(
  numbers: ReadonlyMap<string, number>,
  asked: ReadonlySet<string>,
  checked: CheckedScenario,
  place: number,
): Problem | undefined {
  const agreed = new Map([["limits.cash", 0], ["limits.loss", 0], ...numbers]);
  for (const three of risingAnswers) {
    if (!three.some((path) => numbers.has(path))) continue;
    let least = 0;
    for (const path of three) {
      const answer = agreed.get(path) ?? (asked.has(path) ? 0 : least);
      if (answer < least) return fallen(path, answer, least);
      agreed.set(path, answer);
      least = answer;
    }
  }
  for (const { id, of } of checked.scenario.delivery.stages) {
    const [path, before] = [`delivery.outcomesPer100.${id}`, `delivery.outcomesPer100.${of}`];
    const share = 100 * startsShare(checked.scenario, id);
    if (!agreed.has(path) && !asked.has(path)) agreed.set(path, Math.min(share, agreed.get(before) ?? share));
  }
  const names = { id: "offer", provider: "-", scenario: checked.scenario.id };
  const terms = checked.policies[place]!.spec.id;
  const value = offerDocument({ ...names, terms }, agreed);
  const document = { value, problems: [], where: (path: readonly (string | number)[]) => path.join(".") };
  const parsed = ownOfferSchema.safeParse(value);
  if (!parsed.success) return schemaProblems(ownOfferSchema, parsed.error, document)[0];
  return checkOwnOffer(parsed.data, document, checked).problems[0];
}

function fallen(where: string, answer: number, least: number): Problem {
  const expected = `at least ${numberWords(least)}, the answer before it`;
  return { where, adjective: "invalid", noun: "answer", found: numberWords(answer), expected };
}
