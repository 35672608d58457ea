import type { Host, Progress } from "../host/host.ts";
import { type MarginSource, marginLayout } from "../report/charts/margin-bins.ts";
import type { Basis } from "../sim/basis.ts";
import type { CheckedScenario } from "../sim/check-scenario.ts";
import { type BasisResult, type Compared, compare } from "../sim/compare.ts";
import { columnsOfRun } from "../sim/ledger-columns.ts";
import { compareTallied, type TallyGroups } from "../sim/tally/compare-tallied.ts";
import { isTallied, isTallyBasis } from "../sim/tally/pilot-size.ts";

/** The comparisons of one run of futures, how long each took, and the margins that charts draw. */
export type ComparedRun = {
  readonly results: readonly BasisResult[];
  readonly elapsedMs: readonly number[];
  readonly margins: MarginSource | undefined;
};

export type CompareRunsInput = {
  readonly checked: CheckedScenario;
  readonly host: Host;
  readonly bases: readonly Basis[];
  readonly withMargins: boolean;
  readonly onProgress: (progress: Progress) => void;
  /** Told of each basis as soon as it is compared. */
  readonly onResult?: (result: BasisResult, elapsedMs: number, paths: number) => Promise<void>;
};

/** Prepares comparisons on some bases over any number of futures; what one basis has simulated serves the next. */
export function openCompareRuns(input: CompareRunsInput): (paths: number) => Promise<ComparedRun> {
  const { checked, host, bases, withMargins, onProgress } = input;
  const columns = columnsOfRun(checked).length;
  const simulate: Parameters<typeof compare>[2] = (policies, n) => host.simulate(policies, n, onProgress);
  const tally: TallyGroups = (policies, n, plan, first) => host.tally(policies, n, plan, first, onProgress);
  return async (paths) => {
    const results: BasisResult[] = [];
    const elapsedMs: number[] = [];
    let atUnitPrices: Compared["ledgers"] | undefined;
    let margins: MarginSource | undefined;
    for (const basis of bases) {
      const before = host.elapsedMs();
      const asked = { basis, paths, requirement: checked.scenario.requirement };
      if (isTallyBasis(basis) && bases.length === 1 && isTallied(paths, checked.policies.length, columns)) {
        const layOutMargins = withMargins ? marginLayout : undefined;
        const compared = await compareTallied(checked, { ...asked, layOutMargins }, simulate, tally);
        margins ??= compared.margins;
        results.push(compared.result);
      } else {
        const { result, ledgers } = await compare(checked, { ...asked, atUnitPrices }, simulate);
        if (basis === "same-unit-prices") atUnitPrices = ledgers;
        margins ??= ledgers;
        results.push(result);
      }
      elapsedMs.push(host.elapsedMs() - before);
      await input.onResult?.(results.at(-1)!, elapsedMs.at(-1)!, paths);
    }
    return { results, elapsedMs, margins };
  };
}
