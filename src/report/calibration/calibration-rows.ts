import type { Calibration } from "../../calibrate/calibrate.ts";
import type { StageFit } from "../../calibrate/fit-stage.ts";
import { fixedSpace } from "../shown-number.ts";
import { countWords, plainWords, shareWords, wholeWords } from "./interval-words.ts";

/** One figure of a calibration as a row: its name, value, 95 % interval, and what it is based on. */
export type CalibrationRow = {
  readonly name: string;
  readonly value: string;
  readonly interval: string;
  readonly basedOn: string;
};

/** The figures of a calibration, one a row. */
export function calibrationRows(calibration: Calibration): CalibrationRow[] {
  const { volume, contracts, months, referred, indicated, ramp, chanceOfNone, starts } = calibration;
  const isOne = contracts === 1;
  const from = countWords(contracts, "contract");
  const rows: CalibrationRow[] = [
    {
      name: "Referrals over indicative",
      value: `${Math.round((100 * referred) / indicated)}${fixedSpace}%`,
      interval: "",
      basedOn: `${wholeWords(referred)} of ${wholeWords(indicated)}`,
    },
    {
      name: `${isOne ? "This contract's ratio" : "A typical contract's ratio"}${ramp?.found ? ", ramp over" : ""}`,
      ...shareWords(volume.ratio),
      basedOn: isOne ? countWords(months, "month") : `${from}, ${countWords(months, "month")}`,
    },
  ];
  if (volume.spread !== undefined)
    rows.push({
      name: `How contracts differ (${volume.law === "gamma" ? "spread of the ratio" : "spread of its log"})`,
      ...plainWords(volume.spread),
      basedOn: from,
    });
  rows.push({
    name: "Swing of months beyond chance",
    ...shareWords(volume.monthlySd),
    basedOn: countWords(months, "month"),
  });
  if (ramp?.found)
    rows.push({
      name: "Ramp: first month's share",
      value: `${Math.round(100 * ramp.ramp.firstShare)}${fixedSpace}%`,
      interval: "",
      basedOn: `full from month ${ramp.ramp.peakMonth}`,
    });
  if (chanceOfNone !== undefined)
    rows.push({
      name: "Contracts without any referral",
      ...shareWords(chanceOfNone),
      basedOn: countWords(contracts + calibration.withoutAny, "contract"),
    });
  if (starts !== undefined)
    rows.push({
      name: "Start rate, of referrals",
      ...shareWords(starts.share),
      basedOn: `${wholeWords(starts.hits)} of ${wholeWords(starts.of)}`,
    });
  return [...rows, ...calibration.stages.map((stage) => stageRow(stage, calibration))];
}

function stageRow({ stage, fit, began }: StageFit, { stages }: Calibration): CalibrationRow {
  const before = stages.find(({ stage: { id } }) => id === stage.of)?.stage.title;
  const name = `${stage.title}, of ${before === undefined ? "starts" : `“${before}”`}`;
  if (fit === undefined)
    return { name, value: "–", interval: "", basedOn: `${wholeWords(began)}, all too recent` };
  const isWhole = Number.isInteger(Math.round(fit.of * 10) / 10);
  return {
    name,
    ...shareWords(fit.share),
    basedOn: `${wholeWords(fit.hits)} of ${isWhole ? "" : "about "}${wholeWords(fit.of)} *`,
  };
}
