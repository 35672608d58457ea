import { describe, expect, it } from "vitest";
import { riskContext } from "../../../src/sim/compare.ts";
import { columnsRead } from "../../../src/sim/risk/columns-read.ts";
import type { LedgerColumns } from "../../../src/sim/risk/ledger-columns.ts";
import { measurePolicy, measuringPolicy } from "../../../src/sim/risk/measure-policy.ts";
import { metrics } from "../../../src/sim/risk/metrics.ts";
import { simulateHere } from "../../../src/sim/simulate-here.ts";
import { atOnce } from "../../../src/sim/turns.ts";
import { shippedScenario } from "../../laws/shipped-scenarios.ts";

const paths = 600;
const seed = "columns";

describe("a run that keeps what a measure reads", () => {
  it("names each column once, and those that others are worked out of", () => {
    expect(columnsRead(["meanMargin", "probabilityOfLoss", "expectedShortfall95"])).toEqual(["margin"]);
    expect(columnsRead(["meanOwedInYear2018"])).toEqual(["owed[2018]"]);
    expect(columnsRead([])).toEqual([]);
  });

  it("gives the estimates of a run that keeps all, measure by measure, on the same futures", async () => {
    const checked = shippedScenario("dps-2017");
    const policies = [{ place: 3, priceScale: 1.02 }];
    const context = riskContext(checked, 3, 1.02, paths);
    const [whole] = await simulateHere(checked, policies, paths, { seed });
    const expected = measurePolicy(whole!, context);
    for (const id of [...metrics.map((metric) => metric.id), ...Object.keys(expected)]) {
      const columns = columnsRead([id]);
      if (columns.length === 0) continue;
      const [few] = await simulateHere(checked, policies, paths, { seed, columns });
      expect(Object.keys(few!)).toEqual(columns);
      const alone = atOnce(measuringPolicy(few as LedgerColumns, context, undefined, [id]));
      expect(alone, id).toEqual(expected[id] === undefined ? {} : { [id]: expected[id] });
    }
  });
});
