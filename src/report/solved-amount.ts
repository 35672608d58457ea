import { numberWords, valueWords } from "../engine/words/value-words.ts";
import type { Solution } from "../sim/solve/solve.ts";
import type { Variable } from "../sim/solve/variable.ts";
import { displayStep } from "./display-step.ts";
import { fixedSpace } from "./shown-number.ts";

/** Writes values of what is solved for, with no digit that chance could have changed. */
export type SolvedAmount = {
  /** "95 % of what was indicated", "1 month" */
  readonly full: (value: number) => string;
  /** "or more" and "or less", as the unit has it: people are fewer, and a month is earlier. */
  readonly orMore: string;
  readonly orLess: string;
  /** "92 % and 97 % of what was indicated": what they are of is said once. */
  readonly two: (a: number, joint: string, b: number) => string;
};

/** How values of a variable are written beside a solution: to the grain of its interval. */
export function solvedAmount(variable: Variable, { value, low, high }: Solution): SolvedAmount {
  const size = Math.max(Math.abs(value ?? variable.current), Math.abs(high ?? 0));
  const reach = low === null || high === null || low === high ? null : (high - low) / 2;
  const unit = variable.unit === "pounds" ? "pounds" : "share";
  const plain = unit === "pounds" ? 0.01 : 0.0001;
  const coarse =
    reach === null ? plain : Math.min(displayStep(unit, size, reach), unit === "share" ? 1 : 100);
  // What hardly anyone comes at is a value still, and not 0 %.
  const isTiny = reach !== null && reach > 0 && reach < coarse && size < 10 * coarse;
  const step = isTiny ? Number(`1e${Math.floor(Math.log10(reach / 2))}`) : coarse;
  const number = (of: number) => inUnit(variable, Number((Math.round(of / step) * step).toPrecision(9)));
  const before = variable.unit === "month" ? "month " : "";
  const after = (text: string) => afterNumber(variable, text);
  return {
    full: (a) => `${before}${number(a)}${after(number(a))}`,
    ...orWords(variable.unit),
    two: (a, joint, b) => `${before}${number(a)} ${joint} ${number(b)}${after(number(b))}`,
  };
}

function inUnit({ kind, name, unit }: Variable, value: number): string {
  if (kind === "referrals") return `${numberWords(value * 100)}${fixedSpace}%`;
  return unit === "pounds" || unit === "share" ? valueWords({ name, unit }, value) : numberWords(value);
}

function orWords(unit: string): { orMore: string; orLess: string } {
  if (unit === "month") return { orMore: "or later", orLess: "or earlier" };
  return { orMore: "or more", orLess: unit === "people" ? "or fewer" : "or less" };
}

function afterNumber({ kind, unit }: Variable, number: string): string {
  if (kind === "referrals") return " of what was indicated";
  if (kind === "outcomeRates" || kind === "priceScale") return " times what they are";
  const isOne = number === "1";
  if (unit === "people") return isOne ? " person" : " people";
  if (unit === "months" || unit === "days") return ` ${isOne ? unit.slice(0, -1) : unit}`;
  return "";
}
