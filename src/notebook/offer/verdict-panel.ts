import { type Problem, problemText } from "../../engine/problem.ts";
import { foundWords, limitName, wantedWords } from "../../report/offer/limit-words.ts";
import { verdictSentence } from "../../report/offer/verdict-words.ts";
import { shownCount } from "../../report/shown-number.ts";
import { openAnnouncer } from "../announce.ts";
import { dataTable } from "../data-table.ts";
import { element } from "../element.ts";
import type { Figure } from "../figure.ts";
import type { RunBar } from "../run-bar.ts";
import { fieldOf } from "./field-of.ts";
import type { FormValue, OfferFormView } from "./offer-form.ts";
import type { OfferAnswer } from "./offer-request.ts";

/** The verdict that stands beside the form: a sentence, the limits, and what keeps it from being given. */
export type VerdictPanel = {
  readonly element: HTMLElement;
  readonly show: (answer: OfferAnswer, isDone: boolean) => void;
  /** Says what keeps the offer from being tested, each with the way to its field; nothing where it can be. */
  readonly showHindrances: (value: FormValue, problems: readonly Problem[]) => void;
  /** Pixels that a chart in it may take. */
  readonly chartWidth: () => number;
};

const marks = { kept: "✓ kept", broken: "✗ broken", unclear: "≈ too close to tell" } as const;

/** Opens the panel with the run's bar and a figure in it. */
export function openVerdictPanel(
  form: OfferFormView,
  bar: Pick<RunBar, "element">,
  figure: Pick<Figure, "element">,
): VerdictPanel {
  const announcer = openAnnouncer();
  const limits = element("div", { class: "offer-limits" });
  const stale = element("p", { class: "stale", role: "status" });
  const list = element("ul", { class: "hindrances" });
  const root = element(
    "section",
    { class: "offer-panel", "aria-label": "The verdict", tabindex: 0 },
    announcer.element,
    stale,
    list,
    limits,
    bar.element,
    figure.element,
  );
  const wayTo = (path: string, text: string) => {
    const button = element("button", { type: "button", class: "to-field" }, text);
    button.addEventListener("click", () => form.goTo(path));
    return element("li", {}, button);
  };
  let hasAnswer = false;
  let isHindered = false;
  return {
    element: root,
    show: ({ test, paths }, isDone) => {
      const own = test.terms[test.own]!;
      hasAnswer = true;
      // Shown anew for another width, it is still not of what stands in the form.
      if (isHindered) return;
      announcer.show(verdictSentence(own.verdict, own.limits), isDone);
      root.dataset.verdict = own.verdict;
      limits.replaceChildren(
        dataTable(`Your limits, in ${shownCount(paths)} futures`, {
          columns: [{ title: "Limit" }, { title: "Found" }, { title: "Wanted" }, { title: "" }],
          rows: own.limits.map((check) => [
            limitName(check),
            foundWords(check),
            wantedWords(check),
            marks[check.standing],
          ]),
        }),
      );
    },
    showHindrances: ({ form: shown, faults, needed }, problems) => {
      const paths = shown.sections.flatMap(({ questions }) => questions.map(({ path }) => path));
      const items = [
        ...needed.map((path) => wayTo(path, `Still needed: ${form.askOf(path)}`)),
        ...[...faults.keys()].map((path) => wayTo(path, `✗ To mend: ${form.askOf(path)}`)),
        ...problems.map((problem) => {
          const at = fieldOf(problem, paths);
          return at === undefined
            ? element("li", {}, problemText(problem))
            : wayTo(at, `✗ ${form.askOf(at)} ${problemText({ ...problem, where: "" })}`);
        }),
      ];
      list.replaceChildren(...items);
      if (items.length === 0) {
        if (isHindered) announcer.show("The offer is being tested…", false);
        isHindered = false;
        stale.textContent = "";
        return;
      }
      isHindered = true;
      delete root.dataset.verdict;
      const few = items.length === 1 ? "one answer" : `${items.length} answers`;
      announcer.show(`There is no verdict yet: it waits for ${few}.`, true);
      stale.textContent = hasAnswer ? "What else is shown is of the last offer that could be tested." : "";
    },
    chartWidth: () => Math.max(260, figure.element.parentElement!.clientWidth - 34),
  };
}
