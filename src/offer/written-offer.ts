import { jsonText } from "../engine/shown-text.ts";
import { yamlText } from "../engine/yaml-text.ts";
import { answerWords, standardShown, standardWords, typicalWords } from "./answer-words.ts";
import { commentLines } from "./comment-lines.ts";
import { numbersOf, type OfferDocument } from "./offer-document.ts";
import type { Question, QuestionSection } from "./questions/question.ts";

/** What stands at a name: a number with the question about it, or more names. */
type Entry = { section?: QuestionSection; question?: Question; value?: number; below: Map<string, Entry> };

const who = ["$schema", "id", "provider", "title", "scenario", "terms"] as const;

/**
 * Writes an offer as a commented file: above each number its question, the guidance, its unit, what others have and
 * where that comes from.
 *
 * A question without an answer stands commented out with what the scenario has in its place. `head` is said at the
 * top, a sentence a line. What is read back is the same offer.
 */
export function writtenOffer(
  offer: OfferDocument,
  sections: readonly QuestionSection[],
  head: readonly string[] = [],
): string {
  const names = who.filter((name) => offer[name] !== undefined);
  const lines = [...head.flatMap((sentence) => commentLines(sentence))];
  for (const name of names) lines.push(textLine(name, offer[name]!));
  for (const [name, entry] of entriesOf(offer, sections)) lines.push(...entryLines(name, entry, ""));
  return `${lines.join("\n").replaceAll(/:\n\n(?= )/g, ":\n")}\n`;
}

/** One line of text; what cannot be seen is escaped as JSON has it, which is YAML too. */
function textLine(name: string, text: string): string {
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(text)) return `${name}: ${jsonText(text)}`;
  const yaml = yamlText({ [name]: text });
  return yaml.indexOf("\n") === yaml.length - 1 ? yaml.slice(0, -1) : `${name}: ${jsonText(text)}`;
}

/** All that is asked, in the order of the form, and then what was answered beside it. */
function entriesOf(offer: OfferDocument, sections: readonly QuestionSection[]): Map<string, Entry> {
  const numbers = numbersOf(offer);
  const top = new Map<string, Entry>();
  const entryAt = (path: string): Entry => {
    let [below, entry] = [top, undefined as Entry | undefined];
    for (const name of path.split(".")) {
      entry = below.get(name) ?? { below: new Map() };
      below.set(name, entry);
      below = entry.below;
    }
    return entry!;
  };
  for (const section of sections)
    for (const [place, question] of section.questions.entries()) {
      if (place === 0) entryAt(question.path.split(".")[0]!).section = section;
      entryAt(question.path).question = question;
    }
  for (const [path, value] of numbers) entryAt(path).value = value;
  return top;
}

function entryLines(name: string, { section, question, value, below }: Entry, inset: string): string[] {
  const lines: string[] = [];
  if (section !== undefined) lines.push("", ...commentLines(`${section.title}. ${section.intro}`, inset));
  if (question !== undefined) lines.push("", ...questionLines(question, value !== undefined, inset));
  if (value !== undefined) lines.push(`${inset}${name}: ${value + 0}`);
  else if (question !== undefined)
    // Without a space: to take the mark away is all there is to do.
    lines.push(`${inset}#${name}: ${standardShown(question) ?? ""}`.trimEnd());
  else lines.push(`${inset}${name}:`);
  for (const [each, entry] of below) lines.push(...entryLines(each, entry, `${inset}  `));
  return lines;
}

function questionLines(question: Question, answered: boolean, inset: string): string[] {
  const { ask, guidance, unit, required } = question;
  const standard = standardShown(question);
  const typical = typicalWords(question);
  const left =
    answered || standard === undefined
      ? ""
      : required
        ? ` The scenario has ${answerWords(standard, unit)}, but this must be answered.`
        : ` Left out: ${standardWords(question)}.`;
  const missing = !answered && required && standard === undefined ? " This must be answered." : "";
  return [
    ...commentLines(ask, inset),
    ...commentLines(guidance, inset),
    ...commentLines(
      `In ${unit === "of 100" ? "so many of 100" : unit}.${typical === undefined ? "" : ` Typical: ${typical}.`}${left}${missing}`,
      inset,
    ),
  ];
}
