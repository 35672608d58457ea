import type { Question } from "./question.ts";

/** Does an answer lie outside what is typical? What the scenario has itself is never unusual. */
export function isUnusual({ typical, standard }: Question, answer: number): boolean {
  return typical !== undefined && answer !== standard && (answer < typical.low || answer > typical.high);
}
