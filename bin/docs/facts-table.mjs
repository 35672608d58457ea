import { awardFactGroups, awardFacts } from "../../src/engine/award-facts.ts";
import { isGivenByRules } from "../../src/engine/contract.ts";
import { contractFacts } from "../../src/engine/contract-facts.ts";
import { code, table } from "./markdown.mjs";

function kind(fact) {
  if (fact.type === "boolean") return "yes or no";
  if (fact.type === "enum") return fact.values?.map(code).join(", ") ?? "a word";
  return fact.unit;
}

/** What rulesets of an award read of an offer, by what it is about. */
export function awardFactsTables() {
  return [...awardFactGroups]
    .map(([title, names]) => {
      const rows = names.map((name) => {
        const fact = awardFacts.get(name);
        return [code(name), kind(fact), code(fact.default), fact.sentence];
      });
      return `**${title}**\n\n${table(["fact", "unit or words", "default in examples", "what it is"], rows)}`;
    })
    .join("\n\n");
}

export function factsTable() {
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
