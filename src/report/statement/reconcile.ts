import { round } from "../../engine/money.ts";
import type { CheckedScenario } from "../../sim/check-scenario.ts";
import { budgetYears, contractColumn, yearColumn } from "../../sim/ledger-columns.ts";
import type { OnePath } from "../../sim/one-path.ts";
import type { Replay } from "../../sim/replay.ts";
import { balanceOf, sumPence } from "./balance.ts";
import { calendarMonth, financialYearName } from "./calendar.ts";
import { type Period, yearsWithin } from "./period.ts";
import type { Balance, StatementLine } from "./statement.ts";

/** Two ways to one amount, in pence; of amounts compared one by one the difference is the sum of their differences. */
export type Check = {
  readonly what: string;
  readonly statedPence: number;
  readonly simulatedPence: number;
  readonly differencePence: number;
};

/** The sums of a statement held against what the simulation left. */
export type Reconciliation = {
  readonly period: Balance;
  /** What fell due over the whole contract. */
  readonly contract: Check;
  readonly checks: readonly Check[];
  /** Amounts of single months and clauses that were compared one by one with the compiled simulation. */
  readonly amountsCompared: number;
};

export type ReconcileInput = {
  readonly checked: CheckedScenario;
  readonly one: Pick<OnePath, "ledger" | "owed" | "cash">;
  readonly replay: Replay;
  /** The contract's place, from 0. */
  readonly contract: number;
  /** All lines of the contract. */
  readonly lines: readonly StatementLine[];
  readonly period: Period;
  /** The last month in which anything can be due or paid. */
  readonly last: number;
};

/**
 * Holds a statement against both ways of calculation: the compiled simulation's amounts month by month and its totals,
 * and json-rules-engine's receipts. Throws where anything differs by half a penny: such a statement would be worse than none.
 */
export function reconcile(input: ReconcileInput): Reconciliation {
  const { checked, one, contract: k, lines, period, last } = input;
  const several = checked.contracts.length > 0;
  const total = several ? one.ledger[contractColumn(k, "payment")]! : one.ledger.payment;
  const contract = check("Total due over the contract", sumPence(lines), total);
  const own = balanceOf(lines, period);
  const end = balanceOf(lines, { from: 1, to: last });
  const checks = [
    dueOneByOne(lines, one.owed[k]!),
    paidMonthByMonth(input),
    check("Owed after the last payment", end.carriedForwardPence, 0),
    check(
      "Opening owed, and due less paid",
      own.broughtForwardPence + own.duePence - own.paidPence,
      own.carriedForwardPence,
    ),
    ...(["contractYear", "financialYear"] as const).map((kind) => yearsTogether(input, kind)),
    check(
      "Counts times prices",
      lines.reduce(
        (sum, { price, pence }) => sum + (price ? round(price.quantity * price.ratePence) : pence),
        0,
      ),
      lines.reduce((sum, { price, pence }) => sum + (price ? round(pence) : pence), 0),
    ),
    ...(several ? [] : [...kindTotals(lines, one), ...budgetYearTotals(input), cashMonthByMonth(input)]),
  ];
  const failed = [contract, ...checks].filter(({ differencePence }) => !(Math.abs(differencePence) < 0.5));
  if (failed.length > 0)
    throw new Error(
      `the statement does not reconcile with the simulation: ${failed
        .map((f) => `${f.what}: ${f.statedPence} pence stated, ${f.simulatedPence} simulated`)
        .join("; ")}`,
    );
  return { period: own, contract, checks, amountsCompared: one.owed[k]!.length };
}

function check(what: string, statedPence: number, simulatedPence: number): Check {
  return { what, statedPence, simulatedPence, differencePence: statedPence - simulatedPence };
}

/** Amounts by name from two sides: the difference is that of all of them, so that none makes up for another. */
function oneByOne(
  what: string,
  stated: ReadonlyMap<string, number>,
  simulated: ReadonlyMap<string, number>,
): Check {
  const names = new Set([...stated.keys(), ...simulated.keys()]);
  const sum = (amounts: Iterable<number>) => [...amounts].reduce((a, b) => a + b, 0);
  return {
    what,
    statedPence: sum(stated.values()),
    simulatedPence: sum(simulated.values()),
    differencePence: sum(
      [...names].map((name) => Math.abs((stated.get(name) ?? 0) - (simulated.get(name) ?? 0))),
    ),
  };
}

