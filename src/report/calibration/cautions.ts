import type { Calibration } from "../../calibrate/calibrate.ts";
import { chanceWords, countWords } from "./interval-words.ts";

const fewMonths = 12;
const fewContracts = 5;
const fewOutcomes = 10;
const doubtful = 0.05;

/** Where a history cannot tell, and what was noted when it was read, in plain sentences. */
export function cautions(calibration: Calibration): string[] {
  const { contracts, volume, monthFit, stages, history, unindicated, lateStarts, starts } = calibration;
  const longest = Math.max(...history.contracts.map((contract) => contract.months.length));
  const said: string[] = [];
  if (longest < fewMonths)
    said.push(
      `${countWords(longest, "month")} ${longest === 1 ? "is" : "are"} few: a season cannot be told, and how much months swing is hardly known.`,
    );
  if (contracts === 1)
    said.push(
      "One contract cannot tell how contracts differ: what it has all of its months in common may be its own or everyone's. The spread of the ratio below is only how far this contract's own is not known. For another contract write a wider one, by judgement (dps-2017 has a sd of log of 0.65).",
    );
  else if (contracts < fewContracts)
    said.push(
      `${["Two", "Three", "Four"][contracts - 2]} contracts can hardly tell how contracts differ, so that the intervals of what they share are wide. --contract NAME fits one of them alone.`,
    );
  if (volume.spread !== undefined && volume.spread.high > 1.5)
    said.push("How contracts differ is open upwards: read the fitted spread as a least guess.");
  if (monthFit !== undefined && monthFit.correlationChance <= doubtful)
    said.push(
      `Good months follow good ones, and lean ones lean ones (correlation ${monthFit.correlation.toFixed(2)}, probability by chance ${chanceWords(monthFit.correlationChance)}). A scenario draws each month anew, so that a whole lean year is likelier than it will show.`,
    );
  for (const { stage, fit } of stages)
    if (fit !== undefined && fit.hits < fewOutcomes)
      said.push(
        `${stage.title}: ${countWords(fit.hits, "outcome")} ${fit.hits === 1 ? "is" : "are"} few, so that the rate may be anything in its interval.`,
      );
  if (lateStarts > 0)
    said.push(
      `In ${countWords(lateStarts, "month")} more people started than were referred, so some start later than the month of referral. The last referrals may still start, and the start rate may be a little low.`,
    );
  if (starts === undefined)
    said.push("There is no column of starts, so start and outcome rates are not fitted.");
  if (unindicated > 0)
    said.push(
      `${countWords(unindicated, "person was", "people were")} referred in months in which none were indicated, and are in no ratio.`,
    );
  return [...said, ...history.notes];
}
