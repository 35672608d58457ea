import { answerWords, standardShown, typicalWords } from "../../offer/answer-words.ts";
import type { Doubt } from "../../offer/doubts.ts";
import type { Question } from "../../offer/questions/question.ts";

/** Says a doubt in a sentence or two: what was asked, what stands there, and why that is worth a look. */
export function doubtWords(doubt: Doubt): string {
  if (doubt.kind === "odd") return doubt.sentence;
  const { question } = doubt;
  if (doubt.kind === "left") return `${leftWords(question)}: ${question.ask}`;
  const side = doubt.answer < question.typical!.low ? "below" : "above";
  const answer = answerWords(doubt.answer, question.unit);
  return `${question.ask} You say ${answer}, which is ${side} what is typical: ${typicalWords(question)}.`;
}

/** What holds where a question was left. */
function leftWords(question: Question): string {
  return answerWords(standardShown(question)!, question.unit);
}

/** The dotted paths of the answers that a doubt is about. */
export function doubtFields(doubt: Doubt): readonly string[] {
  return doubt.kind === "odd" ? doubt.paths : [doubt.question.path];
}
