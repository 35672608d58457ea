import type { Problem } from "../engine/problem.ts";
import { escapedText, shortText } from "../engine/shown-text.ts";
import {
  answerWords,
  numberWords,
  standardShown,
  standardWords,
  typicalWords,
} from "../offer/answer-words.ts";
import type { Question } from "../offer/questions/question.ts";

/** A question as it is asked: its number, what helps to answer it, what others have and what Enter does. */
export function questionLines(
  question: Question,
  place: number,
  count: number,
  answer: number | undefined,
  must: boolean,
): string {
  const typical = typicalWords(question);
  const lines = [
    `Question ${place} of ${count}. ${question.ask}`,
    question.guidance,
    ...(typical === undefined ? [] : [`Typical: ${typical}.`]),
    enterWords(question, answer, must),
  ];
  return lines.map(escapedText).join("\n");
}

function enterWords(question: Question, answer: number | undefined, must: boolean): string {
  const { unit } = question;
  if (answer !== undefined) return `Press Enter to keep your answer, ${answerWords(answer, unit)}.`;
  const standard = standardShown(question);
  const scenario = standard === undefined ? "" : answerWords(standard, unit);
  if (must)
    return standard === undefined
      ? "This needs your answer."
      : `This needs your answer. The scenario has ${scenario}.`;
  if (standard === undefined) return "Press Enter to leave it open.";
  return `Press Enter for ${standardWords(question)}.`;
}

/** What is said where someone asks for help. */
export function helpWords({ path, least, most, whole, unit }: Question): string {
  const kind = whole ? "A whole number" : "A number";
  const marks = unit === "pounds" ? " You may type £ and commas." : "";
  const share = unit === "of 100" || unit === "per cent" ? " You may type a % behind it." : "";
  return [
    `${kind} from ${numberWords(least)} to ${numberWords(most)}.${marks}${share} In the file it is ${path}.`,
    "Type back for the question before, skip to leave the rest of this part, none to take an answer away.",
    "Ctrl-C stops and keeps what you have answered.",
  ].join("\n");
}

/** Says what is wrong with an answer, to the person who has just typed it. */
export function faultWords({ found, expected, hint }: Omit<Problem, "where">): string {
  const what = found === undefined ? "That does not work." : `That does not work: ${shortText(found)}.`;
  const must = expected === undefined ? "" : ` It must be ${expected}.`;
  const more = hint === undefined ? "" : ` ${hint[0]!.toUpperCase()}${hint.slice(1)}.`;
  return escapedText(`${what}${must}${more}`);
}

/** How an answer is counted, as a prompt says it. */
export function promptUnit({ unit }: Question): string {
  return unit === "of 100" ? "so many of 100" : `in ${unit}`;
}

/** Is the answer likely a share of 1, where so many of 100 were asked for? */
export function isLikelyShare({ unit }: Question, answer: number): boolean {
  return unit === "of 100" && answer > 0 && answer <= 1;
}

/** A share of 1 as so many of 100. */
export function shownShare(answer: number): string {
  return `${numberWords(Math.round(answer * 1e6) / 1e4)} of 100`;
}
