import { basename } from "node:path";
import { adjectives } from "../../src/engine/problem.ts";
import { code, table } from "./markdown.mjs";
import { problemsInSource } from "./problems-in-source.mjs";

/** Problems in words that the source puts together: by the file that does so. */
const given = {
  "src/award/award-schema-parts.ts": [
    ["invalid", "value"],
    ["invalid", "weight"],
  ],
  "src/cli/shipped-file.ts": [
    ["unknown", "scenario"],
    ["unknown", "requirement"],
    ["unknown", "offers"],
    ["unknown", "offer"],
  ],
  "src/engine/cases/case-file-schema.ts": [["invalid", "expectation"]],
  "src/engine/bind-parameters.ts": [["invalid", "value for …"]],
  "src/engine/names.ts": [["invalid", "date"]],
  "src/engine/reading/json-cursor.ts": [["invalid", "syntax"]],
  "src/engine/reading/yaml-tokens.ts": ["alias", "anchor", "tag", "directive"].map((noun) => [
    "unsupported",
    noun,
  ]),
  "src/offer/check-own-offer.ts": [
    ["unknown", "terms"],
    ["unknown", "price"],
    ["unknown", "outcome"],
  ],
  "src/offer/own-offer-schema.ts": [["invalid", "value"]],
  "src/sim/check-parameter-values.ts": [["invalid", "value for …"]],
  "src/sim/settings.ts": [["invalid", "value for …"]],
};
/** Functions that say a problem whose noun they are given, and the places of their arguments. */
const calls = {
  stop: { adjective: "invalid", noun: 2, expected: 1 },
  unknown: { adjective: "unknown", noun: 0, expected: 2 },
};

/** Where problems arise, in the order in which a file meets them; the first part that a source file fits counts. */
const parts = [
  ["Reading the text", /engine\/(reading\/|document)/],
  ["The shape of a file, held against its schema", /engine\/(shape\/|names)/],
  ["The meaning of a ruleset", /engine\/check-(amount|condition|effects|verdict|ruleset)/],
  ["Decision tables", /engine\/table\//],
  ["Examples and cases", /engine\/(cases\/|check-example|rule-conflict|given-range)/],
  ["The meaning of a scenario", /sim\/(check-|policy-rulesets)/],
  ["A provider's own offer", /src\/(offer|workbook)\/|cli\/(offer|checked-offer)/],
  ["Requirements, offers and awards", /award\/|cli\/(award|check-award)/],
  ["Binding rulesets to a policy", /engine\/(bind-|check-binding|contract|parameter-value)/],
  ["While futures run", /sim\/block/],
  ["Notebooks", /notebook\//],
  ["Options and commands", /(cli\/|sim\/(apply-variant|run-spec|settings|solve\/))/],
];

/** Every adjective with every noun that the code can say, by where it arises. */
export function problemsTables() {
  const problems = problemsInSource(given, calls);
  const byPart = new Map(parts.map(([title]) => [title, []]));
  for (const problem of problems) {
    const part = parts.find(([, files]) => files.test(problem.file));
    if (part === undefined)
      throw new Error(`${problem.file} says problems and is in no part of docs/errors.md`);
    byPart.get(part[0]).push(problem);
  }
  return [...byPart].map(([title, own]) => `### ${title}\n\n${problemsTable(own)}`).join("\n\n");
}

function problemsTable(problems) {
  const names = new Map();
  for (const { adjective, noun, expected, file } of problems) {
    const key = `${adjective} ${noun}`;
    const known = names.get(key) ?? { adjective, noun, expected: new Set(), files: new Set() };
    for (const text of expected) known.expected.add(text);
    known.files.add(file);
    names.set(key, known);
  }
  const order = ({ adjective }) => adjectives.indexOf(adjective);
  const rows = [...names.values()]
    .sort((a, b) => order(a) - order(b) || (a.noun < b.noun ? -1 : 1))
    .map(({ adjective, noun, expected, files }) => [
      `${adjective} ${noun}`,
      [...expected].map(code).join(" or "),
      [...files].map((file) => `[${basename(file, ".ts")}](../${file})`).join(", "),
    ]);
  return table(["problem", "expected", "said by"], rows);
}
