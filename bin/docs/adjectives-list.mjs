import { adjectives } from "../../src/engine/problem.ts";
import { badInputsList } from "./bad-inputs.mjs";
import { wordsFor } from "./words-for.mjs";

const file = "small-contract.yaml";
const examples = {
  missing: {
    meaning: "something that must be there is not",
    file,
    from: "  lastReferralMonth: 4\n",
    to: "",
  },
  unknown: {
    meaning: "a name that nothing has; where one is near, the hint asks whether it is meant",
    file: "start-price.json",
    from: '"sum": { "fact": "starts" }',
    to: '"sum": { "fact": "start" }',
  },
  invalid: {
    meaning: "it is there and known, and cannot be so",
    file,
    from: "startRate: { value: 0.8",
    to: "startRate: { value: 1.2",
  },
  unsupported: {
    meaning: "it means something, but not here, or riskshare does not do it",
    file,
    from: "costs:\n",
    to: "provider: { reserves: { uniform: { min: 0, max: 1000 } } }\ncosts:\n",
  },
  duplicate: {
    meaning: "it is there twice",
    file,
    from: "  setUp: 400\n",
    to: "  setUp: 400\n  setUp: 500\n",
  },
  ambiguous: {
    meaning: "two things are said, and nothing says which counts",
    file,
    from: "settlement, ends-if-nobody-came]",
    to: "settlement, ends-if-nobody-came, for-convenience]",
  },
};

/** The six adjectives, each with an input that it is said of. */
export function adjectivesList() {
  const of = wordsFor("adjectives", adjectives, examples);
  return badInputsList(
    adjectives.map((adjective) => {
      const { meaning, ...input } = of(adjective);
      return { what: `**${adjective}**: ${meaning}`, ...input };
    }),
  );
}