function dueOneByOne(lines: readonly StatementLine[], owed: OnePath["owed"][number]): Check {
  const key = (month: number, ruleset: string, output: string) =>
    output === "settlementPence" ? `${month} ${output}` : `${month} ${ruleset} ${output}`;
  return oneByOne(
    "Due, clause by clause and month by month",
    new Map(lines.map(({ month, ruleset, output, pence }) => [key(month, ruleset, output), pence])),
    new Map(owed.map(({ month, ruleset, output, pence }) => [key(month, ruleset, output), pence])),
  );
}

/** What the replay received in each month; after the months with rules only a single contract's is known. */
function paidMonthByMonth({ checked, replay, contract, lines }: ReconcileInput): Check {
  const { months } = replay.contracts[contract]!;
  const received = [...months, ...(checked.contracts.length > 0 ? [] : replay.afterwards)];
  const lastKnown = checked.contracts.length > 0 ? months.length : Number.POSITIVE_INFINITY;
  const paid = new Map<string, number>();
  for (const { paidIn, pence } of lines)
    if (paidIn <= lastKnown) paid.set(`${paidIn}`, (paid.get(`${paidIn}`) ?? 0) + pence);
  return oneByOne("Paid, month by month", paid, new Map(received.map((m) => [`${m.month}`, m.received])));
}

function yearsTogether(
  { checked, lines, last }: ReconcileInput,
  kind: "contractYear" | "financialYear",
): Check {
  const years = yearsWithin({ from: 1, to: last }, kind, checked.scenario.contractStart);
  const due = years.reduce((sum, { period }) => sum + balanceOf(lines, period).duePence, 0);
  const what = kind === "contractYear" ? "Contract years together" : "Financial years together";
  return check(what, due, sumPence(lines));
}

const kinds = [
  ["serviceFee", "Service fees"],
  ["startFee", "Start fees"],
  ["outcomePayment", "Outcome payments"],
  ["otherPayment", "Other payments"],
  ["cancellationFee", "Cancellation fee"],
] as const;

function kindTotals(lines: readonly StatementLine[], { ledger }: ReconcileInput["one"]): Check[] {
  const columnOf = ({ kind, output }: StatementLine) => {
    if (output === "settlementPence") return "cancellationFee";
    return kinds.some(([column]) => column === kind) ? kind : "otherPayment";
  };
  return kinds.map(([column, what]) =>
    check(what, sumPence(lines.filter((line) => columnOf(line) === column)), ledger[column]),
  );
}

/** Of a scenario with a budget the simulation keeps what fell due in each financial year. */
function budgetYearTotals({ checked, lines, one }: ReconcileInput): Check[] {
  const { contractStart } = checked.scenario;
  return budgetYears(checked).map((year) => {
    const own = lines.filter(({ month }) => calendarMonth(contractStart, month).financialYear === year);
    return check(`Due in ${financialYearName(year)}`, sumPence(own), one.ledger[yearColumn(year)]!);
  });
}

/** The provider's cash as lines paid, cost and cost of capital leave it, beside the compiled simulation's. */
function cashMonthByMonth({ replay, lines, one }: ReconcileInput): Check {
  const stated = new Map<string, number>();
  let cash = 0;
  for (const month of [
    ...replay.contracts[0]!.months,
    ...replay.afterwards.map((m) => ({ ...m, cost: 0 })),
  ]) {
    cash += sumPence(lines.filter(({ paidIn }) => paidIn === month.month)) - month.cost - month.interest;
    stated.set(`${month.month}`, cash);
  }
  const simulated = new Map(one.cash.map((pence, m) => [`${m + 1}`, pence]));
  const found = oneByOne("The provider's cash, month by month", stated, simulated);
  // The sum of balances means nothing: the last one is the margin.
  return { ...found, statedPence: cash, simulatedPence: one.ledger.margin };
}
