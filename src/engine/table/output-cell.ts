import type { AmountSpec } from "../amount.ts";
import { type Fact, isPence } from "../fact.ts";
import { didYouMean } from "../nearest-name.ts";
import type { Problem } from "../problem.ts";
import type { Effect, Parameter, Ruleset } from "../ruleset.ts";
import { nameWords } from "../words/name-words.ts";
import type { TableCell, TableOutput } from "./decision-table-schema.ts";

/** What an output cell gives: an effect, with the parameter that its figure became; undefined where it is `-`. */
export type OutputGiven = {
  readonly event: Effect;
  readonly parameter?: { readonly name: string; readonly written: Parameter };
  /** What is wrong with the cell; the event then stands in for what was meant, so that the rest can be checked. */
  readonly problem?: Omit<Problem, "where">;
};

/** Where an output cell stands: in a row, counted from 1 and with a name if it has one, or under otherwise. */
export type CellRow = { readonly count: number; readonly name?: string | undefined } | "otherwise";

/** A column of outputs: its name, and how its cells are read. */
export type OutputColumn = {
  readonly name: string;
  readonly standIn: Effect;
  readonly read: (cell: TableCell, row: CellRow) => OutputGiven | undefined;
};

const number = /^-?(?:\d+(?:\.\d+)?|\.\d+)$/;

/**
 * Makes the reader of one output column: of its cells, and of what it gives where no row does.
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
        const hint = isNumber && text !== undefined ? hintFor(text, facts, declared) : undefined;
        return { event: standIn, problem: { ...unreadable(written, expected), ...(hint && { hint }) } };
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

/** What to write in place of a cell of numbers that cannot be read, where it is a slip that people make. */
function hintFor(
  text: string,
  facts: ReadonlyMap<string, Fact>,
  declared: Ruleset["parameters"],
): string | undefined {
  const bare = text.replaceAll(/[£,_ ]/g, "");
  if (bare !== text && number.test(bare)) return `write ${bare} alone; pay is in pounds`;
  if (facts.has(text) || text.includes("*")) return "name under per what the column is multiplied by";
  return didYouMean(text, Object.keys(declared));
}

function priceOf(output: string, cell: number, row: CellRow, scaled: boolean, type: "pay" | "set") {
  const inPence = isPence(output);
  const stem = inPence ? output.slice(0, -"Pence".length) : output;
  const name = row === "otherwise" ? `${stem}Otherwise` : `${stem}Row${row.count}`;
  const gives = `${type === "pay" ? "pays as" : "gives as"} ${nameWords(output)}`;
  const written: Parameter = {
    type: "number",
    default: inPence ? cell / 100 : cell,
    unit: "pounds",
    scaled,
    sentence:
      row === "otherwise"
        ? `What the table ${gives} where no row does.`
        : `What row ${row.count} of the table${row.name === undefined ? "" : `, “${row.name}”,`} ${gives}.`,
  };
  return { name, written };
}
