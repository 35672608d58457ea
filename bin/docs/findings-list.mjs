import { findingKinds } from "../../src/engine/findings/finding.ts";
import { indented, jsonLine, list, shown } from "./markdown.mjs";
import { saidByCheck } from "./said-by-check.mjs";
import { wordsFor } from "./words-for.mjs";

const is = (fact, operator, value) => ({ fact, operator, value });
const always = { all: [] };

/** For every kind of finding: what it means, and conditions of rules that bring it about. */
const examples = {
  "never fires": {
    means:
      "no values of the facts meet the conditions of a rule, within the ranges of the dictionary and of the parameters; or, under `first` and `priority`, rules that are asked before it hold wherever it does, so that it never counts",
    rules: { bonus: { all: [is("month", "lessThan", 3), is("month", "greaterThan", 5)] } },
  },
  overlap: {
    means:
      "two rules on one output hold together under `unique`; a run that meets it stops. Printed as a `warning:`, with the facts of which json-rules-engine said that both hold; as a `note:` where one of the facts follows from another (`starts` and a sum of starts), so that they may never meet",
    rules: {
      few: { all: [is("referrals", "lessThanInclusive", 10)] },
      many: { all: [is("referrals", "greaterThanInclusive", 10)] },
    },
    cases: [{ referrals: 3 }, { referrals: 20 }],
  },
  gap: {
    means:
      "rules on one output leave out a value, or an interval, of a fact between values on which different ones of them hold, with all other facts the same, and there is no `otherwise`. Nothing owed beyond the outermost rules is how most terms are meant, and no gap; nor is what lies between single values under `pay` (month 3 and month 6). A fact that is `set` has a gap at a word too. At most three are told for an output",
    rules: {
      few: { all: [is("referrals", "lessThan", 10)] },
      many: { all: [is("referrals", "greaterThan", 10)] },
    },
    cases: [{ referrals: 3 }, { referrals: 20 }],
  },
  "unread parameter": {
    means: "no rule and no tracked fact reads a parameter, so to set it changes nothing",
    parts: { parameters: { idle: { default: 3, unit: "pounds", sentence: "A price that nothing reads." } } },
    rules: { bonus: always },
    cases: [{ month: 1 }],
  },
  "unused fact": {
    means: "a fact is declared that no rule reads or sets",
    parts: {
      facts: {
        visits: { unit: "people", default: 0, from: "scenario", sentence: "Visits that nothing reads." },
      },
    },
    rules: { bonus: always },
    cases: [{ month: 1 }],
  },
  "fact of no scenario": {
    means:
      "a fact that the scenario must give is given by no shipped scenario and read by no shipped term: right if your own scenario gives it, and worth a look for a slip in its name",
    parts: {
      facts: {
        visits: { unit: "people", default: 0, from: "scenario", sentence: "Visits of the month." },
      },
    },
    rules: { bonus: { all: [is("visits", "greaterThan", 3)] } },
    cases: [{ visits: 4 }],
  },
  "fact of no term": {
    means:
      "a fact that rules must set is set neither in the file nor by a shipped term, so that it keeps its default: right if a term of yours sets it, and worth a look for a slip in its name; `optional: true` says that it may",
    parts: {
      facts: {
        visited: {
          type: "boolean",
          unit: "yes or no",
          default: false,
          from: "set",
          sentence: "Was there a visit?",
        },
      },
    },
    rules: { bonus: { all: [is("visited", "equal", true)] } },
    cases: [{ visited: true }],
  },
  "percent as a unit": {
    means:
      "the unit of a parameter or a fact is per cent, but rules take the number as it is: the unit `share` is meant, with 0.18 for 18 %",
    parts: { parameters: { part: { default: 0.18, unit: "percent", sentence: "A part of something." } } },
    rules: { bonus: { all: [is("part", "greaterThan", 0)] } },
    cases: [{ month: 1 }],
  },
  "price not scaled": {
    means:
      "a payment multiplies people by a parameter in pounds that is not `scaled`, so that solving for the same expected bill leaves this price as it is",
    parts: {
      parameters: { startPrice: { default: 150, unit: "pounds", sentence: "Price of a start." } },
    },
    rules: { bonus: always },
    amount: { mul: [{ param: "startPrice" }, { fact: "starts" }] },
    cases: [{ starts: 0 }],
  },
  "paid after an end": {
    means:
      "a payment of the last referral month, or of the last month, does not ask whether the contract has ended, and no example has an end. Kinds that pay run on after an end, so it falls due all the same",
    rules: { bonus: { all: [is("month", "equal", { fact: "lastReferralMonth" })] } },
    cases: [{ month: 12 }],
  },
  "rule without example": {
    means:
      "a rule holds in no worked example of the file, or under `first` and `priority` decides in none, so no example shows what it gives",
    rules: {
      early: { all: [is("month", "lessThan", 5)] },
      late: { all: [is("month", "greaterThanInclusive", 5)] },
    },
    cases: [{ month: 2 }],
  },
  "cannot tell": {
    means: "so many facts are compared that not every situation can be gone through",
    rules: {
      bonus: {
        any: [
          "referrals",
          "starts",
          "referralsRefused",
          "placesOpen",
          "month",
          "contractYear",
          "endMonth",
        ].map((fact) => is(fact, "in", [1, 2, 3])),
      },
    },
    cases: [{ month: 1 }],
  },
};

/** Every kind of finding with an example: what is written, and the note that is printed. */
export async function findingsList() {
  const of = wordsFor("findings", findingKinds, examples);
  const items = [];
  for (const kind of findingKinds) {
    const { means, rules, parts = {}, cases = [], amount } = of(kind);
    const text = JSON.stringify(bonusRuleset(rules, parts, cases, amount), undefined, 2);
    const notes = (await saidByCheck("bonus.json", text)).filter((line) => line.includes(`: ${kind}: `));
    if (notes.length === 0) throw new Error(`no finding "${kind}"`);
    const written = [
      ...Object.entries(rules).map(([name, conditions]) => `"${name}" when ${jsonLine(conditions)}`),
      ...(amount === undefined ? [] : [`"bonus" pays ${jsonLine(amount)}`]),
      ...Object.values(parts).flatMap((part) =>
        Object.entries(part).map(([name, spec]) => `"${name}": ${jsonLine(spec)}`),
      ),
    ];
    items.push(`**${kind}**: ${means}.\n\n${indented(shown([...written, "", ...notes].join("\n")))}\n`);
  }
  return list(items).trimEnd();
}

/** A ruleset whose rules all pay one bonus, of £10 or nothing, with examples in each of which one of them holds. */
function bonusRuleset(rules, parts, cases, amount = { param: "bonusPrice" }) {
  const event = { type: "pay", params: { output: "bonus", amount } };
  return {
    id: "bonus",
    kind: "adjustment",
    version: "1.0.0",
    title: "A bonus",
    source: [{ document: "An example of the manual" }],
    validFrom: "2017-01-01",
    ...parts,
    parameters: { bonusPrice: { default: 10, unit: "pounds", sentence: "The bonus." }, ...parts.parameters },
    stages: [
      {
        hitPolicy: "unique",
        rules: Object.entries(rules).map(([name, conditions]) => ({ name, conditions, event })),
      },
    ],
    examples: cases.map((given, k) => ({
      name: `case ${k + 1}`,
      given,
      expect: { bonusPence: given.starts === 0 ? 0 : 1000 },
      because: "the bonus is £10",
    })),
  };
}
