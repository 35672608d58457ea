import { numberWords, valueWords } from "../engine/words/value-words.ts";
import type { Solution } from "../sim/solve/solve.ts";
import type { Variable } from "../sim/solve/variable.ts";
import { displayStep } from "./display-step.ts";
import { fixedSpace } from "./shown-number.ts";

/** Writes a value of what is solved for, with no digit that chance could have changed. */
export type SolvedAmount = (value: number) => string;

/** How values of a variable are written beside a solution: to the grain of its interval. */
export function solvedAmount(variable: Variable, { value, low, high }: Solution): SolvedAmount {
  const size = Math.max(Math.abs(value ?? variable.current), Math.abs(high ?? 0));
  const reach = low === null || high === null || low === high ? null : (high - low) / 2;
  const unit = variable.unit === "pounds" || variable.unit === "share" ? variable.unit : "people";
  const step =
    reach === null ? (unit === "pounds" ? 0.01 : 0.0001) : Math.min(displayStep(unit, size, reach), 1);
  return (of) => inUnit(variable, Math.round(of / step) * step);
}

/** A value with its unit, as plain words. */
function inUnit({ kind, name, unit }: Variable, value: number): string {
  const tidy = Number(value.toFixed(6));
  if (kind === "referrals") return `${numberWords(tidy * 100)}${fixedSpace}% of what was indicated`;
  if (kind === "outcomeRates") return `${numberWords(tidy)} times what they are`;
  if (kind === "priceScale") return `${numberWords(tidy)} times what they are`;
  if (/^(months|days|people)$/.test(unit)) return `${numberWords(tidy)} ${unit}`;
  return valueWords({ name, unit }, tidy);
}
