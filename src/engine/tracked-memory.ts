import { workOut } from "./amount.ts";
import { type AmountScope, amountOf } from "./compile-ruleset.ts";
import type { Condition } from "./condition.ts";
import { tidy } from "./money.ts";
import type { TrackedSpec, Window } from "./ruleset.ts";

/** What one path needs to know to work out a tracked fact this month. */
export type TrackedMonth = {
  /** The code of a fact this month. */
  readonly fact: (name: string) => number;
  readonly holds: (condition: Condition) => Promise<boolean>;
  readonly month: number;
  readonly firstOfContractYear: boolean;
  readonly firstOfFinancialYear: boolean;
};

/** Remembers one tracked fact along one path: each call is a month and gives the fact's code. */
export type TrackedMemory = (month: TrackedMonth) => Promise<number>;

/** Opens the memory of a tracked fact for one path: the twin of `compileTracked`. */
export function openTrackedMemory(spec: TrackedSpec, scope: AmountScope): TrackedMemory {
  if ("value" in spec) {
    const amount = amountOf(spec.value, scope);
    return async (month) => tidy(workOut(amount, month.fact));
  }
  if ("sum" in spec) {
    const amount = amountOf(spec.sum, scope);
    const total = openTotal(spec.over);
    return async (month) => total(month, workOut(amount, month.fact));
  }
  if ("count" in spec) {
    const total = openTotal(spec.over);
    return async (month) => total(month, (await month.holds(spec.count)) ? 1 : 0);
  }
  let kept = 0;
  if ("consecutive" in spec) {
    return async (month) => {
      kept = (await month.holds(spec.consecutive)) ? kept + 1 : 0;
      return kept;
    };
  }
  const condition = "latch" in spec ? spec.latch : spec.firstMonth;
  return async (month) => {
    if ((await month.holds(condition)) && kept === 0) kept = "latch" in spec ? 1 : month.month;
    return kept;
  };
}

function openTotal(over: Window | undefined): (month: TrackedMonth, amount: number) => number {
  if (typeof over === "object") {
    const last: number[] = [];
    return (_, amount) => {
      last.push(amount);
      if (last.length > over.months) last.shift();
      return last.reduce((sum, x) => sum + x, 0);
    };
  }
  let sum = 0;
  return (month, amount) => {
    if (over === "contractYear" && month.firstOfContractYear) sum = 0;
    if (over === "financialYear" && month.firstOfFinancialYear) sum = 0;
    sum += amount;
    return sum;
  };
}
