import { scenarioNames } from "../../src/cli/library.ts";
import { parseDocument } from "../../src/engine/document.ts";
import { plainlyRefused } from "../../src/notebook/refused-terms.ts";
import { clauseIn, clauses } from "../../src/notebook/term-clauses.ts";
import { shippedText } from "../laws/shipped-scenarios.ts";
import { describedScenario } from "./described-scenario.ts";

/** What a page can meet in a scenario, in words that are the same for all that have it. */
function traitsOf(name: string): string[] {
  const written = parseDocument(name, shippedText(name), "yaml").value as Readonly<Record<string, unknown>>;
  const described = describedScenario(name);
  const refused = plainlyRefused(described);
  const terms = clauses.map((clause) => {
    const { own, taken, isReplaced } = clauseIn(described, clause);
    const reason = refused[clause.switch] === undefined ? "can be moved" : "is refused";
    return [clause.ruleset, reason, own && "own", taken && "taken", isReplaced && "another"]
      .filter(Boolean)
      .join(" ");
  });
  const { contracts, cashFloor, policies, months } = described;
  return [
    ...vocabularyOf(written),
    ...terms,
    `about ${Math.ceil(months / 24) * 2} years`,
    contracts.length > 1 ? "many contracts" : "one contract",
    cashFloor > 0 ? "a floor of cash" : "no floor of cash",
    "variants" in written ? "variants" : "no variants",
    "levers" in written ? "levers" : "no levers",
    policies.some(({ levers }) => levers.length > 0) ? "a policy with levers" : "policies without levers",
  ];
}

/** Names of which each has something that those before it have not, until nothing is left: those with most of it first. */
function fewestWithAll(traits: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const left = new Set([...traits.values()].flatMap((own) => [...own]));
  const chosen: string[] = [];
  while (left.size > 0) {
    const news = [...traits].map(([name, own]) => ({
      name,
      count: [...own].filter((t) => left.has(t)).length,
    }));
    const { name } = news.reduce((best, one) => (one.count > best.count ? one : best));
    chosen.push(name);
    for (const trait of traits.get(name)!) left.delete(trait);
  }
  return chosen;
}

/** The words of the format that a scenario is written in, without names that its author gave and what terms say. */
function vocabularyOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(vocabularyOf);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([word, inner]) => {
    if (isOfTerms.includes(word)) return [word];
    if (hasNames.includes(word)) return [word, ...Object.values(inner).flatMap(vocabularyOf)];
    return [word, ...vocabularyOf(inner)];
  });
}

/** What is said of terms stands in their rulesets, which `read-a-rule.test.ts` shows all of. */
const isOfTerms = ["parameters", "rulesets", "facts"];
const hasNames = ["drawn", "factors", "change"];

/**
 * Shipped scenarios that between them have all that a page can meet in one: every word of the format, so each
 * distribution, cause and limit, one contract and many, variants, levers and none of them, short and long, and each way in
 * which a term of the page stands in the first policy. One that has nothing new would go through the same code of the page
 * again; `other-scenarios.test.ts` asks of those what pages ask, without a browser. What is shipped with something new
 * comes in by itself.
 */
export const scenarioShapes = fewestWithAll(
  new Map(scenarioNames().map((name) => [name, new Set(traitsOf(name))])),
);
