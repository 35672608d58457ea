import type { AmountSpec } from "../../src/engine/amount.ts";
import { policy, type Rule, scenario } from "./endings.ts";
import { runModel } from "./run-model.ts";
import { pays, plain, pounds, type Terms, terms, where } from "./terms.ts";

/** What one path saw and what a term read, month by month (place 0 is month 1). */
export type PathMonths = { referrals: number[]; read: number[] };

/** How a clause is looked at: what it reads, the tracked facts that it declares, what else the model has. */
export type Probe = {
  amount: AmountSpec;
  tracked?: Terms["tracked"];
  facts?: Terms["facts"];
  when?: Rule["conditions"];
  money?: boolean;
  parts?: Record<string, unknown>;
  bound?: Terms[];
};

/**
 * Reads a number of a clause month by month and path by path, through what is paid: one policy for each month pays it
 * (£1 each, or the money itself) in that month only, beside £1 for each referral of the month.
 */
export function readMonthly(id: string, months: number, paths: number, probe: Probe): PathMonths[] {
  const onlyMonth = where("month", "equal", { fact: "shownMonth" });
  const shown = { shownMonth: plain(1, "month"), one: pounds(1) };
  const people = terms(
    "start-fee",
    "people",
    [pays("people", { mul: [{ param: "one" }, { fact: "referrals" }] }, { when: { all: [onlyMonth] } })],
    { parameters: shown },
  );
  const clause = terms(
    "limit",
    "clause",
    [
      pays("read", probe.money ? probe.amount : { mul: [{ param: "one" }, probe.amount] }, {
        when: { all: [onlyMonth, probe.when ?? { all: [] }] },
      }),
    ],
    { parameters: shown, tracked: probe.tracked ?? {}, facts: probe.facts ?? {} },
  );
  const bound = probe.bound ?? [];
  const { ledgers } = runModel(
    scenario(id, months, {
      ...probe.parts,
      rulesets: [people, clause, ...bound],
      policies: Array.from({ length: months }, (_, m) =>
        policy(`month-${m + 1}`, ["people", "clause", ...bound.map((b) => b.id)], { shownMonth: m + 1 }),
      ),
    }),
    { paths, seed: id },
  );
  const boundOthers = bound.filter((b) => !["start-fee", "service-fee", "outcome-payment"].includes(b.kind));
  if (boundOthers.length > 0) throw new Error("a bound ruleset must not pay under the column that is read");
  const column = (name: string, path: number, scale: number) =>
    Array.from({ length: months }, (_, m) => ledgers[`month-${m + 1}`]![name]![path]! / scale);
  return Array.from({ length: paths }, (_, path) => ({
    referrals: column("startFee", path, 100),
    read: column("otherPayment", path, probe.money ? 1 : 100),
  }));
}
