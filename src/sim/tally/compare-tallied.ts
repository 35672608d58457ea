import type { Basis } from "../basis.ts";
import type { Requirement } from "../basis-gap.ts";
import type { ScaledPolicy } from "../block.ts";
import type { CheckedScenario } from "../check-scenario.ts";
import {
  asStated,
  type BasisResult,
  type DifferenceResult,
  type PolicyResult,
  riskContext,
  type Simulate,
} from "../compare.ts";
import { columnsOfRun } from "../ledger-columns.ts";
import type { LedgerColumns } from "../risk/ledger-columns.ts";
import { solveBasis } from "../solve-basis.ts";
import { approximationOf } from "./approximation.ts";
import { groupsFor } from "./group-blocks.ts";
import { windowMissed } from "./kept-order.ts";
import { measureTalliedDifference } from "./measure-tallied-difference.ts";
import { measureTalliedContract, measureTalliedPolicy } from "./measure-tallied-policy.ts";
import { openTallyMerging } from "./merge-tallies.ts";
import { openPilot } from "./pilot.ts";
import { isTallyBasis, pilotPaths } from "./pilot-size.ts";
import { type PlannedTally, planTally } from "./plan-tally.ts";
import type { WholeTally } from "./tally.ts";
import { tallyPilot } from "./tally-pilot.ts";
import type { MarginLayout, TallyPlan } from "./tally-plan.ts";
import { openTallyReader, type TallyReader } from "./tally-reader.ts";

/** Tallies all futures of the given policies from a group on, in the order of the groups. */
export type TallyGroups = (
  policies: readonly ScaledPolicy[],
  paths: number,
  plan: TallyPlan,
  firstGroup: number,
) => Promise<WholeTally>;

export type TallyCompareOptions = {
  readonly basis: Basis;
  readonly paths: number;
  readonly requirement: Requirement;
  /** Futures of the pilot, in whole groups; by default as many as are worth their memory. */
  readonly pilot?: number | undefined;
  /** Half the width of the first windows, in standard errors of a rank in the pilot. */
  readonly reach?: number | undefined;
  /** Lays out bins for the margins from the pilot's ledgers, where they are to be counted. */
  readonly layOutMargins?: ((pilot: readonly LedgerColumns[]) => MarginLayout) | undefined;
};

/** Shares of futures by margin, policy by policy: `shares[policy][bin]`. */
export type CountedMargins = {
  readonly layout: MarginLayout;
  readonly shares: readonly (readonly number[])[];
};

/** What a comparison by tally leaves: the measures, and the margins where they were counted. */
export type ComparedTally = { readonly result: BasisResult; readonly margins: CountedMargins | undefined };

/** A true rank lies farther off in the pilot with a chance of 1e-10 at most, for the ends of its interval too. */
const firstReach = 8;
const widening = 8;

/**
 * Compares policies on a basis that is not solved on the futures, in memory that does not grow with them but for the
 * values around each quantile. Values are those of the columns; the intervals of some differences take constants of the
 * pilot (`Approximation`). Futures are drawn again where a quantile lies outside what was kept.
 */
export async function compareTallied(
  checked: CheckedScenario,
  options: TallyCompareOptions,
  simulate: Simulate,
  tallyGroups: TallyGroups,
): Promise<ComparedTally> {
  const { basis, paths, requirement } = options;
  if (!isTallyBasis(basis))
    throw new Error(`a basis that is solved on the futures cannot be tallied: ${basis}`);
  const columns = columnsOfRun(checked);
  const places = checked.policies.map((_, place) => place);
  const few = options.pilot ?? pilotPaths(paths, places.length, columns.length);
  const solved = await solveBasis(checked, { basis, paths: few, requirement }, simulate);
  const contexts = places.map((p) => riskContext(checked, p, solved.scales[p]!, few, new Map()));
  const pilot = openPilot(
    solved.ledgers.map((ledger) => asStated(checked, ledger)),
    contexts,
    columns,
  );
  const margins = options.layOutMargins?.(solved.ledgers);
  const policies = places.map((place) => ({ place, priceScale: solved.scales[place]! }));
  for (let reach = options.reach ?? firstReach; ; reach *= widening) {
    const planned = planTally(pilot, { contracts: checked.contracts.length, reach, margins });
    const { plan } = planned;
    const merging = openTallyMerging(plan, 0);
    merging.add(0, tallyPilot(plan, solved.ledgers, few));
    merging.add(1, await tallyGroups(policies, paths, plan, groupsFor(few)));
    try {
      return measured(planned, openTallyReader(planned, merging.whole(), pilot, paths));
    } catch (error) {
      // Wider windows hold it in the end: they grow past every number of the pilot.
      if (error !== windowMissed) throw error;
    }
  }

  function measured(planned: PlannedTally, reader: TallyReader): ComparedTally {
    const first = checked.policies[0]!.spec.id;
    const results = checked.policies.map(
      (policy, p): PolicyResult => ({
        id: policy.spec.id,
        title: policy.spec.title,
        priceScale: solved.scales[p]!,
        priceScaleInterval: solved.intervals[p]!,
        basisReached: solved.reached[p]!,
        metrics: measureTalliedPolicy(reader, p),
        ...(checked.contracts.length > 0 && {
          contracts: checked.contracts.map(({ id, title }, k) => ({
            id,
            title,
            metrics: measureTalliedContract(reader, p, k),
          })),
        }),
      }),
    );
    const differences = checked.policies.slice(1).map(
      (policy, i): DifferenceResult => ({
        policy: policy.spec.id,
        against: first,
        ...measureTalliedDifference(reader, i + 1),
      }),
    );
    const shares = places.map((p) => {
      const counts = planned.named.has(`margins ${p}`) ? reader.sums(`margins ${p}`) : [];
      return Array.from(counts, (count) => count / paths);
    });
    return {
      result: { basis, policies: results, differences, approximation: approximationOf(few) },
      margins: margins && { layout: margins, shares },
    };
  }
}
