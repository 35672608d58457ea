import type { Estimate } from "../sim/risk/estimate.ts";
import { type MarginSource, marginBins } from "./charts/margin-bins.ts";
import type { Comparison } from "./comparison.ts";
import { csvFile as csvText } from "./csv-cell.ts";

type Row = (string | number | null)[];

/**
 * A comparison as CSV files by name: every measure, every difference, who does better how often, every
 * contract where there are several, and the spread of
 * the margin that the report draws. `margins` are those of the first comparison.
 */
export function csvTables(
  comparisons: readonly Comparison[],
  margins?: MarginSource,
): Record<string, string> {
  // Random futures need no word: files of before this column stay as they were.
  const sampling = comparisons[0]?.sampling?.method;
  const csvFile = (heads: readonly string[], rows: readonly Row[]) =>
    sampling === undefined
      ? csvText(heads, rows)
      : csvText(
          [...heads, "sampling"],
          rows.map((row) => [...row, sampling]),
        );
  const estimateHeads = ["metric", "value", "se", "low", "high", "unit"];
  const policies = comparisons.flatMap(({ basis, policies: all }) =>
    all.flatMap(({ id, title, priceScale, basisReached, metrics }) =>
      estimateRows([basis, id, title, priceScale, String(basisReached)], metrics),
    ),
  );
  const differences = comparisons.flatMap(({ basis, differences: all }) =>
    all.flatMap(({ policy, against, metrics }) => estimateRows([basis, policy, against], metrics)),
  );
  const better = comparisons.flatMap(({ basis, differences: all }) =>
    all.flatMap(({ policy, against, probabilityBetter }) =>
      Object.entries(probabilityBetter).map(([quantity, p]): Row => {
        return [basis, policy, against, quantity, p.better, p.equal, p.worse, p.low, p.high];
      }),
    ),
  );
  const contracts = comparisons.flatMap(({ basis, policies: all }) =>
    all.flatMap(({ id, contracts: own = [] }) =>
      own.flatMap((contract) => estimateRows([basis, id, contract.id, contract.title], contract.metrics)),
    ),
  );
  const betterHeads = ["basis", "policy", "against", "quantity", "better", "equal", "worse", "low", "high"];
  return {
    "policies.csv": csvFile(
      ["basis", "policy", "title", "priceScale", "basisReached", ...estimateHeads],
      policies,
    ),
    "differences.csv": csvFile(["basis", "policy", "against", ...estimateHeads], differences),
    "better.csv": csvFile(betterHeads, better),
    ...(contracts.length > 0 && {
      "contracts.csv": csvFile(["basis", "policy", "contract", "title", ...estimateHeads], contracts),
    }),
    ...(margins === undefined
      ? {}
      : { "margins.csv": csvFile(marginHeads, marginRows(comparisons[0]!, margins)) }),
  };
}

function estimateRows(before: Row, metrics: Readonly<Record<string, Estimate>>): Row[] {
  return Object.entries(metrics).map(([metric, { value, se, low, high, unit }]) => {
    return [...before, metric, value, se, low, high, unit];
  });
}

const marginHeads = ["basis", "policy", "marginFrom", "marginTo", "shareOfFutures"];

function marginRows({ basis, policies }: Comparison, margins: MarginSource): Row[] {
  const { from, width, shares } = marginBins(margins);
  return policies.flatMap(({ id }, p) =>
    (shares[p] ?? []).map(
      (share, bin): Row => [basis, id, from + bin * width, from + (bin + 1) * width, share],
    ),
  );
}
