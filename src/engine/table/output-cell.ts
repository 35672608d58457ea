import type { AmountSpec } from "../amount.ts";
import { type Fact, isPence } from "../fact.ts";
import type { Problem } from "../problem.ts";
import type { Effect, Parameter, Ruleset } from "../ruleset.ts";
import type { TableCell, TableOutput } from "./decision-table-schema.ts";

/** What an output cell gives: an effect, with the parameter that its figure became; undefined where it is `-`. */
export type OutputGiven = {
  readonly event: Effect;
  readonly parameter?: { readonly name: string; readonly written: Parameter };
  /** What is wrong with the cell; the event then stands in for what was meant, so that the rest can be checked. */
  readonly problem?: Omit<Problem, "where">;
};

/** A column of outputs: its name, and how its cells are read (row counted from 0). */
export type OutputColumn = {
  readonly name: string;
  readonly standIn: Effect;
  readonly read: (cell: TableCell, row: number) => OutputGiven | undefined;
};

const number = /^-?(?:\d+(?:\.\d+)?|\.\d+)$/;

/**
 * Makes the reader of one output column.
 *
 * Money is never a literal: a figure of money becomes a parameter in pounds, named after the output and the row, so
 * that a policy and --set reach it. Under an output whose name ends in Pence the cell is in pence.
 */
export function outputColumn(
  output: TableOutput,
  facts: ReadonlyMap<string, Fact>,
  declared: Ruleset["parameters"],
): OutputColumn {
  if ("end" in output) return endColumn(output.end);
  const type = "pay" in output ? "pay" : "set";
  const name = "pay" in output ? output.pay : output.set;
  const fact = type === "set" ? facts.get(name) : undefined;
  const isMoney = type === "pay" || isPence(name);
  const isNumber = type === "pay" || fact === undefined || fact.type === "number";
  const { termDays, per } = output;
  const event = (amount: Effect["params"]["amount"]): Effect => ({
    type,
    params: { output: name, amount, ...(termDays !== undefined && { termDays }) },
  });
  const times = (amount: AmountSpec) => event(per === undefined ? amount : { mul: [amount, { fact: per }] });
  const standIn = event(isNumber ? 0 : fact.default);
  return {
    name,
    standIn,
    read: (written, row) => {
      if (isNothing(written)) return undefined;
      const text = typeof written === "string" ? written.trim() : undefined;
      const cell = isNumber && text !== undefined && number.test(text) ? Number(text) : (text ?? written);
      if (typeof cell === "number" && isMoney) {
        const parameter = priceOf(name, cell, row, "pay" in output && output.scaled, type);
        return { event: times({ param: parameter.name }), parameter };
      }
      if (typeof cell === "number") return { event: isNumber ? times(cell) : event(cell) };
      // A figure that several rows share is a parameter of the table, by its name.
      if (typeof cell === "string" && isNumber && Object.hasOwn(declared, cell))
        return { event: times({ param: cell }) };
      const isLiteral = typeof cell === "string" || typeof cell === "boolean";
      if (Array.isArray(cell) || (isNumber && isLiteral)) {
        const expected = isNumber
          ? 'a number, the name of a parameter, an amount, or "-"'
          : 'a value of the fact, or "-"';
        return { event: standIn, problem: unreadable(written, expected) };
      }
      return { event: event(cell as Effect["params"]["amount"]) };
    },
  };
}

function isNothing(cell: TableCell): boolean {
  return typeof cell === "string" && cell.trim() === "-";
}

function endColumn(ground: string): OutputColumn {
  const end: Effect = { type: "end", params: { output: ground } };
  return {
    name: ground,
    standIn: end,
    read: (cell) => {
      if (isNothing(cell)) return undefined;
      if (cell === true || cell === "true") return { event: end };
      return { event: end, problem: unreadable(cell, 'true or "-" under an end') };
    },
  };
}

function unreadable(cell: TableCell, expected: string): Omit<Problem, "where"> {
  const found = typeof cell === "string" ? cell : JSON.stringify(cell);
  return { adjective: "invalid", noun: "cell", found, expected };
}

function priceOf(output: string, cell: number, row: number, scaled: boolean, type: "pay" | "set") {
  const inPence = isPence(output);
  const name = `${inPence ? output.slice(0, -"Pence".length) : output}Row${row + 1}`;
  const written: Parameter = {
    type: "number",
    default: inPence ? cell / 100 : cell,
    unit: "pounds",
    scaled,
    sentence: `What row ${row + 1} of the table ${type === "pay" ? "pays" : "gives"} under ${output}.`,
  };
  return { name, written };
}
