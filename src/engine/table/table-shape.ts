import type { Report } from "../check-amount.ts";
import type { DecisionTable, TableCell, TableOutput } from "./decision-table-schema.ts";
import type { CellProblem } from "./unary-tests.ts";

/** Checks that no two columns are on one output. */
export function checkOutputs(outputs: readonly TableOutput[], report: Report): void {
  const seen = new Set<string>();
  for (const [o, output] of outputs.entries()) {
    const [[key, name]] = Object.entries(output) as [[string, string]];
    if (seen.has(`${key} ${name}`))
      report(["outputs", o, key], {
        adjective: "duplicate",
        noun: "output",
        found: name,
        expected: "one column for an output",
      });
    seen.add(`${key} ${name}`);
  }
}

/** Checks that nothing is said for where no row holds if that is counted: a count of no rows is 0. */
export function checkOtherwise(outputs: readonly TableOutput[], hitPolicy: string, report: Report): void {
  if (hitPolicy !== "collect count") return;
  for (const [o, output] of outputs.entries()) {
    if (output.otherwise === undefined) continue;
    report(["outputs", o, "otherwise"], {
      adjective: "unsupported",
      noun: "key",
      found: "otherwise",
      expected: "an output without it under collect count: where no row holds, the count is 0",
    });
  }
}

/** Checks that some row gives something. */
export function checkSomeSaid(rules: readonly unknown[], table: DecisionTable, report: Report): void {
  const said = table.rules.flatMap((row) =>
    (Array.isArray(row) ? row : row.cells).slice(table.inputs.length).filter((cell) => cell !== "-"),
  );
  if (rules.length > 0 || said.length > 0) return;
  report(["rules"], {
    adjective: "missing",
    noun: "output",
    expected: "a row that gives something: every output cell is -",
  });
}

/** What to say of a row that has not one cell for each column. */
export function miscounted(cells: readonly TableCell[], table: DecisionTable): CellProblem {
  const [inputs, outputs] = [table.inputs.length, table.outputs.length];
  const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;
  // To YAML the comma of not(1, 5) parts two cells.
  const isCut = cells.some((cell) => typeof cell === "string" && /\([^)]*$|^[^(]*\)$/.test(cell));
  return {
    adjective: "invalid",
    noun: "row",
    found: counted(cells.length, "cell"),
    expected: `${counted(inputs + outputs, "cell")}: ${counted(inputs, "input")}, then ${counted(outputs, "output")}`,
    ...(isCut && cells.length > inputs + outputs && { hint: "put quotes around a cell with a comma in it" }),
  };
}
