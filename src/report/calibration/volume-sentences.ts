import type { Calibration } from "../../calibrate/calibrate.ts";
import { leastMonthsForRamp } from "../../calibrate/ramp.ts";
import { chanceWords, shareWords } from "./interval-words.ts";

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

function monthSentences({ dispersion, models, volume, monthFit }: Calibration): string[] {
  if (dispersion === undefined) return [];
  const { index, chance } = dispersion;
  const law = models.law;
  const aic = (monthly: boolean) => models.models.find((m) => m.law === law && m.monthly === monthly)!.aic;
  const against = `AIC ${aic(true).toFixed(1)} against ${aic(false).toFixed(1)}, where lower is better`;
  const times = `The dispersion index of months is ${index.toFixed(1)}, where chance alone gives about 1; chance alone would give so much or more with a probability of ${chanceWords(chance)}.`;
  const swing = shareWords(volume.monthlySd);
  const told =
    chance <= doubtful
      ? `Months swing more than chance alone has it, by about ${swing.value} (${swing.interval}) of their level. A gamma-Poisson law (negative binomial) describes them, and a Poisson law does not (${against}).`
      : volume.monthlySd.value < 0.005
        ? `Months swing no more than chance alone has it: a Poisson law fits. A further swing of up to ${shareWords(volume.monthlySd).interval.replace(/^.* to /, "")} cannot be ruled out.`
        : `A Poisson law fits the months as well as a gamma-Poisson law (${against}). A swing of ${swing.value} on top of chance is the best guess and is kept, as it may be anything from ${swing.interval}.`;
  const fits =
    monthFit === undefined
      ? []
      : [
          monthFit.shapeChance <= doubtful
            ? `Even so it fits poorly: if it were right, months would lie so oddly with a probability of only ${chanceWords(monthFit.shapeChance)}. Look for months with a reason of their own.`
            : `It fits: if it is right, months lie further from it than these with a probability of ${chanceWords(monthFit.shapeChance)}.`,
        ];
  return [times, told, ...fits];
}

function spreadSentences({ volume, models, contracts }: Calibration): string[] {
  if (volume.spread === undefined || models.spreadChance === undefined) return [];
  const aic = (law: string) => models.models.find((m) => m.law === law && m.monthly)!.aic.toFixed(1);
  const law = volume.law === "gamma" ? "a gamma" : "a lognormal";
  const other = `AIC: none ${aic("none")}, lognormal ${aic("lognormal")}, gamma ${aic("gamma")}`;
  const value = volume.spread.value.toFixed(2);
  return [
    models.spreadChance <= doubtful
      ? `Contracts differ from each other by more than their months explain (probability of so much by chance ${chanceWords(models.spreadChance)}). They are drawn from ${law} law with a spread of ${value} (${other}).`
      : `Contracts need not differ at all beyond what their months explain (probability of so much by chance ${chanceWords(models.spreadChance)}; ${other}). The best guess of ${value} is kept, as ${contracts} contracts cannot rule out ${volume.spread.high.toFixed(2)}.`,
  ];
}

function rampSentences({ ramp }: Calibration): string[] {
  if (ramp === undefined)
    return [
      `Whether referrals grow at the start cannot be told from fewer than ${leastMonthsForRamp} months.`,
    ];
  const { firstShare, peakMonth } = ramp.ramp;
  return [
    ramp.found
      ? `Referrals grow at the start: from about ${Math.round(firstShare * 100)} % of their later level in the first month to all of it in month ${peakMonth} (probability of so clear a rise by chance ${chanceWords(ramp.chance)}).`
      : `No growth at the start stands out (probability of as clear a rise by chance ${chanceWords(ramp.chance)}).`,
  ];
}
