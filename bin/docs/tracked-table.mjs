import { contractFacts } from "../../src/engine/contract-facts.ts";
import { openEvaluate, stageOfCondition } from "../../src/engine/evaluate.ts";
import { factValueOf } from "../../src/engine/fact.ts";
import { openTrackedMemory } from "../../src/engine/tracked-memory.ts";
import { spelled, table } from "./markdown.mjs";

export async function trackedTable() {
  const referrals = [0, 3, 0, 0, 5, 1];
  const nobody = { fact: "referrals", operator: "equal", value: 0 };
  const some = { fact: "referrals", operator: "greaterThan", value: 0 };
  const specs = [
    { value: { mul: [2, { fact: "referrals" }] } },
    { sum: { fact: "referrals" } },
    { sum: { fact: "referrals" }, over: "financialYear" },
    { sum: { fact: "referrals" }, over: { months: 3 } },
    { count: nobody },
    { count: nobody, over: { months: 2 } },
    { consecutive: nobody },
    { latch: some },
    { firstMonth: some },
  ];
  const scope = { fact: (name) => contractFacts.get(name), param: () => 0 };
  const evaluate = openEvaluate();
  const rows = [];
  for (const spec of specs) {
    const memory = openTrackedMemory(spec, scope);
    const values = [];
    for (const [m, made] of referrals.entries()) {
      const value = await memory({
        fact: () => made,
        holds: async (condition) =>
          (await evaluate(stageOfCondition(condition), { referrals: made }))[0].held,
        month: m + 1,
        firstOfContractYear: m === 0,
        firstOfFinancialYear: m === 3,
      });
      values.push("latch" in spec ? (factValueOf({ type: "boolean" }, value) ? "yes" : "no") : value);
    }
    rows.push([spelled(spec), ...values]);
  }
  const head = ["declared", "Jan", "Feb", "Mar", "Apr", "May", "Jun"];
  return table(head, [["referrals of the month", ...referrals], ...rows]);
}
