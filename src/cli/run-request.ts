import { availableParallelism } from "node:os";
import type { Problem } from "../engine/problem.ts";
import type { Basis } from "../sim/basis.ts";
import type { CheckedScenario } from "../sim/check-scenario.ts";
import { columnsOfRun } from "../sim/ledger-columns.ts";
import { openRun, type RunSpec } from "../sim/run-spec.ts";
import { isTallied, isTallyBasis } from "../sim/tally/pilot-size.ts";
import { readBasis } from "./basis-option.ts";
import { memoryProblem, mostFutures } from "./memory-problem.ts";
import { wholeNumber } from "./numbers.ts";
import { usefulThreads } from "./open-host.ts";
import { withRulesBeside } from "./rules-beside.ts";
import { readScenario } from "./scenario-input.ts";

/** Options of every command that simulates all policies of a scenario, as typed. */
export type RunOptions = {
  readonly policies?: string;
  readonly basis?: string;
  readonly paths?: string;
  readonly seed?: string;
  readonly threads?: string;
  readonly rules?: string[];
  readonly set?: string[];
  readonly variant?: string;
};

/** What is to be simulated, with every option read. */
export type RunRequest = {
  readonly checked: CheckedScenario;
  readonly spec: RunSpec;
  readonly seed: string;
  readonly paths: number;
  /** Nothing where the option was left out. */
  readonly basis: Basis | undefined;
  readonly threads: number;
  /** As many threads as may be used, be they worth their start or not. */
  readonly allowedThreads: number;
  /** The most futures that can be run. */
  readonly mostPaths: number;
};

const mostAsked = 100_000_000;

/**
 * Reads a scenario and the options of a run; all problems at once, with `more` found by the caller. `onTally` says
 * whether the command tallies large runs on a basis that is not solved.
 */
export function readRun(
  name: string,
  options: RunOptions,
  more: readonly (Problem | undefined)[] = [],
  onTally: "never" | "by basis" = "never",
): { request: RunRequest; problems?: undefined } | { request?: undefined; problems: readonly Problem[] } {
  const input = readScenario(name, options);
  const basis = readBasis(options.basis);
  const paths = options.paths === undefined ? undefined : wholeNumber("--paths", options.paths, 1, mostAsked);
  const threads = wholeNumber("--threads", options.threads ?? String(availableParallelism()), 1, 256);
  const opened = input.spec === undefined ? undefined : openRun(input.spec);
  const problems = [
    ...input.problems,
    ...withRulesBeside(opened?.problems ?? [], input.path ?? ""),
    ...[...more, basis.problem, paths?.problem, threads.problem].filter((p) => p !== undefined),
  ];
  if (problems.length > 0 || opened?.checked === undefined || input.spec === undefined) return { problems };
  const { checked } = opened;
  const count = paths?.value ?? checked.scenario.paths;
  const columns = columnsOfRun(checked).length;
  const mayTally = onTally === "by basis";
  const tallied = mayTally && isTallyBasis(basis.value) && isTallied(count, checked.policies.length, columns);
  const hint = mayTally
    ? "on one --basis, same-unit-prices or same-price, memory does not grow with the futures"
    : undefined;
  const memory = tallied
    ? undefined
    : memoryProblem(count, checked.policies.length, columns, undefined, hint);
  if (memory !== undefined) return { problems: [memory] };
  const seed = options.seed ?? checked.scenario.seed;
  return {
    request: {
      checked,
      spec: { ...input.spec, seed },
      seed,
      paths: count,
      basis: basis.value,
      threads: usefulThreads(threads.value!, count, checked),
      allowedThreads: threads.value!,
      mostPaths:
        mayTally && isTallyBasis(basis.value)
          ? mostAsked
          : Math.min(mostAsked, mostFutures(checked.policies.length, columns)),
    },
  };
}
