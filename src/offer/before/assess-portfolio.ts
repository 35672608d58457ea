import type { OwnOffer } from "../own-offer-schema.ts";
import { type JointLimits, jointLimits } from "./joint-limits.ts";
import { measureOffer, type OfferMeasures } from "./measure-offer.ts";
import { measurePortfolio, type PortfolioMeasures } from "./measure-portfolio.ts";
import { type OfferFigures, offerFigures } from "./offer-figures.ts";
import { type PortfolioVerdict, portfolioVerdict } from "./portfolio-verdict.ts";
import { simulatePortfolio } from "./simulate-portfolio.ts";
import type { StandingOffer } from "./standing-offer.ts";

export type AssessPortfolio = {
  readonly paths: number;
  readonly seed: string;
  readonly rest?: () => Promise<void>;
};

/** One offer of a portfolio: what it says, what follows from it, and what was simulated. */
export type AssessedOffer = StandingOffer & {
  readonly offer: OwnOffer;
  readonly figures: OfferFigures;
  readonly measures: OfferMeasures;
};

export type AssessedPortfolio = {
  readonly offers: readonly AssessedOffer[];
  readonly limits: JointLimits;
  readonly ownLuck: PortfolioMeasures;
  readonly sharedFate: PortfolioMeasures;
  readonly verdict: PortfolioVerdict;
  readonly paths: number;
  readonly seed: string;
};

/** Simulates and measures offers that stand together, and judges them against the limits of who makes them. */
export async function assessPortfolio(
  offers: readonly (StandingOffer & { readonly offer: OwnOffer })[],
  { paths, seed, rest }: AssessPortfolio,
): Promise<AssessedPortfolio> {
  const limits = jointLimits(offers);
  const { mostAtOnce } = limits;
  const futures = await simulatePortfolio(offers, { paths, seed, mostAtOnce, ...(rest && { rest }) });
  const [ownLuck, sharedFate] = [futures.ownLuck, futures.sharedFate].map((each) =>
    measurePortfolio(each, limits),
  ) as [PortfolioMeasures, PortfolioMeasures];
  const assessed = offers.map((offer, place): AssessedOffer => {
    const figures = offerFigures(offer.before);
    return { ...offer, figures, measures: measureOffer(futures.offers[place]!, figures, limits) };
  });
  const ifWon = assessed.map(({ measures }) => measures.ifWon);
  return {
    offers: assessed,
    limits,
    ownLuck,
    sharedFate,
    verdict: portfolioVerdict(ownLuck, sharedFate, ifWon, limits),
    paths,
    seed,
  };
}
