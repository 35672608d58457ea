import { unitWord } from "./plural-units.ts";
import type { AnswerUnit, Question } from "./questions/question.ts";

/** Writes a number with commas between thousands, in as many decimals as it has. */
export function numberWords(value: number): string {
  const [whole, part] = String(Math.abs(value)).split(".") as [string, string?];
  // Beyond 21 digits, or below a millionth, a number is written with an exponent.
  if (!/^\d+$/.test(whole) || part?.includes("e")) return String(value);
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${value < 0 ? "-" : ""}${grouped}${part === undefined ? "" : `.${part}`}`;
}

/**
 * Says an answer with its unit.
 *
 * @example answerWords(5000, "pounds") === "£5,000"; answerWords(1, "months") === "1 month"
 */
export function answerWords(value: number, unit: AnswerUnit): string {
  if (unit !== "pounds") return `${numberWords(value)} ${unitWord(value, unit)}`;
  const pence = Number.isInteger(value) ? numberWords(Math.abs(value)) : penceWords(Math.abs(value));
  return `${value < 0 ? "-" : ""}£${pence}`;
}

function penceWords(pounds: number): string {
  const [whole, pence] = pounds.toFixed(2).split(".") as [string, string];
  return `${numberWords(Number(whole))}.${pence}`;
}

/** What holds where a question is not answered, in as many digits as anyone would type. */
export function standardShown({ standard }: Question): number | undefined {
  return standard === undefined ? undefined : Math.round(standard * 100) / 100;
}

/** Says what holds where a question is not answered, and where that comes from. */
export function standardWords(question: Question): string | undefined {
  const standard = standardShown(question);
  if (standard === undefined) return undefined;
  const from = {
    scenario: ", as the scenario has it",
    form: "",
    answers: ", which follows from your other answers",
  };
  return `${answerWords(standard, question.unit)}${from[question.standardFrom ?? "scenario"]}`;
}

/** Says what others have, with its source. */
export function typicalWords({ typical, unit }: Question): string | undefined {
  if (typical === undefined) return undefined;
  const { low, high, source } = typical;
  const range =
    unit === "pounds"
      ? `${answerWords(low, unit)} to ${answerWords(high, unit)}`
      : `${numberWords(low)} to ${answerWords(high, unit)}`;
  return `${range} (${source})`;
}
