import type { Calibration } from "../../calibrate/calibrate.ts";
import type { ShareFit } from "../../calibrate/fit-share.ts";
import { forOffer, oneInOfEnds } from "../../calibrate/for-offer.ts";
import { fragmentOf } from "../../calibrate/fragment.ts";
import { rampShare } from "../../calibrate/ramp.ts";
import { cautions } from "./cautions.ts";
import { deliverySentences } from "./delivery-sentences.ts";
import { volumeSentences } from "./volume-sentences.ts";

/** A calibration as data; what the history cannot tell is null. */
export function calibrationJson(calibration: Calibration): object {
  const { history, volume, models, dispersion, monthFit, ramp, starts, stages } = calibration;
  return {
    schema: "riskshare.calibration/1",
    contracts: history.contracts.map(({ name, months }) => ({
      name,
      firstMonth: months[0],
      lastMonth: months.at(-1),
      months: months.length,
    })),
    volume: {
      referred: calibration.referred,
      indicated: calibration.indicated,
      ratio: volume.ratio,
      contractLaw: volume.law,
      contractSpread: volume.spread ?? null,
      contractSpreadChance: models.spreadChance ?? null,
      monthlySd: volume.monthlySd,
      dispersion: dispersion ?? null,
      fit: monthFit ?? null,
      models: models.models,
      ramp:
        ramp === undefined
          ? null
          : {
              found: ramp.found,
              chance: ramp.chance,
              peakMonth: ramp.ramp.peakMonth,
              shares: Array.from({ length: ramp.ramp.peakMonth }, (_, i) => rampShare(ramp.ramp, i + 1)),
            },
      chanceOfNone: calibration.chanceOfNone ?? null,
    },
    startRate: starts === undefined ? null : shareJson(starts),
    stages: stages.map(({ stage, fit, began, tooRecent, partlyRecent, delay }) => ({
      id: stage.id,
      of: stage.of,
      delay: stage.delay,
      delayStated: stage.isStated,
      delayFit: delay ?? null,
      people: { began, tooRecent, partlyRecent },
      rate: fit === undefined ? null : shareJson(fit),
    })),
    sentences: [...volumeSentences(calibration), ...deliverySentences(calibration)],
    cautions: cautions(calibration),
    forOffer: forOfferJson(calibration),
    fragment: fragmentOf(calibration),
  };
}

function forOfferJson(calibration: Calibration): object {
  const { referrals, delivery, meanPer100, isLowered } = forOffer(calibration);
  const chance = 1 / oneInOfEnds;
  return { referrals, delivery, meanPer100, quantiles: { low: chance, high: isLowered ? null : 1 - chance } };
}

function shareJson({ share, method, hits, of, spread, spreadChance, beta }: ShareFit): object {
  return {
    ...share,
    method,
    hits,
    of,
    contractSpread: spread ?? null,
    contractSpreadChance: spreadChance ?? null,
    beta,
  };
}
