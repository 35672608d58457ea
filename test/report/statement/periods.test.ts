import { beforeAll, describe, expect, it } from "vitest";
import { calendarMonth, financialYearName, monthWords } from "../../../src/report/statement/calendar.ts";
import { periodOf, yearsWithin } from "../../../src/report/statement/period.ts";
import { kernelLedgers } from "../../laws/replayed-paths.ts";
import { shippedScenario } from "../../laws/shipped-scenarios.ts";
import { type Told, tell } from "./told-statement.ts";

describe("the calendar of a contract", () => {
  it("counts contract years from month 1 and financial years from April", () => {
    expect(calendarMonth("2017-07-01", 1)).toMatchObject({
      contractYear: 1,
      financialYear: 2017,
      monthOfYear: 7,
    });
    expect(calendarMonth("2017-07-01", 9)).toMatchObject({
      contractYear: 1,
      financialYear: 2017,
      monthOfYear: 3,
    });
    expect(calendarMonth("2017-07-01", 10)).toMatchObject({
      contractYear: 1,
      financialYear: 2018,
      monthOfYear: 4,
    });
    expect(calendarMonth("2017-07-01", 13)).toMatchObject({
      contractYear: 2,
      calendarYear: 2018,
      monthOfYear: 7,
    });
    expect(monthWords("2017-12-01", 2)).toBe("January 2018");
    expect([financialYearName(2017), financialYearName(1999)]).toEqual(["2017-18", "1999-00"]);
  });

  it("agrees with the simulation's own months", () => {
    const { scenario, timeline } = shippedScenario("dps-2017");
    for (const month of timeline.months) {
      const { contractYear, financialYear, monthOfYear } = calendarMonth(scenario.contractStart, month.month);
      expect({ contractYear, financialYear, monthOfYear }).toEqual({
        contractYear: month.contractYear,
        financialYear: month.financialYear,
        monthOfYear: month.monthOfYear,
      });
    }
  });

  it("cuts years to the months that there are", () => {
    const years = yearsWithin({ from: 1, to: 14 }, "financialYear", "2017-07-01");
    expect(years.map(({ number, period }) => [number, period.from, period.to])).toEqual([
      [2017, 1, 9],
      [2018, 10, 14],
    ]);
    expect(periodOf({ kind: "contractYear", number: 2 }, "2017-07-01", 14)).toMatchObject({
      from: 13,
      to: 14,
    });
    expect(() => periodOf({ kind: "contractYear", number: 3 }, "2017-07-01", 14)).toThrow(/not among/);
  });
});

describe("statements of parts of a contract", () => {
  const seed = "periods";
  let paid: Told;
  let ended: { readonly told: Told; readonly month: number; readonly fee: number };

  beforeAll(async () => {
    const checked = shippedScenario("dps-2017");
    const place = (id: string) => checked.policies.findIndex(({ spec }) => spec.id === id);
    const ledgers = kernelLedgers(checked, seed, 512);
    const most = ledgers[place("today")]!.payment!;
    paid = await tell(checked, place("today"), seed, most.indexOf(Math.max(...most)));
    const { cancellationFee, endMonth } = ledgers[place("both")]!;
    const path = cancellationFee!.findIndex((fee) => fee > 0);
    ended = {
      told: await tell(checked, place("both"), seed, path),
      month: endMonth![path]!,
      fee: cancellationFee![path]!,
    };
  });

  it("add up to the whole, each opening with what the one before left owed", () => {
    const whole = paid.statement();
    const last = whole.period.to;
    for (const kind of ["contractYear", "financialYear", "month"] as const) {
      const numbers =
        kind === "month"
          ? Array.from({ length: last }, (_, m) => m + 1)
          : yearsWithin(whole.period, kind, whole.contractStart).map(({ number }) => number);
      const parts = numbers.map((number) => paid.statement({ kind, number }));
      let owed = 0;
      for (const { reconciliation } of parts) {
        expect(reconciliation.period.broughtForwardPence).toBe(owed);
        owed = reconciliation.period.carriedForwardPence;
      }
      expect(owed).toBe(0);
      const due = parts.reduce((sum, part) => sum + part.reconciliation.period.duePence, 0);
      expect(due).toBe(whole.reconciliation.contract.simulatedPence);
      // Lines keep their number, and each falls due in one part.
      const numbersOfLines = parts.flatMap((part) => part.months.flatMap((month) => month.due));
      expect(numbersOfLines).toEqual(whole.lines.map(({ number }) => number));
    }
  });

  it("a part shows lines of before that are paid in it, and no clause under which nothing fell due", () => {
    const later = paid.statement().lines.find((line) => line.paidIn > line.month)!;
    const part = paid.statement({ kind: "month", number: later.paidIn });
    expect(part.lines).toContainEqual(later);
    expect(part.months[0]!.paid).toContain(later.number);
    expect(part.months[0]!.due).not.toContain(later.number);
    const due = part.lines.filter((line) => line.month === later.paidIn);
    expect(part.clauses.map(({ item }) => item).sort()).toEqual(
      [...new Set(due.map(({ item }) => item))].sort(),
    );
  });

  it("the fee of an early end falls due in the month of the end and is paid by its term", () => {
    const of = ended.told.statement();
    const fees = of.lines.filter(({ output }) => output === "settlementPence");
    expect(fees).toMatchObject([{ month: ended.month, pence: ended.fee, item: "cancellation fee" }]);
    expect(fees[0]!.paidIn).toBeGreaterThan(ended.month);
    expect(fees[0]!.why).toContain("is due as the contract ended");
    expect(of.months[ended.month - 1]!.end).not.toBeNull();
    expect(of.months.filter(({ end }) => end !== null)).toHaveLength(1);
    expect(fees[0]!.sources.map((s) => of.sources[s]!.document).length).toBeGreaterThan(0);
  });
});
