import type { Calibration } from "../../calibrate/calibrate.ts";
import { delayRange } from "../../calibrate/delay.ts";
import type { ShareFit } from "../../calibrate/fit-share.ts";
import type { StageFit } from "../../calibrate/fit-stage.ts";
import { chanceWords, countWords, shareWords, wholeWords } from "./interval-words.ts";

const doubtful = 0.05;

/** What a history says of starts and outcomes, and how recent people were treated, in plain sentences. */
export function deliverySentences({ starts, stages }: Calibration): string[] {
  if (starts === undefined) return [];
  return [
    `Of those referred ${shareWords(starts.share).value} start (${shareWords(starts.share).interval}). ${differWords(starts)}`,
    ...stages.map(stageSentence),
  ];
}

function differWords(fit: ShareFit): string {
  if (fit.method === "exact") return "The interval is exact (binomial).";
  const chance = chanceWords(fit.spreadChance ?? 1);
  return (fit.spreadChance ?? 1) <= doubtful
    ? `Contracts differ in it, by about ${((fit.spread ?? 0) * 100).toFixed(1)} points each way; by chance they would do so in ${chance} of histories (a beta-binomial law is needed, and a binomial one, by which all are alike, is not enough).`
    : `Contracts need not differ in it: by chance they would do so in ${chance} of histories (a binomial law, by which all are alike, is enough). The interval allows for differences all the same.`;
}

function stageSentence({ stage, fit, began, tooRecent, partlyRecent, delay }: StageFit): string {
  const { shortest, longest } = delayRange(stage.delay);
  const months =
    shortest === longest ? countWords(shortest, "month") : `${shortest} to ${countWords(longest, "month")}`;
  const assumed = stage.isStated ? `as stated, ${months}` : `taken as ${months}, which is not fitted`;
  if (fit === undefined)
    return `${stage.title}: nobody has had the time yet, with a delay ${assumed}. The rate is left out.`;
  const { value, interval } = shareWords(fit.share);
  return `${stage.title}: ${value} (${interval}). Outcomes lag, by a delay ${assumed}. ${recentWords(began, tooRecent, partlyRecent)} ${differWords(fit)}${delayWords(delay, stage.id)}`;
}

function recentWords(began: number, tooRecent: number, partlyRecent: number): string {
  if (tooRecent + partlyRecent === 0) return "All have had their time.";
  const left =
    tooRecent > 0 ? [`${wholeWords(tooRecent)} began too late for an outcome and are left out`] : [];
  const part =
    partlyRecent > 0 ? [`${wholeWords(partlyRecent)} have had part of their time and count in part`] : [];
  return `Of ${countWords(began, "person", "people")}, ${[...left, ...part].join(", and ")}.`;
}

function delayWords(delay: StageFit["delay"], id: string): string {
  if (delay === undefined || (delay.chance > doubtful && delay.tooEarly === 0)) return "";
  const early =
    delay.tooEarly > 0 ? ` ${countWords(delay.tooEarly, "outcome")} came sooner than it allows.` : "";
  const later = `${Math.abs(delay.later).toFixed(1)} months ${delay.later < 0 ? "sooner" : "later"}`;
  return ` The delay does not go with the months in which outcomes came, which are ${later} on average.${early} State one by --delay ${id}=…, or check that the history begins with the contract.`;
}
