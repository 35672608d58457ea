import { beforeAll, expect, it } from "vitest";
import { type ReconcileInput, reconcile } from "../../../src/report/statement/reconcile.ts";
import { owedDisagreements } from "../../../src/sim/replay-check.ts";
import { shippedScenario } from "../../laws/shipped-scenarios.ts";
import { tell } from "./told-statement.ts";

let input: ReconcileInput;

beforeAll(async () => {
  const checked = shippedScenario("dps-2017");
  const { told, statement } = await tell(checked, 0, "reconcile", 2);
  const { lines, period } = statement();
  input = { checked, one: told.one, replay: told.replay, contract: 0, lines, period, last: period.to };
  expect(lines.length).toBeGreaterThan(3);
});

it("says every difference, all of them nothing", () => {
  const { contract, checks, amountsCompared } = reconcile(input);
  expect([contract, ...checks].map(({ differencePence }) => differencePence)).toEqual(
    [contract, ...checks].map(() => 0),
  );
  expect(contract.simulatedPence).toBe(input.one.ledger.payment);
  expect(amountsCompared).toBe(input.lines.length);
});

const change = (changes: Partial<ReconcileInput["lines"][number]>) => ({
  ...input,
  lines: input.lines.map((line, l) => (l === 1 ? { ...line, ...changes } : line)),
});

it("throws over a penny more, a line left out, a month too late, and a price that does not multiply", () => {
  const [, line] = input.lines;
  expect(() => reconcile(change({ pence: line!.pence + 1 }))).toThrow(
    /Total due over the contract: \d+ pence stated/,
  );
  expect(() => reconcile({ ...input, lines: input.lines.slice(1) })).toThrow(/does not reconcile/);
  expect(() => reconcile(change({ paidIn: line!.paidIn + 1 }))).toThrow(/Paid, month by month/);
  expect(() => reconcile(change({ month: line!.month + 1, paidIn: line!.paidIn }))).toThrow(
    /Due, clause by clause and month by month/,
  );
  const price = { quantity: 2, unit: "starts", ratePence: line!.pence, rounded: false };
  expect(() => reconcile(change({ price }))).toThrow(/Counts times prices/);
});

it("throws where the compiled simulation says otherwise, be it in one month alone", () => {
  const ledger = { ...input.one.ledger, payment: input.one.ledger.payment - 1 };
  expect(() => reconcile({ ...input, one: { ...input.one, ledger } })).toThrow(/Total due/);
  const cash = input.one.cash.map((pence, m) => (m === 5 ? pence + 1 : pence));
  expect(() => reconcile({ ...input, one: { ...input.one, cash } })).toThrow(/cash, month by month/);
  // A penny moved from one month to another leaves every total as it is.
  const owed = input.one.owed.map((all) =>
    all.map((each, e) => ({ ...each, pence: each.pence + (e === 0 ? 1 : e === 1 ? -1 : 0) })),
  );
  expect(() => reconcile({ ...input, one: { ...input.one, owed } })).toThrow(/Due, clause by clause/);
  expect(owedDisagreements(input.replay, owed)).toHaveLength(2);
  expect(owedDisagreements(input.replay, input.one.owed)).toEqual([]);
});
