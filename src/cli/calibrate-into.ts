import type { Calibration } from "../calibrate/calibrate.ts";
import { fragmentOf } from "../calibrate/fragment.ts";
import { historySpan } from "../calibrate/history-span.ts";
import { intoScenario } from "../calibrate/into-scenario.ts";
import { parseDocument } from "../engine/document.ts";
import type { Problem } from "../engine/problem.ts";
import { yamlComment, yamlText } from "../engine/yaml-text.ts";
import { checkScenario } from "../sim/check-scenario.ts";
import { readInput, shownPath } from "./input-file.ts";
import { readLibrary, scenarioNames, scenariosFolder } from "./library.ts";
import { namedFile } from "./shipped-file.ts";

/** A scenario that a fragment goes into: its value as its file has it. */
export type IntoScenario = { readonly name: string; readonly value: object };

/** Reads and checks the scenario that was named, by its path or as a shipped one. */
export function readInto(named: string): { into?: IntoScenario; problems: readonly Problem[] } {
  const found = namedFile(named, { names: scenarioNames(), folder: scenariosFolder, holds: "scenario" });
  if (found.path === undefined) return { problems: [found.problem] };
  const { text, problems: unread } = readInput(found.path);
  if (unread.length > 0) return { problems: unread };
  const name = shownPath(found.path);
  const document = parseDocument(name, text, found.path.endsWith(".json") ? "json" : "yaml");
  if (document.problems.length > 0) return { problems: document.problems };
  const { problems } = checkScenario(document, library());
  return problems.length > 0
    ? { problems }
    : { into: { name, value: document.value as object }, problems: [] };
}

/** The whole scenario with what was fitted, as a file; problems where the two do not go together. */
export function scenarioWithFit(
  { name, value }: IntoScenario,
  history: string,
  calibration: Calibration,
): { text?: string; problems: readonly Problem[] } {
  const { $schema: _, ...merged } = intoScenario(
    value,
    fragmentOf(calibration),
    calibration.ramp !== undefined,
  ) as {
    $schema?: unknown;
  };
  const text =
    yamlComment([
      `${name}, with volume and delivery fitted by riskshare calibrate to ${history}: ${historySpan(calibration.history)}.`,
      "Read once more: indicative referrals, places, chance of none, season and limits are the scenario's own.",
    ]) + yamlText(merged);
  const { problems } = checkScenario(parseDocument(`${name} with the fit`, text, "yaml"), library());
  return problems.length > 0 ? { problems } : { text, problems: [] };
}

function library() {
  return new Map(readLibrary().rulesets.map((ruleset) => [ruleset.id, ruleset]));
}
