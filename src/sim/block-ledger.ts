import { at, type Column } from "../engine/column.ts";
import { callOffsOf } from "./call-offs.ts";
import type { CheckedScenario } from "./check-scenario.ts";
import {
  budgetYears,
  columnsOfRun,
  contractColumn,
  type LedgerColumn,
  ledgerColumns,
  yearColumn,
} from "./ledger-columns.ts";
import { openPostsLost } from "./posts-lost.ts";
import type { BlockLedger } from "./settle.ts";
import type { World } from "./world.ts";

/** Columns that are sums over the contracts, as they stand. */
const sums = [
  "serviceFee",
  "startFee",
  "outcomePayment",
  "otherPayment",
  "cancellationFee",
  "referrals",
  "starts",
  "jobOutcomes",
] as const;
const provided = ["margin", "npv", "peakFunding", "peakFundingMonth", "overBudget"] as const;

/**
 * Prepares the writing of what one policy left in a block: `[column][path]`, in the order of `columnsOfRun`.
 *
 * Over several contracts money, people and posts add up; an end is the first of any of them.
 */
export function openBlockLedger(
  checked: CheckedScenario,
  width: number,
): (ledger: BlockLedger, worlds: readonly World[], leverCost: number, out: Float64Array) => void {
  const callOffs = callOffsOf(checked).map(({ checked: own }) => ({
    lost: openPostsLost(own.scenario, own.timeline),
    lastReferralMonth: own.timeline.lastReferralMonth,
    rebuyPence: Math.round((own.scenario.commissioner.rebuyCostPerParticipant?.mean ?? 0) * 100),
  }));
  const names = columnsOfRun(checked);
  const place = (name: string) => names.indexOf(name) * width;
  const to = Object.fromEntries(ledgerColumns.map((name) => [name, place(name)])) as Record<
    LedgerColumn,
    number
  >;
  const several = checked.contracts.length > 0;
  const years = budgetYears(checked).map(yearColumn);

  return ({ provider, contracts }, worlds, leverCost, out) => {
    for (const name of provided) copyInto(out, to[name], provider.get(name), width);
    for (const name of sums) copyInto(out, to[name], contracts[0]!.get(name), width);
    for (const contract of contracts.slice(1))
      for (const name of sums) addInto(out, to[name], contract.get(name)!, width);
    for (const year of years) {
      copyInto(out, place(year), contracts[0]!.get(year), width);
      for (const contract of contracts.slice(1)) addInto(out, place(year), contract.get(year)!, width);
    }
    const added = [
      "bill",
      "paidWithNoReferral",
      "postsLost",
      "terminated",
      "handedBack",
      "endMonth",
      "ended",
      "endedInReferrals",
    ] as const;
    for (const name of added) out.fill(0, to[name], to[name] + width);
    for (const [k, ledger] of contracts.entries()) {
      const { lost, rebuyPence, lastReferralMonth } = callOffs[k]!;
      const released = worlds[k]!.costs.postsReleased;
      const [fee, start, outcome, other, cancellation] = sums
        .slice(0, 5)
        .map((name) => ledger.get(name)!) as [Column, Column, Column, Column, Column];
      const referrals = ledger.get("referrals")!;
      const starts = ledger.get("starts")!;
      const jobOutcomes = ledger.get("jobOutcomes")!;
      const endMonth = ledger.get("endMonth")!;
      const endGround = ledger.get("endGround")!;
      for (let i = 0; i < width; i++) {
        const paid = at(fee, i) + at(start, i) + at(outcome, i) + at(other, i) + at(cancellation, i);
        const code = at(endGround, i);
        const ended = at(endMonth, i);
        // People who had started and not yet found a job are served again elsewhere.
        const affected = code === 1 ? Math.max(0, at(starts, i) - at(jobOutcomes, i)) : 0;
        out[to.bill + i] = out[to.bill + i]! + affected * rebuyPence;
        if (at(referrals, i) === 0) out[to.paidWithNoReferral + i] = out[to.paidWithNoReferral + i]! + paid;
        out[to.postsLost + i] = out[to.postsLost + i]! + lost(ended, at(released, i));
        if (code === 1) out[to.handedBack + i] = 1;
        if (code > 1) out[to.terminated + i] = 1;
        const before = out[to.endMonth + i]!;
        if (ended > 0) out[to.ended + i] = 1;
        if (ended > 0 && ended < lastReferralMonth) out[to.endedInReferrals + i] = 1;
        if (ended > 0 && (before === 0 || ended < before)) out[to.endMonth + i] = ended;
      }
      if (several) writeContract(ledger, k);
    }
    for (let i = 0; i < width; i++) {
      const paid =
        out[to.serviceFee + i]! +
        out[to.startFee + i]! +
        out[to.outcomePayment + i]! +
        out[to.otherPayment + i]! +
        out[to.cancellationFee + i]!;
      out[to.payment + i] = paid;
      out[to.bill + i] = out[to.bill + i]! + paid + leverCost;
    }

    function writeContract(ledger: ReadonlyMap<string, Column>, k: number): void {
      const payment = place(contractColumn(k, "payment"));
      const margin = place(contractColumn(k, "margin"));
      copyInto(out, place(contractColumn(k, "referrals")), ledger.get("referrals"), width);
      copyInto(out, place(contractColumn(k, "jobOutcomes")), ledger.get("jobOutcomes"), width);
      out.fill(0, payment, payment + width);
      for (const name of sums.slice(0, 5)) addInto(out, payment, ledger.get(name)!, width);
      for (let i = 0; i < width; i++) out[margin + i] = out[payment + i]! - at(ledger.get("cost")!, i);
    }
  };
}

function copyInto(out: Float64Array, from: number, column: Column | undefined, width: number): void {
  if (column === undefined || column.uniform) out.fill(column?.value ?? 0, from, from + width);
  else out.set(column.data, from);
}

function addInto(out: Float64Array, from: number, column: Column, width: number): void {
  for (let i = 0; i < width; i++) out[from + i] = out[from + i]! + at(column, i);
}
