import { scenarios } from "riskshare:own-offers";
import type { Problem } from "../../engine/problem.ts";
import type { Doubt } from "../../offer/doubts.ts";
import type { QuestionSection } from "../../offer/questions/question.ts";
import { element } from "../element.ts";
import { type AskSection, openAskSection } from "./ask-section.ts";
import { type Draft, type ReadDraft, readDraft } from "./draft.ts";
import { fieldOf } from "./field-of.ts";
import { openNameBox } from "./name-box.ts";
import type { OfferForm } from "./offer-request.ts";
import type { OfferRun } from "./offer-run.ts";
import { openPick } from "./pick.ts";

/** What stands in the form, as a draft and read by its questions. */
export type FormValue = ReadDraft & { readonly draft: Draft; readonly form: OfferForm };

/** The form as one element with its value, for `Generators.input`; it sends `input` at every answer. */
export type OfferFormView = HTMLElement & {
  readonly value: FormValue | undefined;
  /** Fills in another draft, under the form that goes with it. */
  readonly fill: (draft: Draft, form?: OfferForm) => Promise<void>;
  readonly showProblems: (problems: readonly Problem[]) => void;
  readonly showLook: (doubts: readonly Doubt[], sections: readonly QuestionSection[]) => void;
  /** Opens the section of a question and leads to its field. */
  readonly goTo: (path: string) => void;
  /** The question of a path, as it is asked. */
  readonly askOf: (path: string) => string;
};

const restMs = 200;

