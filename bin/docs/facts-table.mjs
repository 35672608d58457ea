import { isGivenByRules } from "../../src/engine/contract.ts";
import { contractFacts } from "../../src/engine/contract-facts.ts";
import { code, table } from "./markdown.mjs";

export function factsTable() {
  const kind = (fact) => {
    if (fact.type === "boolean") return "yes or no";
    if (fact.type === "enum") return fact.values?.map(code).join(", ") ?? "a word";
    return fact.unit;
  };
  const given = (fact) => {
    if (fact.from === "set")
      return `rulesets (${fact.name === "settlementPence" ? "cancellation" : "fault"})`;
    return isGivenByRules(fact) ? "sums of what is owed" : "the world";
  };
  const rows = [...contractFacts.values()].map((fact) => [
    code(fact.name),
    kind(fact),
    given(fact),
    fact.type === "enum" && fact.default === "" ? "the scenario's" : code(fact.default),
    fact.sentence,
  ]);
  return table(["fact", "unit or words", "given by", "default in examples", "what it is"], rows);
}
