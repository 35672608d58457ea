import { parseDocument } from "../engine/document.ts";
import type { Ruleset } from "../engine/ruleset.ts";
import { setFactsOf } from "../engine/scope.ts";
import { providedFacts } from "../sim/provided-facts.ts";
import { scenarioSchema } from "../sim/scenario-schema.ts";
import { readInput, shownPath } from "./input-file.ts";
import { filesIn, scenariosFolder } from "./library.ts";

/** What is at hand beside a file that is checked. */
export type AtHand = {
  /** Every ruleset that may be bound: the shipped ones and those of files that were named. */
  readonly rulesets: ReadonlyMap<string, Ruleset>;
  readonly shipped: ReadonlyMap<string, Ruleset>;
  /** The files of scenarios that are checked together with it. */
  readonly scenarios: readonly string[];
};

let ofShipped: ReadonlySet<string> | undefined;

/**
 * Does anything at hand but the file that declares a fact give or read it? Then its name is no slip.
 *
 * A fact that is set must be set by some term; one of the scenario may be read by another term too.
 */
export function isKnownFact(name: string, own: Ruleset, { rulesets, shipped, scenarios }: AtHand): boolean {
  // A file is no witness for its own names, but what is shipped was looked at.
  const others = [...rulesets.values()].filter(({ id }) => id !== own.id);
  const known = [...others, ...[shipped.get(own.id) ?? []].flat()];
  if (own.facts[name]?.from === "set") return known.some((ruleset) => setFactsOf(ruleset).includes(name));
  if (known.some(({ facts }) => facts[name]?.from === "scenario")) return true;
  ofShipped ??= factsOfScenarios(filesIn(scenariosFolder, [".yaml"]));
  return ofShipped.has(name) || factsOfScenarios(scenarios).has(name);
}

function factsOfScenarios(paths: readonly string[]): Set<string> {
  return new Set(
    paths.flatMap((path) => {
      const { text } = readInput(path);
      const { value } = parseDocument(shownPath(path), text, path.endsWith(".json") ? "json" : "yaml");
      const { data } = scenarioSchema.safeParse(value);
      return data === undefined ? [] : [...providedFacts(data).keys()];
    }),
  );
}
