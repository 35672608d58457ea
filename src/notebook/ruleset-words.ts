import { element } from "./element.ts";
import type { ReadRuleset } from "./live/live-request.ts";

/** A ruleset in words, for those who would sign it; nothing where it cannot be read. */
export function rulesetInWords(read: ReadRuleset | undefined): HTMLElement {
  if (read?.words === undefined) return element("div", {});
  const { title, sentence, source, rules, parameters, tracked } = read.words;
  const list = (head: string, items: readonly string[]) =>
    items.length === 0
      ? []
      : [element("h4", {}, head), element("ul", {}, ...items.map((item) => element("li", {}, item)))];
  return element(
    "section",
    { class: "rule-words" },
    element("h3", {}, `In words: ${title}`),
    ...(sentence === "" ? [] : [element("p", {}, sentence)]),
    element("p", { class: "hint" }, `A ruleset of the kind ${read.kind}, under the id ${read.id}.`),
    ...list("What it says", rules),
    ...list("Its figures", parameters),
    ...list("What its words mean", tracked),
    ...list("Source", source),
  );
}
