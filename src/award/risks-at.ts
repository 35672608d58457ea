import type { CheckedOffer } from "./check-offers.ts";
import type { DeliveryRisk } from "./delivery-risk.ts";
import { offerRisks, type RiskInput, riskFactsOf } from "./offer-risks.ts";
import type { RiskPoint } from "./risk-table.ts";

/** Simulates one offer at other prices and lead-ins, on the same futures; undefined where the terms cannot pay a price. */
export async function risksAt(
  { offer }: CheckedOffer,
  points: readonly RiskPoint[],
  input: RiskInput,
): Promise<(DeliveryRisk | undefined)[]> {
  const asked = points.map(({ leadInMonths, pricePence }, k): CheckedOffer => {
    return { offer: { ...offer, id: `${offer.id}-${k}`, leadInMonths }, pricePence };
  });
  const risks = await whereItCan(asked, input);
  return asked.map((each) => risks.get(each.offer.id));
}

/** What cannot be simulated is left out, and the rest simulated without it. */
async function whereItCan(
  offers: readonly CheckedOffer[],
  input: RiskInput,
): Promise<Map<string, DeliveryRisk>> {
  const { risks, problems } = await offerRisks(offers, input);
  if (problems.length === 0) return new Map(risks.map((risk) => [risk.offer, riskFactsOf(risk)]));
  const bad = new Set(problems.map(({ where }) => where));
  const others = offers.filter(({ offer }) => !bad.has(offer.id));
  return others.length === offers.length || others.length === 0 ? new Map() : whereItCan(others, input);
}
