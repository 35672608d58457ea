import type { Basis } from "../../src/sim/basis.ts";
import { openBlocks, type ScaledPolicy } from "../../src/sim/block.ts";
import type { CheckedScenario } from "../../src/sim/check-scenario.ts";
import { compare, type PolicyResult, type Simulate } from "../../src/sim/compare.ts";
import { blocksFor, openGathering } from "../../src/sim/gather.ts";
import { columnsOfRun } from "../../src/sim/ledger-columns.ts";
import { type SolvedBasis, solveBasis } from "../../src/sim/solve-basis.ts";

type Run = { readonly paths: number; readonly seed: string };

/** A model's policies compared on a basis, its scales solved on so many paths of a seed. */
export async function comparedOn(
  checked: CheckedScenario,
  basis: Basis,
  { paths, seed }: Run,
): Promise<readonly PolicyResult[]> {
  const { requirement } = checked.scenario;
  const compared = await compare(checked, { basis, paths, requirement }, simulateBy(checked, seed));
  return compared.result.policies;
}

/** A model's scales solved for a basis, without its measures. */
export function solvedFor(
  checked: CheckedScenario,
  basis: Basis,
  { paths, seed }: Run,
): Promise<SolvedBasis> {
  const { requirement } = checked.scenario;
  return solveBasis(checked, { basis, paths, requirement }, simulateBy(checked, seed));
}

function simulateBy(checked: CheckedScenario, seed: string): Simulate {
  return async (policies: readonly ScaledPolicy[], count: number) => {
    const blocks = openBlocks(checked, policies);
    const gathering = openGathering(count, policies.length, columnsOfRun(checked));
    for (let block = 0; block < blocksFor(count); block += blocks.blocks)
      gathering.add(block, blocks.run({ seed, block }));
    blocks.close();
    return gathering.ledgers();
  };
}
