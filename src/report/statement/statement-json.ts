import { monthMark } from "./calendar.ts";
import type { Check } from "./reconcile.ts";
import type { Balance, OwnMonth, Statement, StatementLine, StatementYear } from "./statement.ts";
import { poundsOf } from "./statement-csv.ts";
import { workingWords } from "./statement-words.ts";

/** What `riskshare statement --json` prints; money in pounds, months of the contract from 1 and of the calendar as 2017-06. */
export function statementJson(of: Statement) {
  const { contractStart, sources, reconciliation } = of;
  const { period, contract, checks, amountsCompared } = reconciliation;
  return {
    schema: "riskshare.statement/1" as const,
    ...of.about,
    contractStart,
    paymentTermDays: of.paymentTermDays,
    period: of.period,
    lines: of.lines.map((line) => lineJson(line, of)),
    months: of.months.map(({ month, due, paid, end, own, ...balance }) => ({
      month,
      calendarMonth: monthMark(contractStart, month),
      ...balanceJson(balance),
      dueLines: due,
      paidLines: paid,
      end,
      ...(own && { own: ownJson(own) }),
    })),
    clauses: of.clauses.map(({ clause, item, yearsPence, pence }) => ({
      clause,
      item,
      byContractYear: yearsPence.map(poundsOf),
      due: poundsOf(pence),
    })),
    contractYears: of.contractYears.map(yearJson),
    financialYears: of.financialYears.map(yearJson),
    sources,
    reconciliation: {
      period: balanceJson(period),
      contract: checkJson(contract),
      checks: checks.map(checkJson),
      amountsCompared,
    },
  };
}

function lineJson(line: StatementLine, { contractStart, sources }: Statement) {
  const { number, month, paidIn, ruleset, clause, kind, output, item, pence, price, why } = line;
  return {
    line: number,
    month,
    calendarMonth: monthMark(contractStart, month),
    ruleset,
    clause,
    kind,
    output,
    item,
    quantity: price?.quantity ?? null,
    unit: price?.unit ?? null,
    rate: price === undefined ? null : poundsOf(price.ratePence),
    amount: poundsOf(pence),
    working: workingWords(line),
    why,
    paidIn,
    paidInCalendarMonth: monthMark(contractStart, paidIn),
    source: line.sources.map((s) => sources[s]!),
  };
}

function balanceJson(of: Balance) {
  return {
    broughtForward: poundsOf(of.broughtForwardPence),
    due: poundsOf(of.duePence),
    paid: poundsOf(of.paidPence),
    carriedForward: poundsOf(of.carriedForwardPence),
  };
}

function yearJson({ period: { name, from, to }, ...balance }: StatementYear) {
  return { name, from, to, ...balanceJson(balance) };
}

function ownJson({ costs, costPence, interestPence, cashPence, marginToDatePence }: OwnMonth) {
  return {
    costs: Object.fromEntries(costs.map(({ kind, pence }) => [kind, poundsOf(pence)])),
    cost: poundsOf(costPence),
    interest: poundsOf(interestPence),
    cash: poundsOf(cashPence),
    marginToDate: poundsOf(marginToDatePence),
  };
}

function checkJson({ what, statedPence, simulatedPence, differencePence }: Check) {
  return {
    what,
    stated: poundsOf(statedPence),
    simulated: poundsOf(simulatedPence),
    difference: poundsOf(differencePence),
  };
}
