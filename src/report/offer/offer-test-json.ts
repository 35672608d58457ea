import type { OwnOffer } from "../../offer/own-offer-schema.ts";
import type { OfferTest } from "../../offer/test/test-offer.ts";
import type { CheckedScenario } from "../../sim/check-scenario.ts";
import { verdictSentence } from "./verdict-words.ts";

/** A test of an offer as data: money in pounds, shares and chances from 0 to 1. */
export function offerTestJson(
  offer: OwnOffer,
  { scenario }: CheckedScenario,
  test: OfferTest,
  elapsedMs: number,
): object {
  const own = test.terms[test.own]!;
  const { shares, pounds, futures } = test.cash;
  return {
    schema: "riskshare.offer-test/1",
    offer: offer.id,
    provider: offer.provider,
    scenario: scenario.id,
    policy: own.policy,
    verdict: own.verdict,
    sentence: verdictSentence(own.verdict, own.limits),
    limits: own.limits,
    measures: own.measures,
    breakEvenMonth: test.breakEvenMonth,
    planned: test.planned,
    gainsWhenFewCome: test.gainsWhenFewCome,
    neededBefore: test.neededBefore ?? null,
    steadyBreakEven: test.steadyBreakEven ?? null,
    cash: {
      futures,
      shares,
      months: pounds[0]!.map((_, m) => ({ month: m + 1, pounds: pounds.map((band) => band[m]!) })),
    },
    causes: test.causes,
    causePaths: test.causePaths,
    terms: test.terms.map(({ policy, title, verdict, measures, limits }) => ({
      policy,
      title,
      verdict,
      limits,
      measures,
    })),
    paths: test.paths,
    seed: test.seed,
    elapsedMs,
  };
}
