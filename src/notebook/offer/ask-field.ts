import type { Problem } from "../../engine/problem.ts";
import { problemText } from "../../engine/problem.ts";
import { standardWords, typicalWords } from "../../offer/answer-words.ts";
import type { Question } from "../../offer/questions/question.ts";
import { element, freshId } from "../element.ts";

/** One question as a box to type into, with all that helps to answer it. */
export type AskField = {
  readonly element: HTMLElement;
  readonly box: HTMLInputElement;
  readonly path: string;
  /** Says what is wrong with the answer, beside it; nothing where it is in order. */
  readonly showFault: (problem: Omit<Problem, "where"> | undefined) => void;
  /** Says whether the answer is outside what others have. */
  readonly showUnusual: (isUnusual: boolean) => void;
  /** What holds where it is left empty may follow from other answers. */
  readonly showQuestion: (question: Question) => void;
};

const longest = 40;

/** Opens the field of a question; `typed` stands in it at first. */
export function openAskField(question: Question, typed: string): AskField {
  const { path, ask, guidance, unit, required } = question;
  const id = freshId("ask");
  const part = (name: string) => `${id}-${name}`;
  const box = element("input", {
    id,
    type: "text",
    inputmode: "decimal",
    maxlength: longest,
    autocomplete: "off",
    spellcheck: "false",
    required,
    "aria-describedby": ["guidance", "unit", "others", "left", "unusual", "fault"].map(part).join(" "),
  });
  box.value = typed;
  const others = typicalWords(question);
  const left = element("p", { class: "hint", id: part("left") });
  const unusual = element(
    "p",
    { class: "ask-unusual", id: part("unusual"), hidden: true },
    "▲ Outside what others have. It may be right.",
  );
  const fault = element("p", { class: "lever-fault", id: part("fault") });
  const unitText = element("span", { id: part("unit"), class: "ask-unit" }, unit === "pounds" ? "£" : unit);
  const root = element(
    "div",
    { class: "ask" },
    element("label", { for: id }, ask, ...(required ? [" ", element("em", {}, "(must be answered)")] : [])),
    element("p", { class: "hint", id: part("guidance") }, guidance),
    element("span", { class: "ask-box" }, ...(unit === "pounds" ? [unitText, box] : [box, unitText])),
    element("p", { class: "hint", id: part("others"), hidden: others === undefined }, `Typical: ${others}.`),
    left,
    unusual,
    fault,
  );
  const showQuestion = (now: Question) => {
    const stands = standardWords(now);
    left.textContent = required
      ? stands === undefined
        ? ""
        : `The scenario has ${stands.replace(", as the scenario has it", "")}, which says nothing about you.`
      : stands === undefined
        ? ""
        : `Left empty: ${stands}.`;
    left.hidden = left.textContent === "";
  };
  showQuestion(question);
  return {
    element: root,
    box,
    path,
    showFault: (problem) => {
      fault.textContent = problem === undefined ? "" : `✗ ${problemText({ where: "", ...problem })}`;
      if (problem === undefined) box.removeAttribute("aria-invalid");
      else box.setAttribute("aria-invalid", "true");
    },
    showUnusual: (isUnusual) => {
      unusual.hidden = !isUnusual;
    },
    showQuestion,
  };
}
