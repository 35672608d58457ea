import type { FactValue } from "../../engine/fact.ts";
import type { CheckedPolicy, CheckedScenario } from "../../sim/check-scenario.ts";
import { element, type Markup } from "../markup.ts";
import { type RulesetWords, rulesetWords } from "../rule-words.ts";
import { shownName } from "../visible-width.ts";

/** A term in words, and the policies that hold it with these very parameters. */
type Term = { readonly id: string; readonly words: RulesetWords; readonly policies: string[] };

/** The rules of every policy in words, each term once, with its sources. */
export function rulesSection(checked: CheckedScenario): Markup[] {
  const terms = new Map<string, Term>();
  const held = checked.policies.map((policy) => {
    const own = wordsOf(policy).map((words) => {
      const key = JSON.stringify(words);
      const term = terms.get(key) ?? { id: `term-${terms.size + 1}`, words, policies: [] };
      terms.set(key, term);
      term.policies.push(shownName(policy.spec.title));
      return term;
    });
    return { policy, own };
  });
  return [
    element("h3", {}, "What each policy consists of"),
    element(
      "ul",
      {},
      held.map(({ policy, own }) => policyItem(checked, policy, own)),
    ),
    element("h3", {}, "The terms in words"),
    ...[...terms.values()].map((term) => termMarkup(term, checked.policies.length)),
  ];
}

function wordsOf(policy: CheckedPolicy): RulesetWords[] {
  const values = new Map<string, FactValue>();
  for (const [name, { value }] of policy.contract.parameters) values.set(name, value);
  return policy.contract.rulesets.map((ruleset) => rulesetWords(ruleset, values));
}

function policyItem(checked: CheckedScenario, policy: CheckedPolicy, own: readonly Term[]): Markup {
  const levers = checked.scenario.levers.filter((lever) => policy.spec.levers.includes(lever.id));
  const parts = [
    ...own.map(({ id, words }) => element("a", { href: `#${id}` }, shownName(words.title))),
    ...levers.map((lever) => shownName(lever.title)),
  ];
  const sentence = policy.spec.sentence === undefined ? "" : ` ${shownName(policy.spec.sentence)}`;
  return element(
    "li",
    {},
    element("strong", {}, shownName(policy.spec.title)),
    `.${sentence} `,
    element(
      "span",
      { class: "small" },
      "Terms: ",
      parts.flatMap((part, i) => (i === 0 ? [part] : ["; ", part])),
      ".",
    ),
  );
}

function termMarkup({ id, words, policies }: Term, all: number): Markup {
  const list = (title: string, items: readonly string[]) =>
    items.length === 0
      ? []
      : [
          element("h4", {}, title),
          element(
            "ul",
            {},
            items.map((item) => element("li", {}, item)),
          ),
        ];
  const inPolicies = policies.length === all ? "In every policy." : `In: ${policies.join("; ")}.`;
  return element(
    "section",
    { class: "term", id },
    element("h3", {}, shownName(words.title)),
    element("p", { class: "small" }, inPolicies),
    words.sentence === "" ? undefined : element("p", {}, words.sentence),
    list("Rules", words.rules),
    list("Parameters", words.parameters),
    list("What the words mean", words.tracked),
    element("p", { class: "small" }, "Source: ", words.source.join("; ")),
  );
}
