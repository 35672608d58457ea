import type { LedgerColumns } from "../../../src/sim/risk/ledger-columns.ts";
import type { RiskContext } from "../../../src/sim/risk/risk-context.ts";

/** A ledger with the given columns and zeros in all others. */
export function ledgerOf(given: Readonly<Record<string, ArrayLike<number>>>): LedgerColumns {
  const paths = Object.values(given)[0]?.length ?? 0;
  const zeros = () => new Float64Array(paths);
  const ledger: Record<string, Float64Array> = {
    margin: zeros(),
    npv: zeros(),
    peakFunding: zeros(),
    payment: zeros(),
    bill: zeros(),
    serviceFee: zeros(),
    startFee: zeros(),
    outcomePayment: zeros(),
    otherPayment: zeros(),
    cancellationFee: zeros(),
    referrals: zeros(),
    starts: zeros(),
    jobOutcomes: zeros(),
    terminated: zeros(),
    handedBack: zeros(),
  };
  for (const [name, numbers] of Object.entries(given)) ledger[name] = Float64Array.from(numbers);
  return ledger as LedgerColumns;
}

/** A context of so many paths, with nothing else known. */
export function contextOf(paths: number, more: Partial<RiskContext> = {}): RiskContext {
  return { paths, breakEvenReferralsPerMonth: null, ...more };
}

/** A column of so many numbers from a function of the path. */
export function columnOf(paths: number, numberOf: (path: number) => number): Float64Array {
  return Float64Array.from({ length: paths }, (_, path) => numberOf(path));
}
