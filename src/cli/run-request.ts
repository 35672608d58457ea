import { availableParallelism } from "node:os";
import type { Problem } from "../engine/problem.ts";
import type { Basis } from "../sim/basis.ts";
import type { CheckedScenario } from "../sim/check-scenario.ts";
import { columnsOfRun } from "../sim/ledger-columns.ts";
import { openRun, type RunSpec } from "../sim/run-spec.ts";
import type { Sampling } from "../sim/sampling.ts";
import { isTallied, isTallyBasis } from "../sim/tally/pilot-size.ts";
import { readBasis } from "./basis-option.ts";
import { memoryProblem, mostFutures } from "./memory-problem.ts";
import { wholeNumber } from "./numbers.ts";
import { usefulThreads } from "./open-host.ts";
import { withRulesBeside } from "./rules-beside.ts";
import { mostSampled, ofSampling, readSampling, sampledPaths } from "./sampling-option.ts";
import { readScenario } from "./scenario-input.ts";

/** Options of every command that simulates all policies of a scenario, as typed. */
export type RunOptions = {
  readonly policies?: string;
  readonly basis?: string;
  readonly paths?: string;
  readonly sampling?: string;
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
  /** Of an offer, the policy whose terms apply to it. */
  readonly terms: string | undefined;
  readonly paths: number;
  /** The futures that were asked for; `paths` is more where they come in powers of two. */
  readonly askedPaths: number;
  readonly sampling: Sampling;
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
  const { value: sampling, problem: samplingProblem } = readSampling(options.sampling);
  const sampled = input.spec && { ...input.spec, ...ofSampling(sampling) };
  const opened = sampled && openRun(sampled);
  const problems = [
    ...input.problems,
    ...withRulesBeside(opened?.problems ?? [], input.path ?? ""),
    ...[...more, basis.problem, paths?.problem, samplingProblem, threads.problem].filter(
      (p) => p !== undefined,
    ),
  ];
  if (problems.length > 0 || opened?.checked === undefined || sampled === undefined) return { problems };
  const { checked } = opened;
  const askedPaths = paths?.value ?? checked.scenario.paths;
  const count = sampledPaths(sampling, askedPaths);
  const columns = columnsOfRun(checked).length;
  // Tallies merge all futures into one sum: scramblings, which must stay apart, are kept as columns.
  const mayTally = onTally === "by basis" && sampling === "random";
  const tallied = mayTally && isTallyBasis(basis.value) && isTallied(count, checked.policies.length, columns);
  const hint = mayTally
    ? "on one --basis, same-unit-prices or same-price, memory does not grow with the futures"
    : onTally === "by basis"
      ? "with --sampling random on one --basis, same-unit-prices or same-price, memory does not grow with the futures"
      : undefined;
  const memory = tallied
    ? undefined
    : memoryProblem(count, checked.policies.length, columns, undefined, hint);
  if (memory !== undefined) return { problems: [memory] };
  const seed = options.seed ?? checked.scenario.seed;
  return {
    request: {
      checked,
      spec: { ...sampled, seed },
      seed,
      terms: input.terms,
      paths: count,
      askedPaths,
      sampling,
      basis: basis.value,
      threads: usefulThreads(threads.value!, count, checked),
      allowedThreads: threads.value!,
      mostPaths:
        mayTally && isTallyBasis(basis.value)
          ? mostAsked
          : mostSampled(sampling, Math.min(mostAsked, mostFutures(checked.policies.length, columns))),
    },
  };
}
