import { type ParsedDocument, parseDocument } from "../engine/document.ts";
import { didYouMean } from "../engine/nearest-name.ts";
import type { Problem } from "../engine/problem.ts";
import type { Ruleset } from "../engine/ruleset.ts";
import { type CheckedScenario, checkScenario, type ScenarioChanges } from "./check-scenario.ts";
import type { Sampling } from "./sampling.ts";
import type { Scenario } from "./scenario-schema.ts";
import { withPolicies } from "./with-policies.ts";

/** Everything that a run depends on, as plain data: what a worker, a file or a queue carries. */
export type RunSpec = {
  /** The scenario's name for problems, and its text. */
  readonly name: string;
  readonly text: string;
  readonly format: "yaml" | "json";
  /** What the text comes to, where that is known already: reading and checking it takes longer than this. */
  readonly known?: KnownScenario | undefined;
  readonly library: readonly Ruleset[];
  readonly changes: ScenarioChanges;
  /** Ids of the policies to run, in order; all where left out. */
  readonly policies?: readonly string[];
  readonly seed: string;
  /** How futures are spread; at random where left out. */
  readonly sampling?: Sampling;
};

/** A text as it was read, and the scenario as its schema gave it. */
export type KnownScenario = { readonly value: unknown; readonly scenario: Scenario };

export type OpenedRun =
  | { readonly checked: CheckedScenario; readonly problems: readonly [] }
  | { readonly checked?: undefined; readonly problems: readonly Problem[] };

/** Reads and checks what a run depends on, with the policies and the sampling chosen. */
export function openRun(spec: RunSpec): OpenedRun {
  const { sampling } = spec;
  const opened = openScenario(spec);
  if (opened.checked === undefined || sampling === undefined) return opened;
  return { ...opened, checked: { ...opened.checked, sampling } };
}

function openScenario(spec: RunSpec): OpenedRun {
  const document = documentOf(spec);
  if (document.value === undefined) return { problems: document.problems };
  const result = checkScenario(
    document,
    new Map(spec.library.map((ruleset) => [ruleset.id, ruleset])),
    spec.changes,
    spec.known?.scenario,
  );
  if (document.problems.length > 0) return { problems: [...document.problems, ...result.problems] };
  if (result.checked === undefined || spec.policies === undefined) return result;
  const known = result.checked.policies.map((policy) => policy.spec.id);
  const problems = spec.policies.flatMap((id): Problem[] => {
    if (known.includes(id)) return [];
    const expected = `one of ${known.join(", ")}`;
    const hint = didYouMean(id, known);
    return [
      {
        where: "--policies",
        adjective: "unknown",
        noun: "policy",
        found: id,
        expected,
        ...(hint && { hint }),
      },
    ];
  });
  for (const id of new Set(spec.policies)) {
    if (spec.policies.filter((other) => other === id).length > 1)
      problems.push({ where: "--policies", adjective: "duplicate", noun: "policy", found: id });
  }
  if (problems.length > 0) return { problems };
  return { checked: withPolicies(result.checked, spec.policies), problems: [] };
}

function documentOf({ name, text, format, known }: RunSpec): ParsedDocument {
  if (known === undefined) return parseDocument(name, text, format);
  let read: ParsedDocument | undefined;
  return {
    value: known.value,
    problems: [],
    // Places are asked for where something is wrong.
    where: (...of) => {
      read ??= parseDocument(name, text, format);
      return read.where(...of);
    },
  };
}
