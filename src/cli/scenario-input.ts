import type { Problem } from "../engine/problem.ts";
import type { RunSpec } from "../sim/run-spec.ts";
import { readInput, shownPath } from "./input-file.ts";
import { readKeptScenario } from "./kept-scenario.ts";
import {
  isBuilt,
  keptScenariosFolder,
  ownOfferNames,
  ownOffersFolder,
  readLibrary,
  scenarioNames,
  scenariosFolder,
} from "./library.ts";
import { isOfferText, offerAsScenario } from "./offer-as-scenario.ts";
import { plainNumber } from "./plain-number.ts";
import { readOwnRules } from "./rules-option.ts";
import { type NamedFile, namedFile } from "./shipped-file.ts";

/** What a run of a scenario needs, where it could be read; problems of options stand beside it. */
export type ScenarioInput = {
  readonly spec?: RunSpec;
  /** The scenario's file, where one was found. */
  readonly path?: string;
  /** Of an offer, the policy whose terms apply to it. */
  readonly terms?: string;
  readonly problems: readonly Problem[];
};

export type ScenarioOptions = {
  readonly policies?: string | undefined;
  readonly seed?: string | undefined;
  /** Files and folders of rulesets that it may bind beside the library's. */
  readonly rules?: readonly string[] | undefined;
  readonly set?: readonly string[] | undefined;
  readonly variant?: string | undefined;
};

/**
 * Finds a scenario by its path or by the bare name of a shipped one, and reads all that a run of it needs. A provider's
 * own offer stands for the scenario that it makes.
 */
export function readScenario(name: string, options: ScenarioOptions): ScenarioInput {
  const found = scenarioFile(name);
  if (found.path === undefined) return { problems: [found.problem] };
  const { text, problems: unread } = readInput(found.path);
  if (unread.length === 0 && isOfferText(text))
    return offerAsScenario(found.path, text, (scenario) => readScenario(scenario, options));
  const library = readLibrary();
  const own = readOwnRules(options.rules, library.rulesets);
  const set = (options.set ?? []).map(readSetting);
  const problems = set.flatMap((s) => (s.problem === undefined ? [] : [s.problem]));
  const policies = options.policies?.split(",").map((id) => id.trim());
  if (unread.length > 0 || library.problems.length > 0 || own.problems.length > 0)
    return { problems: [...unread, ...library.problems, ...own.problems, ...problems] };
  return {
    problems,
    path: found.path,
    spec: {
      name: shownPath(found.path),
      text,
      format: found.path.endsWith(".json") ? "json" : "yaml",
      known: found.isShipped && isBuilt ? readKeptScenario(keptScenariosFolder, name, text) : undefined,
      library: [...library.rulesets, ...own.rulesets],
      changes: {
        variant: options.variant,
        set: set.flatMap((s) => (s.setting === undefined ? [] : [s.setting])),
      },
      ...(policies && { policies }),
      seed: options.seed ?? "",
    },
  };
}

function scenarioFile(name: string): NamedFile {
  const found = namedFile(name, { names: scenarioNames(), folder: scenariosFolder, holds: "scenario" });
  if (found.path !== undefined || !ownOfferNames().includes(name)) return found;
  return namedFile(name, { names: ownOfferNames(), folder: ownOffersFolder, holds: "offer" });
}

type Setting = { policy: string; parameter: string; value: number | boolean | string };

/** Reads `policy.parameter=value`; the first dot separates. */
function readSetting(
  text: string,
): { setting: Setting; problem?: undefined } | { setting?: undefined; problem: Problem } {
  const match = /^([^.=]+)\.([^=]+)=(.*)$/s.exec(text);
  if (match === null) {
    return {
      problem: {
        where: "--set",
        adjective: "invalid",
        noun: "setting",
        found: text,
        expected: "policy.parameter=value, such as both.setUpFeeShare=0.5",
      },
    };
  }
  const [, policy, parameter, written] = match as unknown as [string, string, string, string];
  const word = written === "true" ? true : written === "false" ? false : written;
  const value = plainNumber(written) ?? word;
  return { setting: { policy, parameter, value } };
}
