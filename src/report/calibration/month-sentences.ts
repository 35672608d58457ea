import type { Calibration } from "../../calibrate/calibrate.ts";
import { chanceWords, shareWords } from "./interval-words.ts";

const doubtful = 0.05;

/** How much months swing beyond chance, which law the criteria speak for, and how well it goes with them. */
export function monthSentences(calibration: Calibration): string[] {
  const { dispersion, monthFit } = calibration;
  if (dispersion === undefined) return [];
  const { index, chance } = dispersion;
  return [
    `Months differ ${index.toFixed(1)} times as much as chance among people alone would make them (index of dispersion); chance alone would do so much or more in ${chanceWords(chance)} of histories.`,
    swingWords(calibration, chance <= doubtful),
    ...(monthFit === undefined ? [] : [fitWords(monthFit.shapeChance, index)]),
  ];
}

/** The test says whether months swing, and AIC which law does better: they need not agree, and neither word is the other's. */
function swingWords({ volume, models }: Calibration, isProven: boolean): string {
  const { value, interval } = shareWords(volume.monthlySd);
  const laws = lawWords(models);
  if (isProven) return `So the level of each month swings by about ${value} (${interval}) of itself. ${laws}`;
  if (volume.monthlySd.value < 0.005)
    return `So months need not swing by more than chance. A further swing of up to ${interval.replace(/^.* to /, "")} cannot be ruled out.`;
  return `So chance alone may be why months differ. ${laws} A swing of ${value} on top of chance is the best guess and is kept, as it may be anything from ${interval}.`;
}

/** Which of the two laws of months AIC speaks for, at the digits that are shown. */
function lawWords({ models, law }: Calibration["models"]): string {
  const aic = (monthly: boolean) =>
    models.find((model) => model.law === law && model.monthly === monthly)!.aic.toFixed(1);
  const [swinging, chance] = [aic(true), aic(false)];
  const against = `AIC ${swinging} against ${chance}, where lower is better`;
  if (Number(swinging) < Number(chance))
    return `A gamma-Poisson law (negative binomial) does better than a Poisson law, which is chance alone (${against}).`;
  const how = swinging === chance ? "no better than" : "less well than";
  return `A gamma-Poisson law (negative binomial) does ${how} a Poisson law, which is chance alone, once its further figure is counted against it (${against}).`;
}

function fitWords(shapeChance: number, index: number): string {
  if (shapeChance > doubtful)
    return `Months lie as the fitted law has them: were it right, ${chanceWords(shapeChance)} of histories would lie further from it than yours.`;
  const look =
    index < 1
      ? "They are more even than people who come one by one: look whether figures were planned or spread over months."
      : "Look for months with a reason of their own.";
  return `How months lie goes badly with the fitted law: were it right, they would lie so oddly in only ${chanceWords(shapeChance)} of histories. ${look}`;
}
