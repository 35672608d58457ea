import { blockWidth } from "../../sim/block-width.ts";
import { type ContractFutures, openContract } from "./contract-futures.ts";
import { openCallOffs } from "./draw-call-offs.ts";
import {
  emptyOutcome,
  emptyPortfolio,
  type OfferFutures,
  type PortfolioFutures,
} from "./portfolio-futures.ts";
import type { StandingOffer } from "./standing-offer.ts";
import { writeOffer } from "./write-offer.ts";
import { writePortfolio } from "./write-portfolio.ts";

export type SimulatePortfolio = {
  readonly paths: number;
  readonly seed: string;
  /** Contracts that can be run at once; any number where left out. */
  readonly mostAtOnce?: number | undefined;
  /** Awaited between blocks, so that a caller can answer others or stop by throwing. */
  readonly rest?: () => Promise<void>;
};

export type SimulatedPortfolio = {
  /** Each offer by itself, as if it stood once. */
  readonly offers: readonly OfferFutures[];
  /** Every contract has luck of its own. */
  readonly ownLuck: PortfolioFutures;
  /** Every contract meets the same future; only call-offs and waits differ. */
  readonly sharedFate: PortfolioFutures;
};

/** Blocks that are simulated together. */
const together = 2;

/**
 * Simulates offers that stand at the same time, each with its own call-off, wait and contract.
 *
 * How the fortunes of contracts hang together is unknown, so both ends are simulated: on the same call-offs and waits.
 * The first contract of the first offer meets the same futures as a run of its scenario with that seed.
 */
export async function simulatePortfolio(
  offers: readonly StandingOffer[],
  { paths, seed, mostAtOnce = Number.POSITIVE_INFINITY, rest }: SimulatePortfolio,
): Promise<SimulatedPortfolio> {
  const width = together * blockWidth;
  const callOffs = openCallOffs(offers, width);
  const contracts = offers.map((offer) => openContract(offer, together));
  const simulated = {
    offers: offers.map(
      (): OfferFutures => ({
        isWon: new Float64Array(paths),
        made: emptyOutcome(paths),
        ifWon: emptyOutcome(paths),
        contractMargin: new Float64Array(paths),
      }),
    ),
    ownLuck: emptyPortfolio(paths),
    sharedFate: emptyPortfolio(paths),
  };
  try {
    for (let block = 0; block * blockWidth < paths; block += together) {
      callOffs.draw(seed, block);
      const kept = new Map<string, ContractFutures>();
      // Drawn when they are first asked for: of many standing offers few become contracts.
      const futuresOf = (offer: number, luck: string): ContractFutures => {
        const key = `${offer} ${luck}`;
        const futures = kept.get(key) ?? contracts[offer]!.run(luck, block);
        kept.set(key, futures);
        return futures;
      };
      const part = {
        offers,
        slots: callOffs.slots,
        mostAtOnce,
        from: block * blockWidth,
        count: Math.min(width, paths - block * blockWidth),
      };
      for (const [o, offer] of simulated.offers.entries()) writeOffer(part, o, futuresOf(o, seed), offer);
      writePortfolio(part, (o) => futuresOf(o, seed), simulated.sharedFate);
      writePortfolio(part, (o, number) => futuresOf(o, ownLuck(seed, o, number)), simulated.ownLuck);
      await rest?.();
    }
  } finally {
    for (const contract of contracts) contract.close();
  }
  return simulated;
}

/** The seed of a contract's own luck: the number-th, from 0, that is run of an offer. */
function ownLuck(seed: string, offer: number, number: number): string {
  return offer === 0 && number === 0 ? seed : `${seed}|contract ${offer + 1}.${number + 1}`;
}
