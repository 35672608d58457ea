import { expect, test } from "vitest";
import { policy, scenario } from "./endings.ts";
import { certain, library } from "./library.ts";
import { runModel } from "./run-model.ts";

// The value called off beside a cap or a collar: neither undoes the other, and what one took off is not taken off again,
// so that the lesser of the two is paid: in month 13, as what both took off in one month is given back in the next.
// £2,000 a month for a year.
test.each([
  [15_000, 18_000],
  [18_000, 18_000],
  [21_000, 18_000],
])("a cap of £%d and a value of £%d pay the lesser", (cap, value) => {
  const caps = ["payment-cap", "collar"];
  const { ledgers } = runModel(
    scenario("limits-together", 12, {
      contract: { calledOffValue: value, lastMonth: 13 },
      volume: certain(20),
      rulesets: library("per-start", "value-called-off", ...caps),
      parameters: { startPrice: 100, totalCap: cap, collarCap: cap, collarFloor: 0 },
      policies: caps.map((id) => policy(id, ["per-start", "value-called-off", id])),
    }),
    { paths: 1 },
  );
  for (const id of caps) expect(ledgers[id]!.payment[0], id).toBe(100 * Math.min(cap, value));
});