/** Opens the form: who offers, in which scenario and under which terms, then its sections one after the other. */
export function openOfferForm(run: Pick<OfferRun, "form">): OfferFormView {
  const provider = openNameBox("Your organisation", "It stands in your file. A link leaves it out.");
  const title = openNameBox("The offer in one line", "May be left empty.");
  const scenario = openPick("Scenario", scenarios, "The contract and the luck that your offer is tested in.");
  const terms = openPick("Terms", [], "");
  const place = element("div", { class: "ask-sections" });
  const set = element("p", { class: "hint", role: "status" });
  const about = element(
    "fieldset",
    { class: "ask-about" },
    element("legend", {}, "What is offered"),
    provider.element,
    title.element,
    scenario.element,
    terms.element,
  );
  const root = element("div", { class: "offer-form" }, about, set, place) as unknown as OfferFormView;
  let form: OfferForm | undefined;
  let sections: readonly AskSection[] = [];
  let id = "my-offer";
  /** Answers under all terms, by path: those that the terms now do not ask for are not lost. */
  const typed = new Map<string, string>();
  /** What the last test found wrong, by path, until the answer is another. */
  const told = new Map<string, Problem>();
  let rest: ReturnType<typeof setTimeout> | undefined;
  let newest = 0;

  const fields = () => sections.flatMap((section) => section.fields);
  const draft = (): Draft => ({
    names: {
      id,
      provider: provider.box.value,
      title: title.box.value,
      scenario: form?.scenario ?? scenario.box.value,
      terms: form?.terms,
    },
    typed: new Map(typed),
  });
  const read = (): FormValue | undefined => {
    const now = draft();
    return form && { ...readDraft(now, form.sections), draft: now, form };
  };
  /** Faults of what was typed, but of an answer that is still being typed only that they are gone. */
  const showFaults = () => {
    const { faults } = read()!;
    for (const field of fields()) {
      const fault = faults.get(field.path) ?? told.get(field.path);
      const isTyping = document.activeElement === field.box;
      if (fault === undefined || !isTyping) field.showFault(fault);
    }
    for (const section of sections) section.count();
  };
  const tell = () => root.dispatchEvent(new Event("input"));

  const build = (next: OfferForm) => {
    form = next;
    scenario.box.value = next.scenario;
    terms.setOptions(next.policies, next.terms);
    terms.hint.textContent = next.policies.find((policy) => policy.id === next.terms)?.sentence ?? "";
    const openOnes = sections.flatMap(({ element: one }, place_) => (one.open ? [place_] : []));
    sections = next.sections.map((section, s) => {
      const after = next.sections[s + 1];
      const isOpen = sections.length === 0 ? s === 0 : openOnes.includes(s);
      return openAskSection(section, typed, isOpen, after && { title: after.title, go: () => goOn(s + 1) });
    });
    place.replaceChildren(...sections.map((section) => section.element));
    for (const { box, path } of fields()) {
      box.addEventListener("input", (event) => {
        event.stopPropagation();
        typed.set(path, box.value);
        told.delete(path);
        showFaults();
        clearTimeout(rest);
        rest = setTimeout(tell, restMs);
      });
      box.addEventListener("change", () => setTimeout(showFaults));
    }
    showFaults();
    const { aside } = read()!;
    set.textContent =
      aside.length === 0
        ? ""
        : `${aside.length === 1 ? "One answer is" : `${aside.length} answers are`} set aside, as these terms do not ask for ${aside.length === 1 ? "it" : "them"}: ${aside.join(", ")}.`;
  };
  const goOn = (s: number) => {
    for (const [other, section] of sections.entries()) section.element.open = other === s;
    sections[s]!.element.scrollIntoView({ block: "start" });
    sections[s]!.fields[0]?.box.focus();
  };
  const follow = async (asked: { scenario: string; terms?: string }) => {
    newest += 1;
    const mine = newest;
    const next = await run.form(asked);
    // Whoever chose again meanwhile waits for that form.
    if (mine !== newest) return;
    build(next);
    tell();
  };

  for (const { box } of [provider, title])
    box.addEventListener("input", (event) => {
      event.stopPropagation();
      clearTimeout(rest);
      rest = setTimeout(tell, restMs);
    });
  scenario.box.addEventListener("input", (event) => {
    event.stopPropagation();
    void follow({ scenario: scenario.box.value });
  });
  terms.box.addEventListener("input", (event) => {
    event.stopPropagation();
    void follow({ scenario: form!.scenario, terms: terms.box.value });
  });

  Object.defineProperty(root, "value", { get: read });
  return Object.assign(root, {
    fill: async ({ names, typed: answers }: Draft, next?: OfferForm) => {
      newest += 1;
      const mine = newest;
      const shown = next ?? (await run.form({ scenario: names.scenario, terms: names.terms }));
      if (mine !== newest) return;
      id = names.id;
      provider.box.value = names.provider;
      title.box.value = names.title ?? "";
      typed.clear();
      told.clear();
      for (const [path, text] of answers) typed.set(path, text);
      build(shown);
      tell();
    },
    showProblems: (problems: readonly Problem[]) => {
      const paths = fields().map(({ path }) => path);
      told.clear();
      for (const problem of problems) {
        const at = fieldOf(problem, paths);
        if (at !== undefined && !told.has(at)) told.set(at, problem);
      }
      if (form !== undefined) showFaults();
    },
    showLook: (doubts: readonly Doubt[], asked: readonly QuestionSection[]) => {
      const unusual = new Set(
        doubts.flatMap((doubt) => (doubt.kind === "unusual" ? [doubt.question.path] : [])),
      );
      const questions = new Map(asked.flatMap((section) => section.questions.map((one) => [one.path, one])));
      for (const field of fields()) {
        field.showUnusual(unusual.has(field.path));
        const question = questions.get(field.path);
        if (question !== undefined) field.showQuestion(question);
      }
    },
    goTo: (path: string) => {
      const section = sections.find((one) => one.fields.some((field) => field.path === path));
      if (section === undefined) return;
      section.element.open = true;
      const { box } = section.fields.find((field) => field.path === path)!;
      box.scrollIntoView({ block: "center" });
      box.focus();
    },
    askOf: (path: string) =>
      form?.sections.flatMap(({ questions }) => questions).find((one) => one.path === path)?.ask ?? path,
  });
}
