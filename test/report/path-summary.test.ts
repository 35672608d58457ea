import { expect, it } from "vitest";
import { pathSummary } from "../../src/report/path-summary.ts";
import { madeScenario } from "./made-comparison.ts";

const checked = madeScenario(["Any"], {
  delivery: {
    startRate: { value: 0.75, judgement: "most who are referred start" },
    stages: [{ id: "job", of: "starts", rate: 0.3, delayMonths: 1 }],
  },
});
const told = (jobOutcomes: number, claimedJobOutcomes: number) =>
  pathSummary(checked, checked.policies[0]!.contract, [], { starts: 8, jobOutcomes, claimedJobOutcomes })[0];

it("says which job outcomes were reached but not claimed, so that nothing was ever owed for them", () => {
  expect(told(1, 0)).toMatch(
    /8 starts, 1 job outcome \(reached but not claimed, so nothing is owed for it\)\.$/,
  );
  expect(told(3, 1)).toMatch(
    /3 job outcomes \(2 of them reached but not claimed, so nothing is owed for them\)\.$/,
  );
  expect(told(3, 3)).toMatch(/3 job outcomes\.$/);
});
