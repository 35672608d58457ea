import type { Example, Ruleset } from "../../engine/ruleset.ts";
import { asSentence } from "../../engine/words/name-words.ts";
import { exampleWords } from "../../report/example-words.ts";
import { rulesetWords } from "../../report/rule-words.ts";
import { element } from "../element.ts";

/** A ruleset as its readers need it: what the term does, its rules as sentences, its figures, and where it comes from. */
export function rulesetTerms(ruleset: Ruleset): HTMLElement {
  const words = rulesetWords(ruleset);
  const list = (title: string, items: readonly string[], tag: "ol" | "ul" = "ul") =>
    items.length === 0
      ? []
      : [element("h3", {}, title), element(tag, {}, ...items.map((item) => element("li", {}, item)))];
  const { kind, version, validFrom, validTo } = ruleset;
  const until = validTo === undefined ? "" : ` to ${validTo}`;
  return element(
    "div",
    { class: "terms" },
    element("p", { class: "term-title" }, ruleset.title),
    element(
      "p",
      { class: "hint" },
      `Kind: ${kind.replaceAll("-", " ")} · version ${version} · for contracts that start from ${validFrom}${until}`,
    ),
    ...(words.sentence === "" ? [] : [element("p", {}, words.sentence)]),
    ...list("Its rules", words.rules, "ol"),
    ...list("What the words mean", words.tracked),
    ...list("Its figures, which a policy may set", words.parameters),
    element("h3", {}, ruleset.source.length === 1 ? "Its source" : "Its sources"),
    ...ruleset.source.map(sourceQuote),
  );
}

/** A source with its own words, and a link for those who have a network. */
export function sourceQuote({
  document: title,
  section,
  quote,
  url,
}: Ruleset["source"][number]): HTMLElement {
  const place = section === undefined ? title : `${title}, ${section}`;
  const named =
    url === undefined
      ? element("cite", {}, place)
      : element("a", { href: url, rel: "noopener noreferrer external" }, place);
  const words = quote === undefined ? [] : [element("blockquote", {}, element("p", {}, `“${quote}”`))];
  return element("div", { class: "source" }, ...words, element("p", { class: "hint" }, "— ", named));
}

/** All examples of a ruleset, with what each gives and expects in the names and numbers of its file. */
export function exampleList(ruleset: Ruleset): HTMLElement {
  const item = (example: Example) =>
    element(
      "li",
      {},
      asSentence(`${example.name}: ${example.because}`),
      element("p", { class: "hint" }, asSentence(exampleWords(example))),
    );
  return element(
    "details",
    { class: "data" },
    element("summary", {}, `All ${ruleset.examples.length} examples, with their facts as the file has them`),
    element("ul", {}, ...ruleset.examples.map(item)),
  );
}
