import { expect, it } from "vitest";
import type { BoundRequirement } from "../../src/award/bound-requirement.ts";
import type { CheckedOffer } from "../../src/award/check-offers.ts";
import { keepAnswers } from "../../src/award/kept-answers.ts";
import { nearestWinSimulated } from "../../src/award/nearest-win-simulated.ts";
import { riskFactsOf } from "../../src/award/offer-risks.ts";
import { openRound } from "../../src/award/open-round.ts";
import { openRiskTable } from "../../src/award/risk-table.ts";
import { judgedIn } from "../../src/award/trial.ts";
import { readAward } from "../../src/cli/award-files.ts";
import { readRisk, simulateOffers } from "../../src/cli/award-risk.ts";
import { changedOffer } from "./changed-offer.ts";
import { offersOf } from "./round-of.ts";

/** As `riskshare award` does it: gates, then the risk of who passed them, then the round. */
async function awarded(offersAs?: readonly object[]) {
  const { bound, offers: shipped } = readAward("dps-lone-parents-with-risk", []);
  const offers = offersAs === undefined ? shipped! : offersOf(bound!, offersAs);
  const { risks, again } = await simulated(bound!, offers);
  const open = openRound(bound!, offers, (id) => risks.get(id));
  return { open, round: open.judge(), risks, again };
}

async function simulated(bound: BoundRequirement, offers: readonly CheckedOffer[]) {
  const { asked } = readRisk({ paths: "512" }, { bound, isUnread: () => false, where: String });
  const gates = () => openRound(bound, offers).judge();
  const { risk, again, problems } = await simulateOffers(asked, offers, gates);
  expect(problems).toEqual([]);
  return { risks: new Map(risk!.offers.map((each) => [each.offer, riskFactsOf(each)])), again: again! };
}

const written = ({ offer, pricePence }: CheckedOffer): object => {
  const { prices: _, ...rest } = offer;
  return { ...rest, price: pricePence / 100 };
};

it("every change that is told wins when it is written into the file and the award is run again", async () => {
  const { open, round, risks, again } = await awarded();
  const kept = keepAnswers(open);
  const losers = round.ranking.filter((judged) => !judged.awarded);
  expect(losers.length).toBe(9);
  let isRunWhole = false;
  for (const { offer } of losers) {
    const { id } = offer.offer;
    const found = await nearestWinSimulated(
      open,
      round,
      id,
      kept,
      openRiskTable(offer, risks.get(id), again),
    );
    if (found.won) throw new Error(`${id} won`);
    expect(found).toMatchObject({ isCutShort: false, risk: "simulated" });
    const { singles, pair, repairs, besides } = found;
    const keptIn = repairs?.after.awarded ? [{ ratings: [], cost: 0, after: repairs.after }] : [];
    const told = [...keptIn, ...singles, ...(pair === undefined ? [] : [pair])];
    // Something is told to each of them.
    expect(told.length).toBeGreaterThan(0);
    for (const change of told) {
      const changed = offersOf(open.bound, [changedOffer(offer, open.bound, { besides }, change)])[0]!;
      const offers = open.offers.map((each) => (each.offer.id === id ? changed : each));
      // Luck is each offer's own, so the others keep their risks; the first is run again whole, to see that.
      const own = isRunWhole ? (await simulated(open.bound, [changed])).risks : new Map();
      const after = isRunWhole
        ? openRound(open.bound, offers, (other) => own.get(other) ?? risks.get(other)).judge()
        : (await awarded(offers.map(written))).round;
      isRunWhole = true;
      const { rank, total, awarded: won } = judgedIn(after, id);
      expect({ id, rank, total, awarded: won }).toEqual({ id, ...change.after });
      expect(won).toBe(true);
    }
  }
}, 60_000);
