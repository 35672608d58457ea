import type { AssessedPortfolio } from "../../offer/before/assess-portfolio.ts";

const pounds = (pence: number | null) => (pence === null ? null : pence / 100);

/** A portfolio of standing offers as data; money in pounds. */
export function portfolioJson({
  offers,
  limits,
  ownLuck,
  sharedFate,
  verdict,
  paths,
  seed,
}: AssessedPortfolio): object {
  return {
    schema: "riskshare.portfolio/1",
    paths,
    seed,
    limits: {
      cash: pounds(limits.cashPence),
      overdraft: pounds(limits.overdraftPence),
      loss: pounds(limits.lossPence),
      marginShare: limits.marginShare,
      oneIn: limits.oneIn,
      mostAtOnce: limits.mostAtOnce ?? null,
      differing: limits.differing,
    },
    offers: offers.map(({ offer, checked, place, before, figures, measures }) => ({
      id: offer.id,
      provider: offer.provider,
      scenario: offer.scenario,
      terms: checked.policies[place]!.spec.id,
      standing: before.standing,
      figures: {
        callOffShare: figures.callOffShare,
        meanWaitMonths: figures.meanWaitMonths,
        lostOffer: pounds(figures.lostPence),
        wonOffer: pounds(figures.wonPence),
        meanCostOfOffering: pounds(figures.meanCostPence),
        offersPerContract: figures.offersPerContract,
        lostOffersPerContract: pounds(figures.lostPerContractPence),
        neededMargin: pounds(figures.neededMarginPence),
      },
      measures,
    })),
    portfolio: { ownLuck, sharedFate },
    verdict,
  };
}
