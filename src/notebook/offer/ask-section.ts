import type { QuestionSection } from "../../offer/questions/question.ts";
import { element } from "../element.ts";
import { type AskField, openAskField } from "./ask-field.ts";

/** A section of the form, which can be folded away. */
export type AskSection = {
  readonly element: HTMLDetailsElement;
  readonly fields: readonly AskField[];
  /** Says how many questions are answered and how many answers are wrong. */
  readonly count: () => void;
};

/** What a section has to say that no question does. */
const notes: Readonly<Record<string, string>> = {
  before:
    "These answers change nothing on this page, which looks at the contract alone. They are kept in your file, for a test of several offers at once.",
};

/** Opens a section; `next` leads on to the one that follows. */
export function openAskSection(
  { id, title, intro, questions }: QuestionSection,
  typed: ReadonlyMap<string, string>,
  isOpen: boolean,
  next: { readonly title: string; readonly go: () => void } | undefined,
): AskSection {
  const fields = questions.map((question) => openAskField(question, typed.get(question.path) ?? ""));
  const said = element("span", { class: "ask-count" });
  const on = element("button", { type: "button" }, next === undefined ? "" : `Next: ${next.title}`);
  on.addEventListener("click", () => next?.go());
  const root = element(
    "details",
    { class: "ask-section", open: isOpen },
    element("summary", {}, element("h3", {}, title), said),
    element(
      "fieldset",
      {},
      element("legend", { class: "spoken" }, title),
      element("p", { class: "hint" }, [intro, notes[id]].filter(Boolean).join(" ")),
      ...fields.map((field) => field.element),
      ...(next === undefined ? [] : [on]),
    ),
  );
  const count = () => {
    const answered = fields.filter(({ box }) => box.value.trim() !== "").length;
    const wrong = fields.filter(({ box }) => box.getAttribute("aria-invalid") === "true").length;
    const faults = wrong === 0 ? "" : `, ✗ ${wrong} to mend`;
    said.textContent = `${answered} of ${fields.length} answered${faults}`;
    said.classList.toggle("wrong", wrong > 0);
  };
  count();
  return { element: root, fields, count };
}
