import { didYouMean } from "../engine/nearest-name.ts";
import type { Problem } from "../engine/problem.ts";
import type { CheckedScenario } from "../sim/check-scenario.ts";
import { mostQuasiPaths, quasiPaths } from "../sim/quasi/replicates.ts";
import { type Sampling, samplings } from "../sim/sampling.ts";

/** Reads how futures are to be spread; at random where the option was left out. */
export function readSampling(text: string | undefined): { value: Sampling; problem?: Problem } {
  if (text === undefined) return { value: "random" };
  const sampling = samplings.find((known) => known === text);
  if (sampling !== undefined) return { value: sampling };
  const hint = didYouMean(text, samplings);
  return {
    value: "random",
    problem: {
      where: "--sampling",
      adjective: "unknown",
      noun: "sampling",
      found: text,
      expected: `one of ${samplings.join(", ")}`,
      ...(hint && { hint }),
    },
  };
}

/** The futures that are run where so many are asked for: quasi-random ones come in powers of two. */
export function sampledPaths(sampling: Sampling, paths: number): number {
  return sampling === "quasi" ? quasiPaths(paths) : paths;
}

/** The most futures that can be run where there is room for `most`; at least one set of scramblings is tried. */
export function mostSampled(sampling: Sampling, most: number): number {
  return sampling === "quasi" ? Math.max(mostQuasiPaths(most), quasiPaths(1)) : most;
}

/** What a run's plain data say of its sampling: nothing where it is random. */
export function ofSampling(sampling: Sampling): { readonly sampling?: Sampling } {
  return sampling === "random" ? {} : { sampling };
}

/** A scenario with random futures, whatever was asked for: for what is run on fewer futures than scramblings take. */
export function atRandom(checked: CheckedScenario): CheckedScenario {
  const { sampling: _, ...rest } = checked;
  return rest;
}
