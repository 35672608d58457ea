import type { Calibration } from "../../calibrate/calibrate.ts";
import { fragmentOf } from "../../calibrate/fragment.ts";
import { historySpan } from "../../calibrate/history-span.ts";
import { yamlComment, yamlText } from "../../engine/yaml-text.ts";
import { wrappedLines } from "../wrapped-lines.ts";
import { cautions } from "./cautions.ts";

const widest = 108;

/** The fragment of a scenario as a file for people: what it is from and what to be careful about at its top. */
export function fragmentText(name: string, calibration: Calibration): string {
  return (
    yamlComment(
      [
        `Fitted by riskshare calibrate to ${name}: ${historySpan(calibration.history)}.`,
        "Put volume's and delivery's parts in place of a scenario's own of the same names (--into SCENARIO does it).",
        ...cautions(calibration),
      ].flatMap((sentence) => wrappedLines(sentence, widest)),
    ) + yamlText(fragmentOf(calibration))
  );
}
