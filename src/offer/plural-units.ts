import type { AnswerUnit } from "./questions/question.ts";

const singular: Readonly<Partial<Record<AnswerUnit, string>>> = {
  people: "person",
  months: "month",
  days: "day",
  posts: "post",
  contracts: "contract",
};

/** The unit behind a number: one month, two months. */
export function unitWord(value: number, unit: AnswerUnit): string {
  return value === 1 ? (singular[unit] ?? unit) : unit;
}

/** Words that may stand behind a number that is typed, in place of its unit. */
export function unitWordsTyped(unit: AnswerUnit): readonly string[] {
  if (unit === "of 100") return ["of 100", "in 100", "out of 100"];
  return [unit, ...(singular[unit] === undefined ? [] : [singular[unit]])];
}
