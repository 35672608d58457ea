import { scenarios, library as shippedLibrary, version } from "riskshare:shipped";
import { type ParsedDocument, parseDocument } from "../../engine/document.ts";
import type { Problem } from "../../engine/problem.ts";
import type { Ruleset } from "../../engine/ruleset.ts";
import { checkWrittenRuleset } from "../../engine/table/check-written-ruleset.ts";
import type { KnownScenario, RunSpec } from "../../sim/run-spec.ts";
import { scenarioSchema } from "../../sim/scenario-schema.ts";
import type { ScenarioSource } from "./live-request.ts";

export { version };

/** A source read: its text with what it comes to, and the rulesets that its policies may bind. */
export type ReadSource = {
  /** The same for the same source. */
  readonly key: string;
  readonly name: string;
  readonly text: string;
  readonly format: RunSpec["format"];
  readonly known: KnownScenario | undefined;
  readonly library: readonly Ruleset[];
  readonly problems: readonly Problem[];
};

/** Texts longer than this are refused before they are read. */
export const longest = 2_000_000;

let rulesets: readonly Ruleset[] | undefined;

/** The rulesets that riskshare ships. */
export function readLibrary(): readonly Ruleset[] {
  rulesets ??= JSON.parse(shippedLibrary) as Ruleset[];
  return rulesets;
}

/** Opens the reading of sources; the last one is kept, as levers change everything but the source. */
export function openSources(): (source: ScenarioSource) => ReadSource {
  let last: ReadSource | undefined;
  return (source) => {
    const key = JSON.stringify(source);
    if (last?.key !== key) last = { key, ...readSource(source) };
    return last;
  };
}

function readSource(source: ScenarioSource): Omit<ReadSource, "key"> {
  if ("shipped" in source) {
    const { shipped: name } = source;
    const base = { name, format: "yaml" as const, library: readLibrary() };
    const kept = Object.hasOwn(scenarios, name) ? scenarios[name]! : undefined;
    if (kept === undefined) {
      const expected = `one of ${Object.keys(scenarios).join(", ")}`;
      const problem = {
        where: "scenario",
        adjective: "unknown",
        noun: "scenario",
        found: name,
        expected,
      } as const;
      return { ...base, text: "", known: undefined, problems: [problem] };
    }
    const known = { value: JSON.parse(kept.value), scenario: JSON.parse(kept.scenario) } as KnownScenario;
    return { ...base, text: kept.text, known, problems: [] };
  }
  const { name, text, format } = source;
  const base = { name, text, format, library: readLibrary(), known: undefined };
  const size = text.length + (source.rulesets ?? []).reduce((sum, own) => sum + own.text.length, 0);
  if (size > longest) {
    return { ...base, problems: [tooLong(name, size)] };
  }
  const own = (source.rulesets ?? []).map((written) => readRuleset(written.name, written.text));
  const problems = own.flatMap((read) => read.problems);
  if (problems.length > 0) return { ...base, problems };
  const library = [...readLibrary(), ...own.flatMap(({ ruleset }) => ruleset ?? [])];
  const document = parseDocument(name, text, format);
  if (document.problems.length > 0) return { ...base, library, problems: document.problems };
  const parsed = scenarioSchema.safeParse(document.value);
  // What the schema refuses is said by the check of the whole, with its places.
  const known = parsed.success ? { value: document.value, scenario: parsed.data } : undefined;
  return { ...base, library, known, problems: [] };
}

/** What is said of a text that is not even read. */
export function tooLong(name: string, size: number): Problem {
  const expected = `at most ${longest} characters`;
  return { where: name, adjective: "unsupported", noun: "text", found: `${size} characters`, expected };
}

/** Reads and checks a ruleset, be it rules or a decision table. */
export function readRuleset(
  name: string,
  text: string,
): { ruleset?: Ruleset | undefined; problems: readonly Problem[]; document: ParsedDocument } {
  const document = parseDocument(name, text, /^\s*\{/.test(text) ? "json" : "yaml");
  if (document.problems.length > 0) return { problems: document.problems, document };
  return checkWrittenRuleset(document, document.value);
}
