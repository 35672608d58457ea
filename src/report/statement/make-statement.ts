import { callOffsOf } from "../../sim/call-offs.ts";
import type { CheckedScenario } from "../../sim/check-scenario.ts";
import type { ToldPath } from "../told-path.ts";
import { balanceOf, sumPence } from "./balance.ts";
import { lastPossibleMonth } from "./last-month.ts";
import { ownMonths } from "./own-months.ts";
import { type AskedPeriod, type Period, periodOf, yearsWithin } from "./period.ts";
import { reconcile } from "./reconcile.ts";
import type { Statement, StatementClause, StatementLine, StatementYear } from "./statement.ts";
import { statementLines } from "./statement-lines.ts";

export type StatementOptions = {
  readonly period: AskedPeriod;
  /** Shows the provider's own costs and cash. */
  readonly withCosts: boolean;
};

/** Puts a future that both roads agree on into a statement of one contract; throws where its sums are not the simulation's. */
export function makeStatement(
  checked: CheckedScenario,
  { one, replay, explained }: ToldPath,
  contractPlace: number,
  { period: asked, withCosts }: StatementOptions,
): Statement {
  const callOff = callOffsOf(checked)[contractPlace]!.checked;
  const { contract } = callOff.policies[one.policyPlace]!;
  const { contractStart } = callOff.scenario;
  const wholePence = callOff.scenario.counts === "drawn";
  const { lines, sources } = statementLines(
    contract,
    replay.contracts[contractPlace]!.months.map((replayed, m) => ({
      replayed,
      explained: explained.months[m]!,
    })),
    { priceScale: one.priceScale, rounded: wholePence },
  );
  const last = lastPossibleMonth(checked, one.policyPlace, contractPlace);
  const lastPaid = Math.max(callOff.timeline.lastMonth, ...lines.map(({ paidIn }) => paidIn));
  const period = periodOf(asked, contractStart, asked.kind === "contract" ? lastPaid : last);
  const own = withCosts ? ownMonths(checked, replay, contractPlace, lines, last) : undefined;
  const {
    schema: _,
    months: told,
    afterwards: __,
    totals: ___,
    decisions: ____,
    summary: _____,
    ...about
  } = explained;
  const years = (kind: "contractYear" | "financialYear") =>
    yearsWithin(period, kind, contractStart).map(
      (year): StatementYear => ({ period: year.period, ...balanceOf(lines, year.period) }),
    );
  const contractYears = years("contractYear");
  const within = ({ from, to }: Period, month: number) => month >= from && month <= to;
  return {
    about,
    contractStart,
    paymentTermDays: callOff.scenario.contract.paymentTermDays,
    wholePence,
    period,
    lines: lines.filter(({ month, paidIn }) => within(period, month) || within(period, paidIn)),
    months: Array.from({ length: period.to - period.from + 1 }, (_, m) => {
      const month = period.from + m;
      return {
        month,
        ...balanceOf(lines, { from: month, to: month }),
        due: lines.filter((line) => line.month === month).map(({ number }) => number),
        paid: lines.filter((line) => line.paidIn === month).map(({ number }) => number),
        end: told[month - 1]?.end ?? null,
        own: own?.[month - 1],
      };
    }),
    clauses: clausesOf(lines, contractYears),
    contractYears,
    financialYears: years("financialYear"),
    sources,
    reconciliation: reconcile({ checked, one, replay, contract: contractPlace, lines, period, last }),
  };
}

function clausesOf(lines: readonly StatementLine[], years: readonly StatementYear[]): StatementClause[] {
  const keyOf = ({ ruleset, output }: StatementLine) => `${ruleset} ${output}`;
  return [...new Set(lines.map(keyOf))].flatMap((key) => {
    const own = lines.filter((line) => keyOf(line) === key);
    const yearsPence = years.map(({ period }) => balanceOf(own, period).duePence);
    const { clause, item } = own[0]!;
    const duesInPeriod = own.some(({ month }) =>
      years.some(({ period: p }) => month >= p.from && month <= p.to),
    );
    return duesInPeriod
      ? [{ clause, item, yearsPence, pence: sumPence(yearsPence.map((pence) => ({ pence }))) }]
      : [];
  });
}
