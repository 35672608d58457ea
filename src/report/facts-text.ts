import { awardFactGroups, awardFacts } from "../engine/award-facts.ts";
import { contractFacts, factGroups } from "../engine/contract-facts.ts";
import type { Dictionary, Fact } from "../engine/fact.ts";
import type { Ruleset } from "../engine/ruleset.ts";
import { type Emphasis, noEmphasis } from "./emphasis.ts";
import { givenByRules } from "./given-by-rules.ts";
import { shownName } from "./visible-width.ts";
import { listLines, wrappedLines } from "./wrapped-lines.ts";

/** Everything that a rule can read, for a terminal: the dictionary by group, and what rulesets give to others. */
export function factsText(
  rulesets: readonly Ruleset[],
  width: number,
  emphasis: Emphasis = noEmphasis,
): string {
  const section = (title: string, about: string, items: readonly (readonly [string, string])[]) => {
    const wide = Math.max(...items.map(([name]) => name.length));
    return [
      emphasis.bold(title),
      ...(about === "" ? [] : wrappedLines(about, width).map(emphasis.dim)),
      ...items.flatMap(([name, text]) => listLines(`  ${name.padEnd(wide)}  `, shownName(text), width)),
      "",
    ];
  };
  const given = givenByRules(rulesets).filter(({ name }) => !contractFacts.has(name));
  const dictionary = (groups: typeof factGroups, facts: Dictionary) =>
    [...groups].flatMap(([title, names]) =>
      section(
        title,
        "",
        names.map((name) => [name, `${unitOf(facts.get(name)!)}. ${facts.get(name)!.sentence}`]),
      ),
    );
  const lines = [
    ...wrappedLines("The dictionary: what every rule of a contract may read, undeclared.", width),
    "",
    ...dictionary(factGroups, contractFacts),
    ...(given.length === 0
      ? []
      : section(
          "Given by rulesets",
          'A ruleset of a later kind may read it where the policy binds one that gives it, and declares it under facts with "from": "set".',
          given.map(({ name, unit, sentence, rulesets: ids }) => [
            name,
            `${unit}. ${sentence} From ${ids.join(", ")}.`,
          ]),
        )),
    ...wrappedLines(
      'A scenario gives more: each of its outcome stages under its id (and under the id with AfterEnd), and what it draws; declare them with "from": "scenario". Parameters and tracked facts of a file are facts too.',
      width,
    ),
    "",
    ...wrappedLines("What every rule of an award may read of an offer, undeclared.", width),
    "",
    ...dictionary(awardFactGroups, awardFacts),
  ];
  return `${lines.join("\n")}\n`;
}

/** Everything that a rule can read, as data. */
export function factsList(rulesets: readonly Ruleset[]): object {
  return {
    schema: "riskshare.facts/1",
    dictionary: listOf(factGroups, contractFacts),
    given: givenByRules(rulesets),
    award: listOf(awardFactGroups, awardFacts),
  };
}

function listOf(groups: typeof factGroups, facts: Dictionary): object[] {
  return [...groups].flatMap(([group, names]) =>
    names.map((name) => {
      const { type, values = null, unit, sentence } = facts.get(name)!;
      return { name, group, type, values, unit, sentence };
    }),
  );
}

function unitOf({ type, values, unit }: Fact): string {
  if (type === "boolean") return "yes or no";
  return type === "enum" && values !== undefined ? values.join(", ") : unit;
}
