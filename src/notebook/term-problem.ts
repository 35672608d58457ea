import type { Problem } from "../engine/problem.ts";
import { numberTerms, shownTerms } from "./term-words.ts";

/** A problem of a policy made by levers, with the lever's name for its place: a reader sees no file and no line. */
export function termProblem(problem: Problem): Problem {
  const name = numberTerms.find((one) => problem.where.endsWith(`.parameters.${one}`));
  const where = name === undefined ? problem.where.replace(/^\S*:\d+:\d+ ?/, "") : shownTerms[name].label;
  return { ...problem, where };
}
