import type { Doubt } from "../../offer/doubts.ts";
import { reasonsOf } from "../../report/offer/cause-words.ts";
import { doubtFields, doubtWords } from "../../report/offer/doubt-words.ts";
import { shownCount } from "../../report/shown-number.ts";
import { dataTable } from "../data-table.ts";
import { element } from "../element.ts";
import type { OfferAnswer } from "./offer-request.ts";

/** What the offer comes to, each result with its interval. */
export function resultsTable({ results, paths }: OfferAnswer): HTMLElement {
  return dataTable(`What the offer comes to under its own terms, in ${shownCount(paths)} futures`, {
    columns: [{ title: "Result" }, { title: "Value" }, { title: "95 % interval" }],
    rows: results.map(({ name, value, interval }) => [name.trim(), value, interval]),
  });
}

/** The three biggest causes in pounds, as a list. */
export function causesList({ test, json }: OfferAnswer): HTMLElement {
  if (json === undefined) return element("p", {}, "Working out what drives it…");
  const reasons = reasonsOf(test);
  if (reasons.length === 0)
    return element("p", {}, "Nothing in this scenario comes out otherwise than planned by enough to tell.");
  return element(
    "div",
    {},
    element(
      "ol",
      {},
      ...reasons.map(({ title, sentence }) =>
        element("li", {}, element("strong", {}, `${title}. `), sentence),
      ),
    ),
    element(
      "p",
      { class: "hint" },
      `Each is taken out in turn, on the same ${shownCount(test.causePaths)} futures.`,
    ),
  );
}

const heads = {
  unusual: "Outside what others have",
  odd: "Answers that do not go together",
  left: "Not answered: these figures are the scenario’s and not yours",
} as const;

/** What to doubt of the answers, each with the way to its field. */
export function doubtsList(doubts: readonly Doubt[], goTo: (path: string) => void): HTMLElement {
  const parts = (["unusual", "odd", "left"] as const).flatMap((kind) => {
    const own = doubts.filter((doubt) => doubt.kind === kind);
    if (own.length === 0) return [];
    const items = own.map((doubt) => {
      const button = element("button", { type: "button", class: "to-field" }, doubtWords(doubt));
      button.addEventListener("click", () => goTo(doubtFields(doubt)[0]!));
      return element("li", {}, button);
    });
    return [element("h3", {}, heads[kind]), element("ul", {}, ...items)];
  });
  return parts.length === 0
    ? element("p", {}, "Nothing stands out: you answered everything, within what others have.")
    : element("div", { class: "doubts" }, ...parts);
}
