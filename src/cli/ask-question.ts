import { problemText } from "../engine/problem.ts";
import { escapedText } from "../engine/shown-text.ts";
import { typicalWords } from "../offer/answer-words.ts";
import { problemSoFar } from "../offer/check-so-far.ts";
import { isUnusual } from "../offer/questions/is-unusual.ts";
import type { Question } from "../offer/questions/question.ts";
import { typedAnswer } from "../offer/typed-answer.ts";
import type { CheckedScenario } from "../sim/check-scenario.ts";
import type { FormTalk } from "./offer-form.ts";
import { faultWords, helpWords, isLikelyShare, promptUnit, shownShare } from "./offer-form-words.ts";

/** Asks one question until it is answered or left, and puts the answer into `numbers`. */
export async function askQuestion(
  talk: FormTalk,
  question: Question,
  must: boolean,
  numbers: Map<string, number>,
  asked: ReadonlySet<string>,
  checked: CheckedScenario,
  place: number,
): Promise<"next" | "back" | "skip" | "ended"> {
  const { path } = question;
  for (;;) {
    const line = await talk.ask(`Your answer, ${promptUnit(question)}: `);
    if (line === undefined) return "ended";
    const typed = line.trim();
    const word = typed.toLowerCase();
    if (word === "back") return "back";
    if (word === "?" || word === "help") {
      await talk.say(`${helpWords(question)}\n`);
      continue;
    }
    const before = numbers.get(path);
    if (word === "none") numbers.delete(path);
    if (typed === "" || word === "skip" || word === "none") {
      if (must && !numbers.has(path)) {
        if (before !== undefined) numbers.set(path, before);
        await talk.say("This one needs an answer. Type ? for help.\n");
        continue;
      }
    } else {
      const { value, fault } = typedAnswer(typed, question);
      if (fault !== undefined) {
        await talk.say(`${faultWords(fault)}\n`);
        continue;
      }
      numbers.set(path, value);
    }
    const problem = problemSoFar(numbers, new Set([...asked, path]), checked, place);
    if (problem === undefined) {
      const answer = numbers.get(path);
      if (answer !== before && answer !== undefined && isLikelyShare(question, answer))
        await talk.say(`Noted as ${answer} of 100. If you meant ${shownShare(answer)}, type back.\n`);
      else if (answer !== before && answer !== undefined && isUnusual(question, answer))
        await talk.say(
          `Noted, though that is unusual: typical is ${typicalWords(question)}. Type back to change it.\n`,
        );
      return word === "skip" ? "skip" : "next";
    }
    if (before === undefined) numbers.delete(path);
    else numbers.set(path, before);
    const known = problem.where.startsWith(path.split(".")[0]!);
    await talk.say(`${known ? faultWords(problem) : escapedText(problemText(problem))}\n`);
  }
}
