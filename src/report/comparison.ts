import type { CheckedScenario } from "../sim/check-scenario.ts";
import type { BasisResult, DifferenceResult, PolicyResult } from "../sim/compare.ts";
import { contentHash } from "../sim/content-hash.ts";

/** What `riskshare compare --json` prints: one scenario, one basis, all policies and their differences. */
export type Comparison = {
  readonly schema: "riskshare.comparison/1";
  readonly scenario: string;
  readonly title: string;
  readonly contentHash: string;
  readonly version: string;
  readonly seed: string;
  readonly paths: number;
  readonly basis: BasisResult["basis"];
  readonly elapsedMs: number;
  readonly policies: readonly PolicyResult[];
  readonly differences: readonly DifferenceResult[];
};

/** Where a comparison comes from: what another needs to repeat it to the byte, and how long it took. */
export type Provenance = {
  readonly version: string;
  readonly seed: string;
  readonly paths: number;
  readonly elapsedMs: number;
};

/** Puts a basis' results and where they come from into one object, money in pounds. */
export function comparisonOf(
  checked: CheckedScenario,
  result: BasisResult,
  provenance: Provenance,
): Comparison {
  const { version, seed, paths, elapsedMs } = provenance;
  return {
    schema: "riskshare.comparison/1",
    scenario: checked.scenario.id,
    title: checked.scenario.title,
    contentHash: contentHash(checked),
    version,
    seed,
    paths,
    basis: result.basis,
    elapsedMs,
    policies: result.policies,
    differences: result.differences,
  };
}
