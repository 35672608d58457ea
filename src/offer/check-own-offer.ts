import type { ParsedDocument } from "../engine/document.ts";
import { didYouMean } from "../engine/nearest-name.ts";
import type { Problem } from "../engine/problem.ts";
import type { CheckedScenario } from "../sim/check-scenario.ts";
import { answerAt } from "./answer-at.ts";
import type { OwnOffer } from "./own-offer-schema.ts";
import { offerQuestions } from "./questions/all-questions.ts";
import { pricesOf } from "./questions/price-questions.ts";
import { startsShare } from "./starts-share.ts";

type Report = (path: readonly string[], problem: Omit<Problem, "where">) => void;

export type CheckedOwnOffer =
  | { readonly place: number; readonly problems: readonly [] }
  | { readonly place?: undefined; readonly problems: readonly Problem[] };

/**
 * Checks an offer against the scenario that it is tested in: its terms, prices, outcomes and ranges; all problems at
 * once. Gives the place of the policy whose terms apply.
 */
export function checkOwnOffer(
  offer: OwnOffer,
  document: ParsedDocument,
  checked: CheckedScenario,
): CheckedOwnOffer {
  const problems: Problem[] = [];
  const report: Report = (path, problem) => problems.push({ where: document.where([...path]), ...problem });
  if (checked.contracts.length > 0) {
    report(["scenario"], {
      adjective: "unsupported",
      noun: "scenario",
      found: offer.scenario,
      expected: "a scenario of one contract",
    });
    return { problems };
  }
  const ids = checked.policies.map(({ spec }) => spec.id);
  const place = offer.terms === undefined ? 0 : ids.indexOf(offer.terms);
  const policy = checked.policies[place];
  if (policy === undefined) {
    unknownName(report, ["terms"], "terms", offer.terms!, ids);
    return { problems };
  }
  const prices = pricesOf(policy).map(([name]) => name);
  for (const name of Object.keys(offer.prices))
    if (!prices.includes(name)) unknownName(report, ["prices", name], "price", name, prices);
  const stages = checked.scenario.delivery.stages.map(({ id }) => id);
  for (const [path, named] of [
    [["delivery", "outcomesPer100"], offer.delivery.outcomesPer100],
    [["costs", "perOutcome"], offer.costs.perOutcome],
  ] as const)
    for (const name of Object.keys(named))
      if (!stages.includes(name)) unknownName(report, [...path, name], "outcome", name, stages);
  if (problems.length === 0) checkRanges(offer, checked, place, report);
  checkOrders(offer, report);
  if (problems.length === 0) checkStages(offer, checked, report);
  return problems.length > 0 ? { problems } : { place, problems: [] };
}

function unknownName(
  report: Report,
  path: readonly string[],
  noun: string,
  found: string,
  known: string[],
): void {
  const hint = didYouMean(found, known);
  const expected = known.length === 0 ? "none: the terms have no such thing" : `one of ${known.join(", ")}`;
  report(path, { adjective: "unknown", noun, found, expected, ...(hint && { hint }) });
}

/** Prices have ranges that their rulesets state; everything else has the schema's. */
function checkRanges(offer: OwnOffer, checked: CheckedScenario, place: number, report: Report): void {
  for (const { questions } of offerQuestions(checked, checked.policies[place]!))
    for (const { path, least, most } of questions) {
      const answer = answerAt(offer, path);
      if (answer === undefined || (answer >= least && answer <= most)) continue;
      report(path.split("."), {
        adjective: "invalid",
        noun: "value",
        found: String(answer),
        expected: `between ${least} and ${most}`,
      });
    }
}

/** Low, likely and high come in that order. */
function checkOrders({ referrals, before }: OwnOffer, report: Report): void {
  const threes = [
    ["referrals", referrals && [referrals.lowPer100, referrals.likelyPer100, referrals.highPer100]],
    ["before", before && [before.lowMonths, before.likelyMonths, before.highMonths]],
  ] as const;
  for (const [name, three] of threes) {
    if (three === undefined || (three[0]! <= three[1]! && three[1]! <= three[2]!)) continue;
    report([name], {
      adjective: "invalid",
      noun: "range",
      found: three.join(", "),
      expected: "low, likely and high in that order",
    });
  }
}

/** No more people reach an outcome than reached the one before it. */
function checkStages({ delivery }: OwnOffer, { scenario }: CheckedScenario, report: Report): void {
  const per100 = (id: string) => delivery.outcomesPer100[id] ?? 100 * startsShare(scenario, id);
  for (const { id, of } of scenario.delivery.stages) {
    const given = Object.hasOwn(delivery.outcomesPer100, id) || Object.hasOwn(delivery.outcomesPer100, of);
    if (of === "starts" || !given || per100(id) <= per100(of) + 1e-9) continue;
    report(["delivery", "outcomesPer100", Object.hasOwn(delivery.outcomesPer100, id) ? id : of], {
      adjective: "invalid",
      noun: "value",
      found: `${per100(id)} of 100 for ${id}`,
      expected: `at most the ${per100(of)} of 100 for ${of}, which comes before it`,
    });
  }
}
