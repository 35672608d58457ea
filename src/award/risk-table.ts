import type { CheckedOffer } from "./check-offers.ts";
import type { DeliveryRisk } from "./delivery-risk.ts";
import { priceGrain } from "./price-grain.ts";
import { riskBetween } from "./risk-between.ts";

/** What of an offer moves its delivery risk; ratings and all else that a notice may change do not. */
export type RiskPoint = { readonly leadInMonths: number; readonly pricePence: number };

/**
 * The delivery risk of one offer where a change puts it; undefined where the terms cannot pay the price.
 *
 * `isTold`: what is judged with it will be told, so that a value between two simulated ones will not do.
 */
export type RiskAt = (point: RiskPoint, isTold: boolean) => DeliveryRisk | undefined;

/** Risks of one offer as far as they were simulated, and read in between where they were not. */
export type RiskTable = {
  /** Reads between simulated prices, and keeps in mind what was told of without being simulated. */
  readonly at: RiskAt;
  /** Tells only of what was simulated. */
  readonly firmAt: RiskAt;
  /** What `at` was told of without a simulation, since this was asked last. */
  readonly unsure: () => RiskPoint[];
  readonly simulate: (points: readonly RiskPoint[]) => Promise<void>;
};

/** Simulates one offer at prices and lead-ins, in the order given; undefined where the terms cannot pay a price. */
export type SimulateAt = (
  offer: CheckedOffer,
  points: readonly RiskPoint[],
) => Promise<readonly (DeliveryRisk | undefined)[]>;

/** Prices that are simulated at once for each lead-in, from the offer's own down to about a third of it. */
const gridPrices = 12;
const gridStep = 0.055;

/** Opens the risks of one offer; `own` is its risk as it was made, where it was simulated. */
export function openRiskTable(
  offer: CheckedOffer,
  own: DeliveryRisk | undefined,
  simulateAt: SimulateAt,
): RiskTable {
  const curves = new Map<number, Map<number, DeliveryRisk | undefined>>();
  const { leadInMonths } = offer.offer;
  if (own !== undefined) curves.set(leadInMonths, new Map([[offer.pricePence, own]]));
  const gridded = new Set<number>();
  let asked = new Map<string, RiskPoint>();
  const grain = priceGrain(offer.pricePence);
  const gridOf = (lead: number): RiskPoint[] =>
    Array.from({ length: gridPrices }, (_, k) => {
      const share = offer.pricePence * (1 - gridStep * k);
      return {
        leadInMonths: lead,
        pricePence: k === 0 ? offer.pricePence : Math.ceil(share / grain) * grain,
      };
    });
  const read = ({ leadInMonths: lead, pricePence }: RiskPoint): DeliveryRisk | undefined => {
    const curve = curves.get(lead) ?? curves.get(leadInMonths) ?? curves.values().next().value;
    return curve === undefined ? undefined : riskBetween(curve, pricePence);
  };
  const isSimulated = ({ leadInMonths: lead, pricePence }: RiskPoint) =>
    curves.get(lead)?.has(pricePence) === true;
  return {
    at: (point, isTold) => {
      if (isTold && !isSimulated(point)) asked.set(`${point.leadInMonths} ${point.pricePence}`, point);
      // Before anything is simulated a first guess is needed, which is then simulated.
      return read(point) ?? (curves.size === 0 ? surest : undefined);
    },
    firmAt: (point, isTold) => (isTold && !isSimulated(point) ? undefined : read(point)),
    unsure: () => {
      const points = [...asked.values()];
      asked = new Map();
      return points;
    },
    simulate: async (points) => {
      const leads = [...new Set(points.map((point) => point.leadInMonths))].filter((l) => !gridded.has(l));
      const all = [...points, ...leads.flatMap(gridOf)].filter((point) => !isSimulated(point));
      for (const lead of leads) gridded.add(lead);
      const found = await simulateAt(offer, all);
      for (const [k, point] of all.entries()) {
        const curve = curves.get(point.leadInMonths) ?? new Map();
        curve.set(point.pricePence, found[k]);
        curves.set(point.leadInMonths, curve);
      }
    },
  };
}

const surest: DeliveryRisk = { chanceOfLoss: 0, chanceOfFailure: 0, averageWorstLossPence: 0 };
