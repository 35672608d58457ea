import type { Asked } from "../sim/asked.ts";
import type { Basis } from "../sim/basis.ts";
import type { Requirement } from "../sim/basis-gap.ts";
import type { CheckedScenario } from "../sim/check-scenario.ts";
import type { BasisResult, DifferenceResult, PolicyResult } from "../sim/compare.ts";
import { contentHash } from "../sim/content-hash.ts";
import type { StatedPrecision } from "../sim/precision.ts";
import { replicates } from "../sim/quasi/replicates.ts";
import type { Approximation } from "../sim/tally/approximation.ts";

/** What `riskshare compare --json` prints: one scenario, one basis, all policies and their differences. */
export type Comparison = {
  readonly schema: "riskshare.comparison/1";
  readonly scenario: string;
  readonly title: string;
  readonly contentHash: string;
  readonly version: string;
  readonly seed: string;
  readonly paths: number;
  /** Only of quasi-random futures. */
  readonly sampling?: StatedSampling;
  readonly basis: BasisResult["basis"];
  /** What prices were solved for on the basis same-requirement; null on the others. */
  readonly requirement: StatedRequirement | null;
  /** The variant of the scenario that was run; null where none was asked for. */
  readonly variant: Asked["variant"];
  /** Values given by --set. */
  readonly settings: Asked["settings"];
  readonly elapsedMs: number;
  readonly policies: readonly PolicyResult[];
  readonly differences: readonly DifferenceResult[];
  /** Only of runs so large that not every column is kept. */
  readonly approximation?: Approximation;
  /** Only where futures were run until an interval was narrow enough. */
  readonly precision?: StatedPrecision;
};

/** What `riskshare compare --out` writes as result.json: one scenario compared on one basis or several. */
export type Result = {
  readonly schema: "riskshare.result/1";
  readonly comparisons: readonly Comparison[];
};

/** Puts the comparisons of one run into one object. */
export function resultOf(comparisons: readonly Comparison[]): Result {
  return { schema: "riskshare.result/1", comparisons };
}

/** A requirement, and whether the scenario states it or it is the default. */
export type StatedRequirement = Requirement & { readonly stated: boolean };

/** How futures were spread evenly: independent scramblings of as many points each, and what was asked for. */
export type StatedSampling = {
  readonly method: "quasi";
  readonly points: "Sobol";
  readonly scramblings: number;
  readonly pointsOfEach: number;
  /** The number of futures asked for, where it was rounded up. */
  readonly roundedUpFrom?: number;
};

/** Where a comparison comes from: what another needs to repeat it to the byte, and how long it took. */
export type Provenance = {
  readonly version: string;
  readonly seed: string;
  readonly paths: number;
  /** The futures that were asked for, where that was a number. */
  readonly askedPaths?: number | undefined;
  readonly elapsedMs: number;
};

/** Puts a basis' results and where they come from into one object, money in pounds. */
export function comparisonOf(
  checked: CheckedScenario,
  result: BasisResult,
  provenance: Provenance,
  precision?: StatedPrecision,
): Comparison {
  const { version, seed, paths, askedPaths, elapsedMs } = provenance;
  return {
    schema: "riskshare.comparison/1",
    scenario: checked.scenario.id,
    title: checked.scenario.title,
    contentHash: contentHash(checked),
    version,
    seed,
    paths,
    ...(checked.sampling === "quasi" && { sampling: statedSampling(paths, askedPaths) }),
    basis: result.basis,
    requirement: requirementOn(checked, result.basis),
    variant: checked.asked.variant,
    settings: checked.asked.settings,
    elapsedMs,
    policies: result.policies,
    differences: result.differences,
    ...(result.approximation && { approximation: result.approximation }),
    ...(precision && { precision }),
  };
}

function statedSampling(paths: number, askedPaths: number | undefined): StatedSampling {
  return {
    method: "quasi",
    points: "Sobol",
    scramblings: replicates,
    pointsOfEach: paths / replicates,
    ...(askedPaths !== undefined && askedPaths !== paths && { roundedUpFrom: askedPaths }),
  };
}

/** The requirement that a basis is solved for; null where it is solved for nothing of the kind. */
export function requirementOn(checked: CheckedScenario, basis: Basis): StatedRequirement | null {
  if (basis !== "same-requirement") return null;
  return { ...checked.scenario.requirement, stated: checked.asked.statesRequirement };
}
