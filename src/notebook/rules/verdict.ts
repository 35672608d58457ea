import type { Flip } from "../../engine/cases/nearest-flips.ts";
import type { Ruleset } from "../../engine/ruleset.ts";
import { asSentence } from "../../engine/words/name-words.ts";
import type { ConditionRow } from "../../report/condition-rows.ts";
import { changeWords, type JudgedRule, type JudgedWords } from "../../report/judged-case-words.ts";
import { element } from "../element.ts";

/** What the rules came to: display `element` once, call `show` with every answer and `showFlips` when they are known. */
export type Verdict = {
  readonly element: HTMLElement;
  readonly show: (ruleset: Ruleset, words: JudgedWords) => void;
  readonly showFlips: (flips: readonly Flip[] | undefined) => void;
};

/** Opens the place in which each rule stands with its condition, and with the nearest change that would alter it. */
export function openVerdict(): Verdict {
  const root = element("div", { class: "verdict" });
  const places = new Map<string, { readonly place: HTMLElement; readonly held: boolean }>();
  let shown: Ruleset | undefined;
  return {
    element: root,
    show: (ruleset, { rules, otherwise }) => {
      shown = ruleset;
      places.clear();
      const cards = rules.map((rule) => {
        const place = element("p", { class: "flip" });
        places.set(rule.name, { place, held: rule.held });
        return ruleCard(rule, place);
      });
      root.replaceChildren(...cards, ...otherwise.map((text) => element("p", { class: "otherwise" }, text)));
    },
    showFlips: (flips) => {
      for (const [rule, { place, held }] of places) {
        const flip = flips?.find((one) => one.rule === rule);
        place.textContent =
          flip === undefined || shown === undefined
            ? ""
            : asSentence(`It would ${held ? "not hold" : "hold"} ${changeWords(shown, flip.change)}`);
      }
    },
  };
}

function ruleCard({ name, held, text, rows }: JudgedRule, flip: HTMLElement): HTMLElement {
  const mark = element("span", { class: held ? "mark holds" : "mark" }, held ? "✓ holds" : "✗ does not hold");
  const table = rows.length === 0 ? [] : [rowsTable(name, rows)];
  return element(
    "section",
    { class: held ? "rule holds" : "rule" },
    element("h3", {}, mark, ` ${name}`),
    element("p", {}, text),
    ...table,
    flip,
  );
}

function rowsTable(name: string, rows: readonly ConditionRow[]): HTMLElement {
  const heads = ["Looked at", "Found", "Expected", "Holds?"];
  const caption = `Conditions of “${name}”`;
  const body = rows.flatMap(({ depth, subject, found, expected, held, how }) => [
    element(
      "tr",
      { class: held ? "yes" : "no" },
      element("th", { scope: "row", class: `depth-${Math.min(depth, 4)}` }, subject),
      element("td", {}, found),
      element("td", {}, expected),
      element("td", {}, held ? "✓ yes" : "✗ no"),
    ),
    ...(how.length === 0 ? [] : [howRow(how)]),
  ]);
  const table = element(
    "table",
    {},
    element("caption", { class: "spoken" }, caption),
    element("thead", {}, element("tr", {}, ...heads.map((head) => element("th", { scope: "col" }, head)))),
    element("tbody", {}, ...body),
  );
  return element("div", { class: "table", role: "region", "aria-label": caption, tabindex: 0 }, table);
}

/** How what was found came about, below the comparison that it stands in. */
function howRow(how: readonly string[]): HTMLElement {
  const lines = how.map((line) => element("li", {}, line));
  const told = element(
    "details",
    { class: "data" },
    element("summary", {}, "How that came about"),
    element("ul", {}, ...lines),
  );
  return element("tr", { class: "how" }, element("td", { colspan: 4 }, told));
}
