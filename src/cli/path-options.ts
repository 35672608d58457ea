import { availableParallelism } from "node:os";
import type { Command } from "commander";
import type { Problem } from "../engine/problem.ts";
import type { CheckedScenario } from "../sim/check-scenario.ts";
import { columnsOfRun } from "../sim/ledger-columns.ts";
import { openRun, type RunSpec } from "../sim/run-spec.ts";
import { readBasis } from "./basis-option.ts";
import { readContractPlace } from "./contract-option.ts";
import { policiesToSettle, type Wanted } from "./explain-path.ts";
import { memoryProblem } from "./memory-problem.ts";
import { wholeNumber } from "./numbers.ts";
import { readPolicyPlace } from "./policy-option.ts";
import { readQuantile } from "./quantile-option.ts";
import { withRulesBeside } from "./rules-beside.ts";
import { addRunOptions } from "./run-options.ts";
import { ofSampling, readSampling, sampledPaths } from "./sampling-option.ts";
import { readScenario } from "./scenario-input.ts";

/** Options of every command that tells one future under one policy, as typed. */
export type PathOptions = {
  policy?: string;
  policies?: string;
  threads?: string;
  contract?: string;
  path?: string;
  at?: string;
  basis?: string;
  paths?: string;
  sampling?: string;
  seed?: string;
  rules?: string[];
  set?: string[];
  variant?: string;
};

/** Which future is to be told, with every option read. */
export type PathRequest = {
  readonly checked: CheckedScenario;
  readonly spec: RunSpec;
  readonly wanted: Wanted & { readonly contract: number };
};

/** Adds the options that choose a future; `told` says what is done with its terms: "explained". */
export function addPathOptions(command: Command, told: string): Command {
  command
    .option("--policy <id>", `the policy whose terms are ${told} (default, of an offer: its own terms)`)
    .option(
      "--policies <ids>",
      "policies of the comparison it belongs to; a basis holds the first one's bill (default: all)",
    )
    .option("--path <n>", "the number of the future, from 1")
    .option("--at <q>", "the future whose margin is at this quantile of all (default: 0.5, the middle)")
    .option("--contract <id>", "the contract to tell, where the scenario has several (default: the first)");
  return command;
}

/** Adds the options of the run that the future is one of. */
export function addPathRunOptions(command: Command): Command {
  return addRunOptions(command, {
    basis: "unit prices as this basis sets them",
    paths: "simulated futures to choose from",
  }).option("--threads <n>", "worker threads to find the future with (default: as many as the machine has)");
}

/** Reads a scenario and the options that choose a future; all problems at once, with `more` found by the caller. */
export function readPathRequest(
  name: string,
  options: PathOptions,
  more: (
    checked: CheckedScenario | undefined,
    places: { readonly policy: number; readonly contract: number } | undefined,
  ) => readonly (Problem | undefined)[],
): { request: PathRequest; problems?: undefined } | { request?: undefined; problems: readonly Problem[] } {
  const input = readScenario(name, options);
  const sampling = readSampling(options.sampling);
  const spec = input.spec && { ...input.spec, ...ofSampling(sampling.value) };
  const opened = spec && openRun(spec);
  const checked = opened?.checked;
  const count =
    options.paths === undefined ? undefined : wholeNumber("--paths", options.paths, 1, 100_000_000);
  // Where --paths itself is wrong, a path is held against what could be asked for at most.
  const asked = count?.value ?? (count === undefined ? checked?.scenario.paths : undefined) ?? 100_000_000;
  const paths = sampledPaths(sampling.value, asked);
  const basis = readBasis(options.basis);
  const policy = checked && readPolicyPlace(checked, options.policy ?? input.terms);
  const contract = checked && readContractPlace(checked, options.contract);
  const path = options.path === undefined ? undefined : wholeNumber("--path", options.path, 1, paths);
  const at = readQuantile("--at", options.at);
  const threads = wholeNumber("--threads", options.threads ?? String(availableParallelism()), 1, 256);
  const places =
    policy?.value === undefined || contract?.value === undefined
      ? undefined
      : { policy: policy.value, contract: contract.value };
  const problems: Problem[] = [
    ...input.problems,
    ...withRulesBeside(opened?.problems ?? [], input.path ?? ""),
    ...[policy, contract, basis, count, sampling, path, at, threads].flatMap((read) =>
      read?.problem === undefined ? [] : [read.problem],
    ),
    ...more(checked, places).flatMap((problem) => (problem === undefined ? [] : [problem])),
  ];
  if (options.path !== undefined && options.at !== undefined) {
    problems.push({
      where: "--at",
      adjective: "ambiguous",
      noun: "future",
      found: "--path and --at",
      expected: "one of them",
    });
  }
  if (problems.length > 0 || checked === undefined || spec === undefined || places === undefined)
    return { problems };

  const choice = path === undefined ? { at: at.value ?? 0.5 } : { path: path.value! };
  const wanted = { basis: basis.value ?? "same-unit-prices", choice, paths };
  const memory = memoryProblem(paths, policiesToSettle(checked, wanted), columnsOfRun(checked).length);
  if (memory !== undefined) return { problems: [memory] };
  return {
    request: {
      checked,
      spec,
      wanted: {
        ...wanted,
        place: places.policy,
        contract: places.contract,
        seed: options.seed ?? checked.scenario.seed,
        threads: threads.value!,
      },
    },
  };
}
