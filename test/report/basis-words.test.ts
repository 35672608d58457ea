import { expect, test } from "vitest";
import { basisMeaning, basisPhrase } from "../../src/report/basis-words.ts";
import { comparisonText } from "../../src/report/comparison-text.ts";
import { madeComparison, madeScenario } from "./made-comparison.ts";

const on = (measure: "meanMargin" | "probabilityOfLoss", target: number, passThrough = 1, stated = true) => ({
  basis: "same-requirement" as const,
  requirement: { measure, target, passThrough, stated },
});

test("what prices are solved for is said, with the target and the pass-through", () => {
  expect(basisMeaning(on("meanMargin", 1500))).toBe(
    "unit prices are scaled until the provider's average margin is £1,500; all that terms save goes into lower prices.",
  );
  expect(basisPhrase(on("probabilityOfLoss", 0.2))).toBe(
    "At prices solved so that the provider's chance of a loss is 20.0\u00a0%",
  );
  expect(basisMeaning(on("meanMargin", 0, 0.5))).toContain("50.0\u00a0% of what terms save");
  expect(basisMeaning(on("meanMargin", 0, 0))).toContain("nothing that terms save");
});

test("a requirement that the scenario does not write is said to be the default, in text too", () => {
  const { requirement } = on("meanMargin", 0, 1, false);
  const comparison = { ...madeComparison([{}, {}], { basis: "same-requirement" }), requirement };
  const text = comparisonText(madeScenario(["a", "b"]), [comparison], { width: 100 });
  expect(text.replace(/\s+/g, " ")).toContain(
    "until the provider's average margin is £0; all that terms save goes into lower prices. The scenario states no requirement: this is the default.",
  );
});
