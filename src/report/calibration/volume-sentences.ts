import type { Calibration } from "../../calibrate/calibrate.ts";
import { leastMonthsForRamp } from "../../calibrate/ramp.ts";
import { chanceWords, shareWords } from "./interval-words.ts";
import { monthSentences } from "./month-sentences.ts";

const doubtful = 0.05;

/** What a history says of volume, and which laws fit and how well, in plain sentences. */
export function volumeSentences(calibration: Calibration): string[] {
  return [
    ratioSentence(calibration),
    ...monthSentences(calibration),
    ...spreadSentences(calibration),
    ...rampSentences(calibration),
  ];
}

function ratioSentence({ volume, contracts, ramp }: Calibration): string {
  const { value, interval } = shareWords(volume.ratio);
  const who = contracts === 1 ? "this contract" : "a typical contract";
  const when = ramp?.found ? ", once its ramp is over," : "";
  return `For every 100 referrals indicated ${who}${when} gets about ${value.replace(/\D*$/, "")} (95 % interval ${interval.replace(/\D*$/, "")}).`;
}

function spreadSentences({ volume, models, contracts }: Calibration): string[] {
  if (volume.spread === undefined || models.spreadChance === undefined) return [];
  const aic = (law: string) => models.models.find((m) => m.law === law && m.monthly)!.aic.toFixed(1);
  const law = volume.law === "gamma" ? "gamma" : "lognormal";
  const other = `AIC: none ${aic("none")}, lognormal ${aic("lognormal")}, gamma ${aic("gamma")}`;
  const value = volume.spread.value.toFixed(2);
  const chance = chanceWords(models.spreadChance);
  return [
    models.spreadChance <= doubtful
      ? `Contracts differ from each other by more than their months explain; by chance they would do so in ${chance} of histories. ${middleWords(volume)} (a ${law} law, spread ${value}; ${other}).`
      : `Contracts need not differ at all beyond what their months explain; by chance they would do so in ${chance} of histories (${other}). The best guess of ${value} is kept, as ${contracts} contracts cannot rule out ${volume.spread.high.toFixed(2)}.`,
  ];
}

/** The ratios between which two contracts of three lie: a standard deviation to each side, of the ratio or of its log. */
function middleWords({ law, ratio, spread }: Calibration["volume"]): string {
  const sd = spread!.value;
  const [low, high] =
    law === "gamma"
      ? [ratio.value * (1 - sd), ratio.value * (1 + sd)]
      : [ratio.value * Math.exp(-sd), ratio.value * Math.exp(sd)];
  const of100 = (share: number) => Math.round(100 * Math.max(0, share));
  return `Two contracts in three get about ${of100(low)} to ${of100(high)} for every 100 indicated`;
}

function rampSentences({ ramp }: Calibration): string[] {
  if (ramp === undefined)
    return [
      `Whether referrals grow at the start cannot be told from fewer than ${leastMonthsForRamp} months.`,
    ];
  const { firstShare, peakMonth } = ramp.ramp;
  return [
    ramp.found
      ? `Referrals grow at the start: from about ${Math.round(firstShare * 100)} % of their later level in the first month to all of it in month ${peakMonth} (by chance so clear a rise comes in ${chanceWords(ramp.chance)} of histories).`
      : `No growth at the start stands out (by chance as clear a rise comes in ${chanceWords(ramp.chance)} of histories).`,
  ];
}
