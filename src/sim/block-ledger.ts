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
    lost: own.scenario.costs.posts && openPostsLost(own.scenario, own.timeline),
    lastReferralMonth: own.timeline.lastReferralMonth,
    rebuyPence: Math.round((own.scenario.commissioner.rebuyCostPerParticipant?.mean ?? 0) * 100),
  }));
  const names = columnsOfRun(checked);
  const place = (name: string) => names.indexOf(name) * width;
  const from = Object.fromEntries(ledgerColumns.map((name) => [name, place(name)])) as Record<
    LedgerColumn,
    number
  >;
  const several = checked.contracts.length > 0;
  const years = budgetYears(checked).map(yearColumn);

  return ({ provider, contracts }, worlds, leverCost, out) => {
    for (const name of provided) copyInto(out, from[name], provider.get(name), width);
    for (const name of sums) copyInto(out, from[name], contracts[0]!.get(name), width);
    for (const contract of contracts.slice(1))
      for (const name of sums) addInto(out, from[name], contract.get(name)!, width);
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
    for (const name of added) out.fill(0, from[name], from[name] + width);
    for (const [k, ledger] of contracts.entries()) {
      const of = callOffs[k]!;
      noteEnds(ledger, of.lastReferralMonth, out);
      if (of.rebuyPence > 0) addRebuy(ledger, of.rebuyPence, out);
      addPaidForNobody(ledger, out);
      if (of.lost !== undefined) {
        const ended = ledger.get("endMonth")!;
        const released = worlds[k]!.costs.postsReleased;
        const to = from.postsLost;
        for (let i = 0; i < width; i++) out[to + i] = out[to + i]! + of.lost(at(ended, i), at(released, i));
      }
      if (several) writeContract(ledger, k);
    }
    addUp(leverCost, out);

    function writeContract(ledger: ReadonlyMap<string, Column>, k: number): void {
      const payment = place(contractColumn(k, "payment"));
      const margin = place(contractColumn(k, "margin"));
      copyInto(out, place(contractColumn(k, "referrals")), ledger.get("referrals"), width);
      copyInto(out, place(contractColumn(k, "jobOutcomes")), ledger.get("jobOutcomes"), width);
      out.fill(0, payment, payment + width);
      for (const name of sums.slice(0, 5)) addInto(out, payment, ledger.get(name)!, width);
      const cost = ledger.get("cost")!;
      for (let i = 0; i < width; i++) out[margin + i] = out[payment + i]! - at(cost, i);
    }
  };

  /** An end is the first of any contract's; most blocks of most policies have none. */
  function noteEnds(ledger: ReadonlyMap<string, Column>, lastReferralMonth: number, out: Float64Array): void {
    const endMonth = ledger.get("endMonth")!;
    const endGround = ledger.get("endGround")!;
    if (endMonth.uniform && endMonth.value === 0) return;
    for (let i = 0; i < width; i++) {
      const ended = at(endMonth, i);
      if (ended === 0) continue;
      out[(at(endGround, i) === 1 ? from.handedBack : from.terminated) + i] = 1;
      out[from.ended + i] = 1;
      if (ended < lastReferralMonth) out[from.endedInReferrals + i] = 1;
      const before = out[from.endMonth + i]!;
      if (before === 0 || ended < before) out[from.endMonth + i] = ended;
    }
  }

  /** After a hand-back people who had started and not yet found a job are served again elsewhere. */
  function addRebuy(ledger: ReadonlyMap<string, Column>, rebuyPence: number, out: Float64Array): void {
    const endGround = ledger.get("endGround")!;
    const starts = ledger.get("starts")!;
    const jobOutcomes = ledger.get("jobOutcomes")!;
    if (endGround.uniform && endGround.value !== 1) return;
    for (let i = 0; i < width; i++) {
      if (at(endGround, i) !== 1) continue;
      out[from.bill + i] = out[from.bill + i]! + Math.max(0, at(starts, i) - at(jobOutcomes, i)) * rebuyPence;
    }
  }

  function addPaidForNobody(ledger: ReadonlyMap<string, Column>, out: Float64Array): void {
    const referrals = ledger.get("referrals")!;
    if (referrals.uniform && referrals.value !== 0) return;
    const paid = sums.slice(0, 5).map((name) => ledger.get(name)!);
    for (let i = 0; i < width; i++) {
      if (at(referrals, i) !== 0) continue;
      const place = from.paidWithNoReferral + i;
      out[place] = out[place]! + paid.reduce((sum, column) => sum + at(column, i), 0);
    }
  }

  /** Payments are the sum of their kinds, and the bill is payments and levers on top of what was bought again. */
  function addUp(leverCost: number, out: Float64Array): void {
    const { serviceFee, startFee, outcomePayment, otherPayment, cancellationFee, payment, bill } = from;
    for (let i = 0; i < width; i++) {
      const paid =
        out[serviceFee + i]! +
        out[startFee + i]! +
        out[outcomePayment + i]! +
        out[otherPayment + i]! +
        out[cancellationFee + i]!;
      out[payment + i] = paid;
      out[bill + i] = out[bill + i]! + paid + leverCost;
    }
  }
}

function copyInto(out: Float64Array, from: number, column: Column | undefined, width: number): void {
  if (column === undefined || column.uniform) out.fill(column?.value ?? 0, from, from + width);
  else out.set(column.data, from);
}

function addInto(out: Float64Array, from: number, column: Column, width: number): void {
  for (let i = 0; i < width; i++) out[from + i] = out[from + i]! + at(column, i);
}
