import type { Fact } from "../engine/fact.ts";
import type { Scenario } from "./scenario-schema.ts";

/** The facts that a scenario's world gives beyond the dictionary: its outcome stages and drawn facts. */
export function providedFacts(scenario: Scenario): Map<string, Fact> {
  const facts = new Map<string, Fact>();
  const add = (name: string, fact: Pick<Fact, "unit" | "sentence"> & Partial<Fact>) =>
    facts.set(name, { name, type: "number", default: 0, from: "scenario", ...fact });
  for (const stage of scenario.delivery.stages) {
    const title = stage.title ?? stage.id;
    add(stage.id, {
      unit: "people",
      sentence: `${title}: people who reached this stage this month, before an end.`,
    });
    add(`${stage.id}AfterEnd`, {
      unit: "people",
      sentence: `${title}: people who reached this stage this month, after the contract had ended.`,
    });
  }
  for (const [name, drawn] of Object.entries(scenario.drawn)) {
    const type = drawn.type;
    add(name, { type, unit: drawn.unit, sentence: drawn.sentence, default: type === "boolean" ? false : 0 });
  }
  const group = scenario.contract.claimantGroup;
  facts.set("claimantGroup", {
    name: "claimantGroup",
    type: "enum",
    values: [group],
    default: group,
    unit: "claimant group",
    sentence: "The claimant group that the contract serves.",
    from: "scenario",
  });
  return facts;
}
