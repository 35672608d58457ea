import type { Ruleset } from "../engine/ruleset.ts";
import { asSentence } from "../engine/words/name-words.ts";
import { valueWords } from "../engine/words/value-words.ts";
import { type Emphasis, noEmphasis } from "./emphasis.ts";
import { rulesetWords } from "./rule-words.ts";
import { shownName } from "./visible-width.ts";
import { listLines, wrappedLines } from "./wrapped-lines.ts";

/** One ruleset for a terminal: what it does, its rules in words, parameters with their range, needs, examples, sources. */
export function rulesetText(ruleset: Ruleset, width: number, emphasis: Emphasis = noEmphasis): string {
  const words = rulesetWords(ruleset);
  const { validFrom, validTo } = ruleset;
  const valid = `for contracts that start from ${validFrom}${validTo === undefined ? "" : ` to ${validTo}`}`;
  const section = (title: string, items: readonly string[]) =>
    items.length === 0
      ? []
      : ["", emphasis.bold(title), ...items.flatMap((item) => listLines("  · ", shownName(item), width))];
  const lines = [
    emphasis.bold(shownName(ruleset.title)),
    emphasis.dim(`${ruleset.id} · ${ruleset.kind} · version ${ruleset.version} · ${valid}`),
    ...(words.sentence === "" ? [] : ["", ...wrappedLines(shownName(words.sentence), width)]),
    ...section("Rules", words.rules),
    ...section("What the words mean", words.tracked),
    ...section(
      "Parameters",
      Object.entries(ruleset.parameters).map(
        ([name, parameter], i) => words.parameters[i]! + rangeWords(name, parameter),
      ),
    ),
    ...section("What it needs", needsOf(ruleset)),
    ...section(
      `Examples (${ruleset.examples.length})`,
      ruleset.examples.map(({ name, because }) => asSentence(`${name}: ${because}`)),
    ),
    ...section("Sources", words.source),
  ];
  return `${lines.join("\n")}\n`;
}

function rangeWords(name: string, { min, max, values, unit }: Ruleset["parameters"][string]): string {
  const shown = (end: number) => valueWords({ name, unit }, end);
  if (values !== undefined) return ` One of ${values.join(", ")}.`;
  if (min !== undefined && max !== undefined) return ` From ${shown(min)} to ${shown(max)}.`;
  if (min !== undefined) return ` At least ${shown(min)}.`;
  return max === undefined ? "" : ` At most ${shown(max)}.`;
}

/** Facts that a scenario or another ruleset of the policy must give. */
function needsOf(ruleset: Ruleset): string[] {
  const sets = new Set(
    ruleset.stages.flatMap((stage) =>
      [...stage.rules.map((rule) => rule.event), ...stage.otherwise]
        .filter((event) => event.type === "set")
        .map((event) => event.params.output),
    ),
  );
  return Object.entries(ruleset.facts)
    .filter(([name]) => !sets.has(name))
    .map(([name, fact]) =>
      fact.from === "scenario"
        ? `${name}, which the scenario must give: ${fact.sentence}`
        : `${name}, which another ruleset of the policy may give (${String(fact.default)} where none does): ${fact.sentence}`,
    );
}
