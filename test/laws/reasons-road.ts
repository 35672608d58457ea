import type { Contract } from "../../src/engine/contract.ts";
import type { Evaluate } from "../../src/engine/evaluate.ts";
import { type ContractMonth, openContractMonths } from "../../src/engine/evaluate-contract.ts";
import { codeOf, type FactValue, factValueOf } from "../../src/engine/fact.ts";
import { round } from "../../src/engine/money.ts";
import type { MonthOfRows } from "./arbitrary-facts.ts";
import { priceScale, type RoadMonth } from "./kernel-road.ts";

/** Runs months of a contract through json-rules-engine, row by row; ends where rules are in conflict on any row. */
export async function reasonsRoad(
  contract: Contract,
  months: readonly MonthOfRows[],
  rows: number,
  evaluate: Evaluate,
  rounded = true,
): Promise<RoadMonth[]> {
  const results = months.map(() => ({
    columns: new Map<string, Float64Array>(),
    conflict: undefined as number | undefined,
  }));
  let until = months.length;
  for (let row = 0; row < rows; row++) {
    const run = openContractMonths(contract, evaluate, { priceScale, rounded });
    let end = { month: 0, ground: "none" };
    for (const [m, each] of months.slice(0, until).entries()) {
      const facts: Record<string, FactValue> = { endMonth: end.month, endGround: end.ground };
      for (const [name, column] of each.columns) {
        facts[name] = factValueOf(contract.facts.get(name)!, column[row]!);
      }
      const live = end.month === 0;
      let settled: ContractMonth;
      try {
        settled = await run({
          facts,
          live,
          firstOfContractYear: each.firstOfContractYear,
          firstOfFinancialYear: each.firstOfFinancialYear,
        });
      } catch (error) {
        if (!String(error).includes("ambiguous rules on")) throw error;
        results[m]!.conflict ??= row;
        // Other rows are still run up to this month, as one of them may come before in the same month.
        until = m + 1;
        break;
      }
      const put = (name: string, value: number) => {
        const { columns } = results[m]!;
        const column = columns.get(name) ?? new Float64Array(rows).fill(Number.NaN);
        columns.set(name, column);
        column[row] = value;
      };
      const settlement = settled.end !== undefined && live ? round(settled.settlement) : 0;
      let owed: number | undefined;
      for (const { ruleset, judgements, payments } of settled.rulesets) {
        for (const stage of ruleset.stages)
          for (const rule of stage.rules) put(`${ruleset.id}: ${rule.name}`, 0);
        for (const { rule, held } of judgements) put(`${ruleset.id}: ${rule}`, held ? 1 : 0);
        for (const [output, pence] of payments) {
          put(`${ruleset.id} pays ${output}`, pence);
          owed = owed === undefined ? pence : owed + pence;
        }
      }
      owed = owed === undefined ? settlement : owed + settlement;
      for (const [name, fact] of contract.facts) put(`fact ${name}`, codeOf(fact, settled.facts[name]!));
      put("settlement", settlement);
      put("owed", owed);
      put("end month before", end.month);
      put("end", settled.end === undefined ? -1 : contract.grounds.indexOf(settled.end));
      await settled.close(owed);
      if (live && settled.end !== undefined) end = { month: each.month, ground: settled.end };
    }
  }
  return results.slice(0, until);
}
