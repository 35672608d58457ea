import { callOffsOf } from "../sim/call-offs.ts";
import type { CheckedScenario } from "../sim/check-scenario.ts";
import {
  budgetYears,
  contractColumn,
  contractColumns,
  type LedgerColumn,
  ledgerColumns,
  yearColumn,
} from "../sim/ledger-columns.ts";

export type DrawsUnit = "pounds" | "people" | "month" | "posts" | "1 or 0";

/** A column of a table of draws: what it is called there, where its numbers are, and what it means. */
export type DrawsColumn = {
  readonly name: string;
  readonly column: string;
  readonly unit: DrawsUnit;
  readonly sentence: string;
  /** Is 0 in the ledger nothing, and the cell empty? */
  readonly noneAtZero?: boolean;
};

/** What every row begins with. */
export const drawsKeys = [
  ["future", "the number of the simulated future, from 1; the same one under every policy"],
  ["policy", "id of the policy"],
  ["priceScale", "what unit prices are multiplied by on this basis; 1 at the same unit prices"],
] as const;

const meanings: Record<LedgerColumn, readonly [unit: DrawsUnit, sentence: string]> = {
  margin: ["pounds", "what the provider is paid less all that it spends"],
  npv: ["pounds", "the margin with later pounds discounted to the contract's start"],
  peakFunding: ["pounds", "the most that the provider's cash was below 0 at the end of a month"],
  peakFundingMonth: ["month", "the month of that, from 1; empty where cash was never below 0"],
  payment: ["pounds", "all that the provider is paid: the five that follow the bill, together"],
  bill: ["pounds", "the payment, the cost of levers and of buying again after a hand-back"],
  serviceFee: ["pounds", "paid by rulesets of kind service-fee"],
  startFee: ["pounds", "paid by rulesets of kind start-fee"],
  outcomePayment: ["pounds", "paid by rulesets of kind outcome-payment"],
  otherPayment: ["pounds", "paid by kinds volume, indexation, adjustment and limit; negative takes back"],
  cancellationFee: ["pounds", "paid for an early end"],
  referrals: ["people", "referred and accepted"],
  starts: ["people", "who started"],
  jobOutcomes: ["people", "who reached a job outcome, claimed or not, also after an end"],
  terminated: ["1 or 0", "1 where a rule ended the contract early"],
  handedBack: ["1 or 0", "1 where the provider ran out of cash and handed it back"],
  endMonth: ["month", "the month after which it ended early, from 1; empty where it did not"],
  ended: ["1 or 0", "1 where it ended early, by a rule or a hand-back"],
  endedInReferrals: ["1 or 0", "1 where it did so before the last referral month"],
  paidWithNoReferral: ["pounds", "the payment where nobody was referred, else 0"],
  postsLost: ["posts", "released because too few came, or lost with an early end"],
  overBudget: ["1 or 0", "1 where a financial year cost more than its budget; empty without a budget"],
};

const ofContract: Record<(typeof contractColumns)[number], readonly [unit: DrawsUnit, sentence: string]> = {
  margin: ["pounds", "its margin, before the cost of capital"],
  payment: ["pounds", "all that is paid for it"],
  referrals: ["people", "referred to it and accepted"],
  jobOutcomes: ["people", "who reached a job outcome in it"],
};

/** The name of a column: money says so, all else counts what its name says. */
function named(name: string, unit: DrawsUnit): string {
  return unit === "pounds" ? `${name}_pounds` : name;
}

/** The columns that draws of every scenario have. */
export const commonDrawsColumns: readonly DrawsColumn[] = ledgerColumns.map((column) => {
  const [unit, sentence] = meanings[column];
  return { name: named(column, unit), column, unit, sentence, noneAtZero: unit === "month" };
});

/** The columns of a scenario's draws: those of all, its financial years, and each of several contracts by its id. */
export function drawsColumns(checked: CheckedScenario): DrawsColumn[] {
  const years = budgetYears(checked);
  const contracts = checked.contracts.length === 0 ? [] : callOffsOf(checked);
  return [
    ...commonDrawsColumns,
    ...years.map((year): DrawsColumn => {
      const sentence = `what fell due from April ${year} to March ${year + 1}`;
      return { name: `owed_${year}_pounds`, column: yearColumn(year), unit: "pounds", sentence };
    }),
    ...contracts.flatMap(({ id }, place) =>
      contractColumns.map((name): DrawsColumn => {
        const [unit, sentence] = ofContract[name];
        return { name: `${id}.${named(name, unit)}`, column: contractColumn(place, name), unit, sentence };
      }),
    ),
  ];
}

/** What a ledger's number says in a cell: money in pounds, nothing where there is nothing. */
export function drawnValue(
  { column, unit, noneAtZero }: DrawsColumn,
  value: number,
  hasBudget: boolean,
): number | null {
  if (noneAtZero && value === 0) return null;
  if (column === "overBudget" && !hasBudget) return null;
  return unit === "pounds" ? value / 100 : value;
}
