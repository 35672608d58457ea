import { describe, expect, it } from "vitest";
import { round } from "../../../src/engine/money.ts";
import type { Statement } from "../../../src/report/statement/statement.ts";
import { callOffsOf } from "../../../src/sim/call-offs.ts";
import type { CheckedScenario } from "../../../src/sim/check-scenario.ts";
import { budgetYears, contractColumn, yearColumn } from "../../../src/sim/ledger-columns.ts";
import type { LedgerColumns } from "../../../src/sim/risk/ledger-columns.ts";
import { featureScenario, features } from "../../laws/feature-scenario.ts";
import { kernelLedgers, tellingPaths } from "../../laws/replayed-paths.ts";
import { shippedScenario } from "../../laws/shipped-scenarios.ts";
import { checkModel } from "../../models/run-model.ts";
import { somePaths, tell } from "./told-statement.ts";

// Every expected sum is a column of the compiled simulation, run by itself over 512 futures; the statement's lines are
// json-rules-engine's. Nothing is tolerated where amounts are whole pence.
const kindOf = (line: Statement["lines"][number]) =>
  line.output === "settlementPence"
    ? "cancellationFee"
    : ["serviceFee", "startFee", "outcomePayment"].includes(line.kind)
      ? line.kind
      : "otherPayment";
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
const pence = (lines: readonly { readonly pence: number }[]) => sum(lines.map((line) => line.pence));

/** All that a statement of a whole contract says, against the kernel's ledger of the same future. */
function expectKernels(checked: CheckedScenario, of: Statement, ledger: LedgerColumns, path: number, k = 0) {
  const at = (name: string) => ledger[name]![path]!;
  const several = checked.contracts.length > 0;
  const whole = of.wholePence;
  const same = (a: number, b: number) => (whole ? expect(a).toBe(b) : expect(a).toBeCloseTo(b, 3));
  same(pence(of.lines), several ? at(contractColumn(k, "payment")) : at("payment"));
  same(sum(of.months.map((month) => month.duePence)), pence(of.lines));
  same(sum(of.months.map((month) => month.paidPence)), pence(of.lines));
  for (const years of [of.contractYears, of.financialYears]) {
    same(sum(years.map((year) => year.duePence)), pence(of.lines));
    same(sum(years.map((year) => year.paidPence)), pence(of.lines));
  }
  same(sum(of.clauses.map((clause) => clause.pence)), pence(of.lines));
  if (!several) {
    for (const kind of ["serviceFee", "startFee", "outcomePayment", "otherPayment", "cancellationFee"])
      same(pence(of.lines.filter((line) => kindOf(line) === kind)), at(kind));
    for (const year of budgetYears(checked))
      same(
        sum(
          of.financialYears.filter(({ period }) => period.name.includes(`${year}-`)).map((y) => y.duePence),
        ),
        at(yearColumn(year)),
      );
  }
  // Month after month what is carried forward is brought forward.
  let owed = 0;
  for (const month of of.months) {
    same(month.broughtForwardPence, owed);
    owed = month.carriedForwardPence;
    same(month.broughtForwardPence + month.duePence - month.paidPence, owed);
    const due = of.lines.filter(({ number }) => month.due.includes(number));
    same(pence(due), month.duePence);
    expect(due.every((line) => line.month === month.month)).toBe(true);
    same(pence(of.lines.filter(({ number }) => month.paid.includes(number))), month.paidPence);
  }
  same(owed, 0);
  for (const { price, pence: amount } of of.lines)
    if (price !== undefined) expect(round(price.quantity * price.ratePence)).toBe(round(amount));
  const own = of.months.at(-1)!.own!;
  same(own.marginToDatePence, several ? at(contractColumn(k, "margin")) : at("margin"));
  if (!several) same(own.cashPence, at("margin"));
}

describe("a statement reconciles to the penny with the compiled simulation", () => {
  const seed = "statement";
  let clawbacks = 0;
  let settlements = 0;
  let products = 0;
  let later = 0;

  it.each([
    ["dps-2017", 1],
    ["standard-workload", 3],
    ["lse-60-40", 1],
    ["pathways-optimism", 1],
  ] as const)("%s, every policy", async (name, each) => {
    const checked = shippedScenario(name);
    for (const [place, ledger] of kernelLedgers(checked, seed, 512).entries()) {
      const ended = ledger.cancellationFee!.findIndex((fee) => fee > 0);
      for (const path of [...somePaths(each, 512, place), ...(ended < 0 ? [] : [ended])]) {
        const { statement, told } = await tell(checked, place, seed, path);
        const of = statement(undefined, true);
        expectKernels(checked, of, ledger, path);
        clawbacks += of.lines.filter((line) => line.pence < 0).length;
        settlements += of.lines.filter((line) => line.output === "settlementPence").length;
        products += of.lines.filter((line) => line.price !== undefined).length;
        const end = told.one.ledger.endMonth;
        later += of.lines.filter((line) => end > 0 && line.paidIn > end).length;
      }
    }
  });

  it("the last of several contracts", async () => {
    const checked = checkModel(featureScenario(["several contracts", "cost of capital"]));
    const contract = callOffsOf(checked).length - 1;
    expect(contract).toBeGreaterThan(0);
    for (const [place, ledger] of kernelLedgers(checked, seed, 512).entries()) {
      const { statement } = await tell(checked, place, seed, 100, { contract });
      const of = statement(undefined, true);
      expectKernels(checked, of, ledger, 100, contract);
      clawbacks += of.lines.filter((line) => line.pence < 0).length;
    }
  });

  it.each([["longer terms", "cost of capital"], ["expected counts"], ["suspension", "cost on early end"]])(
    "a contract with %s",
    async (...chosen) => {
      expect(chosen.every((name) => Object.hasOwn(features, name))).toBe(true);
      const checked = checkModel(featureScenario(chosen));
      for (const [place, ledger] of kernelLedgers(checked, seed, 512, 1.0371).entries()) {
        for (const path of tellingPaths(ledger, 1).slice(-3)) {
          const { statement } = await tell(checked, place, seed, path, { priceScale: 1.0371 });
          expectKernels(checked, statement(undefined, true), ledger, path);
        }
      }
    },
  );

  it("meets clawbacks, settlements, counts times prices, and payments after an end", () => {
    expect(Math.min(clawbacks, settlements, products, later)).toBeGreaterThan(3);
  });
});
