import type { ContractHistory } from "./history.ts";
import type { MonthCounts } from "./month-counts.ts";

/** The months that volume is fitted to, contract by contract, and what was set apart. */
export type VolumeMonths = {
  readonly contracts: readonly MonthCounts[];
  /** Contracts in which nobody was ever referred, though people were indicated and came elsewhere. */
  readonly withoutAny: number;
  /** People referred in months in which none were indicated: they are in no ratio. */
  readonly unindicated: number;
};

/** A contract is one without any referral if so many would have come at the others' ratio. */
const wouldHaveCome = 3;

/** Puts histories into months that a ratio can be fitted to, each from the first month in which someone was indicated. */
export function volumeMonths(contracts: readonly ContractHistory[]): VolumeMonths {
  let unindicated = 0;
  const all = contracts.flatMap(({ indicative, referrals }): MonthCounts[] => {
    const first = indicative.findIndex((mean) => mean > 0);
    for (const [i, count] of referrals.entries()) if (indicative[i] === 0) unindicated += count;
    if (first < 0) return [];
    const means = indicative.slice(first);
    return [{ means, counts: means.map((mean, i) => (mean === 0 ? 0 : referrals[first + i]!)) }];
  });
  const withSome = all.filter(({ counts }) => total(counts) > 0);
  const ratio = ratioOf(withSome);
  const isEmpty = ({ counts, means }: MonthCounts) =>
    total(counts) === 0 && total(means) * ratio >= wouldHaveCome;
  const told = all.filter((contract) => !isEmpty(contract));
  return { contracts: told, withoutAny: all.length - told.length, unindicated };
}

function ratioOf(contracts: readonly MonthCounts[]): number {
  const people = contracts.reduce((sum, { counts }) => sum + total(counts), 0);
  return (
    people /
    Math.max(
      1e-9,
      contracts.reduce((sum, { means }) => sum + total(means), 0),
    )
  );
}

const total = (numbers: readonly number[]) => numbers.reduce((sum, x) => sum + x, 0);
