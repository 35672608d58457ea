import type { Metric } from "./metric.ts";

const name = /^(?:owed\[|meanOwedInYear)(\d{1,4})\]?$/;

/** The measures of what is owed in each financial year, for those among the names of columns or of measures. */
export function yearMetrics(names: Iterable<string>): Metric[] {
  const years = [...names].flatMap((found) => name.exec(found)?.[1] ?? []).map(Number);
  return years.map((year) => ({
    id: `meanOwedInYear${year}`,
    title: `average owed in the financial year ${year}/${String((year + 1) % 100).padStart(2, "0")}`,
    unit: "pounds",
    meaning: `What falls due from April ${year} to March ${year + 1}, averaged over futures; a budget is held against it.`,
    estimator: { kind: "mean", column: `owed[${year}]` },
  }));
}
