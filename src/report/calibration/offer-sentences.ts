import type { Calibration } from "../../calibrate/calibrate.ts";
import { forOffer, oneInOfEnds } from "../../calibrate/for-offer.ts";

/** What a history says in the figures that an offer asks for, each with its name in an offer's file. */
export function offerSentences(calibration: Calibration): string[] {
  const { referrals, delivery, meanPer100, isLowered } = forOffer(calibration);
  const { lowPer100, likelyPer100, highPer100 } = referrals;
  const { ramp, contracts, withoutAny, stages } = calibration;
  const after = ramp?.found ? ", once the ramp is over" : "";
  const who = contracts === 1 ? "this contract" : "the next contract";
  const last = isLowered
    ? "the last is lower than that for many, as the three could not have the fit's own average otherwise,"
    : "as small that it gets more than the last; “likely” is put where the three have the fit's own average,";
  const said = [
    `Referrals: few / likely / many = ${lowPer100} / ${likelyPer100} / ${highPer100} of 100 indicated${after} (lowPer100, likelyPer100, highPer100). By the fit the chance that ${who} gets fewer than the first is 1 in ${oneInOfEnds}, and ${last} ${meanPer100}.`,
  ];
  if (ramp?.found)
    said.push(
      "An offer has no ramp of its own: test it in a scenario that has this one, as --into writes it.",
    );
  if (withoutAny > 0)
    said.push(
      "Contracts without any referral are not in these three: lower the first to 0 if yours may be one.",
    );
  if (delivery.startsPer100 !== undefined)
    said.push(`Starts: ${delivery.startsPer100} of 100 people referred (startsPer100).`);
  for (const [id, per100] of Object.entries(delivery.outcomesPer100)) {
    const { title } = stages.find(({ stage }) => stage.id === id)!.stage;
    said.push(`${title}: ${per100} of 100 people who start (outcomesPer100.${id}).`);
  }
  return said;
}
