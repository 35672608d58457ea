import { penceOf } from "../engine/money.ts";
import type { Problem } from "../engine/problem.ts";
import { answerWords, numberWords, standardShown } from "./answer-words.ts";
import { unitWordsTyped } from "./plural-units.ts";
import type { Question } from "./questions/question.ts";
import { typedNumber } from "./typed-number.ts";

/** An answer that was typed to a question, or what is wrong with it; its place is known to whoever asked. */
export type TypedAnswer =
  | { readonly value: number; readonly fault?: undefined }
  | { readonly value?: undefined; readonly fault: Omit<Problem, "where"> };

/** Reads what was typed as the answer to a question: a plain number, with or without its unit, within the question's range. */
export function typedAnswer(text: string, question: Question): TypedAnswer {
  const read = typedNumber(withoutUnit(text, question));
  const { unit } = question;
  const isShare = unit === "of 100" || unit === "per cent";
  if (read.value === undefined) return faultOf(text, kindWords(question), read.hint);
  if (read.isPercent && !isShare) return faultOf(text, kindWords(question));
  if (read.isPounds && unit !== "pounds") return faultOf(text, kindWords(question));
  const expected = expectedOf(read.value, question);
  return expected === undefined ? { value: read.value } : faultOf(text, expected);
}

function faultOf(text: string, expected: string, hint?: string): TypedAnswer {
  return {
    fault: { adjective: "invalid", noun: "answer", found: text.trim(), expected, ...(hint && { hint }) },
  };
}

function withoutUnit(text: string, { unit }: Question): string {
  const trimmed = text.trim();
  const word = [...unitWordsTyped(unit)]
    .sort((a, b) => b.length - a.length)
    .find((each) => trimmed.toLowerCase().endsWith(` ${each}`));
  return word === undefined ? trimmed : trimmed.slice(0, -word.length);
}

/** What kind of number a question wants, with one such number. */
function kindWords(question: Question): string {
  const { unit, whole, typical } = question;
  const example = standardShown(question) ?? typical?.low ?? 10;
  const such = unit === "pounds" ? answerWords(example, unit) : numberWords(example);
  return `${whole ? "a whole number" : "a number"} ${unit === "of 100" ? "of 100" : `of ${unit}`}, such as ${such}`;
}

/** What a number would have to be that does not fit its question. */
function expectedOf(value: number, { unit, whole, least, most }: Question): string | undefined {
  if (value < least || value > most) return `between ${numberWords(least)} and ${numberWords(most)}`;
  if (whole && !Number.isInteger(value)) return "a whole number";
  if (unit === "pounds" && penceOf(value) === undefined) return "pounds with at most two decimals";
  if (unit === "posts" && !Number.isInteger(value * 2)) return "whole or half posts, such as 1.5";
  return undefined;
}
