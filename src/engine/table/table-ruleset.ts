import type { Report } from "../check-amount.ts";
import type { Condition } from "../condition.ts";
import type { DocumentPath } from "../document.ts";
import type { Fact } from "../fact.ts";
import { didYouMean } from "../nearest-name.ts";
import type { Rule, Ruleset } from "../ruleset.ts";
import { scopeOf } from "../scope.ts";
import {
  type DecisionTable,
  hitPolicyLetters,
  type TableCell,
  type TableOutput,
} from "./decision-table-schema.ts";
import { outputColumn } from "./output-cell.ts";
import { type InputCell, unaryTests } from "./unary-tests.ts";

/** A table as a ruleset before its check, with the place in the table of each rule and parameter made from it. */
export type TableRuleset = {
  readonly rules: readonly Omit<Rule, "priority">[];
  readonly parameters: Ruleset["parameters"];
  readonly hitPolicy: string;
  /** Of each rule: its row, and in which columns its conditions and its effect stand. */
  readonly origins: readonly RuleOrigin[];
  /** Of each parameter made from a cell: the cell. */
  readonly parameterCells: ReadonlyMap<string, DocumentPath>;
  /** Conditions of rows that give nothing, which no rule carries. */
  readonly idle: readonly { readonly condition: Condition; readonly at: DocumentPath }[];
};

export type RuleOrigin = {
  readonly row: DocumentPath;
  readonly output: number;
  readonly cell: DocumentPath;
  /** Is the cell an amount written in full? */
  readonly isTree: boolean;
  /** The cell of each part of the rule's conditions. */
  readonly inputs: readonly DocumentPath[];
};

type Row = { readonly name: string; readonly priority?: number | undefined; readonly cells: TableCell[] };

/** Makes the rules of a table: one for each row and output on which the row says something. */
export function tableRuleset(table: DecisionTable, report: Report): TableRuleset {
  const facts = scopeOf({ ...table, stages: [] } as Ruleset);
  const inputs = inputFacts(table, facts, report);
  const columns = table.outputs.map((output) => outputColumn(output, facts, table.parameters));
  checkOutputs(table.outputs, report);
  const rules: Omit<Rule, "priority">[] = [];
  const origins: RuleOrigin[] = [];
  const parameters: Ruleset["parameters"] = {};
  const parameterCells = new Map<string, DocumentPath>();
  const idle: { condition: Condition; at: DocumentPath }[] = [];
  for (const [r, written] of table.rules.entries()) {
    const at: DocumentPath = Array.isArray(written) ? ["rules", r] : ["rules", r, "cells"];
    const row = rowOf(written, r);
    const isWhole = row.cells.length === inputs.length + columns.length;
    if (!isWhole) report(at, miscounted(row.cells.length, table));
    const conditions: Condition[] = [];
    const places: DocumentPath[] = [];
    for (const [c, fact] of inputs.entries()) {
      if (fact === undefined || !isWhole) continue;
      const condition = inputCell(row.cells[c]!, fact, facts, (problem) => report([...at, c], problem));
      if (condition === undefined) continue;
      conditions.push(condition);
      places.push([...at, c]);
    }
    const before = rules.length;
    for (const [o, column] of columns.entries()) {
      const cell: DocumentPath = [...at, inputs.length + o];
      const given = isWhole ? column.read(row.cells[inputs.length + o]!, r) : { event: column.standIn };
      if (given === undefined) continue;
      if (given.problem !== undefined) report(cell, given.problem);
      if (given.parameter !== undefined) {
        parameters[given.parameter.name] = given.parameter.written;
        parameterCells.set(given.parameter.name, cell);
      }
      const name = columns.length === 1 ? row.name : `${row.name} (${column.name})`;
      const priority = row.priority === undefined ? {} : { priority: row.priority };
      rules.push({ name, ...priority, conditions: { all: conditions }, event: given.event });
      const isTree = typeof row.cells[inputs.length + o] === "object";
      origins.push({ row: ["rules", r], output: o, cell, isTree, inputs: places });
    }
    if (rules.length === before)
      for (const [i, condition] of conditions.entries()) idle.push({ condition, at: places[i]! });
  }
  checkSomeSaid(rules, table, report);
  const { hitPolicy } = table;
  const word = Object.hasOwn(hitPolicyLetters, hitPolicy)
    ? hitPolicyLetters[hitPolicy as keyof typeof hitPolicyLetters]
    : hitPolicy;
  return { rules, parameters, hitPolicy: word, origins, parameterCells, idle };
}

function rowOf(written: DecisionTable["rules"][number], r: number): Row {
  return Array.isArray(written)
    ? { name: `row ${r + 1}`, cells: written }
    : { ...written, name: written.name ?? `row ${r + 1}` };
}

function inputFacts(
  table: DecisionTable,
  facts: ReadonlyMap<string, Fact>,
  report: Report,
): (Fact | undefined)[] {
  return table.inputs.map((input, i) => {
    const name = typeof input === "string" ? input : input.fact;
    const fact = facts.get(name);
    if (fact === undefined) {
      const hint = didYouMean(name, facts.keys());
      report(typeof input === "string" ? ["inputs", i] : ["inputs", i, "fact"], {
        adjective: "unknown",
        noun: "fact",
        found: name,
        expected: "a fact of the dictionary, or one declared under facts, parameters or tracked",
        ...(hint && { hint }),
      });
    }
    return fact;
  });
}

function inputCell(
  cell: TableCell,
  fact: Fact,
  facts: ReadonlyMap<string, Fact>,
  report: (problem: Parameters<Report>[1]) => void,
): Condition | undefined {
  const isTree = typeof cell === "object" && !Array.isArray(cell);
  const tests = isTree
    ? unaryTests("", fact, () => false)
    : unaryTests(cell as InputCell, fact, (name) => facts.has(name));
  if (tests.expected === undefined) return tests.condition;
  const found = typeof cell === "string" ? cell : JSON.stringify(cell);
  report({ adjective: "invalid", noun: "cell", found, expected: tests.expected });
  return undefined;
}

function checkOutputs(outputs: readonly TableOutput[], report: Report): void {
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

function checkSomeSaid(rules: readonly unknown[], table: DecisionTable, report: Report): void {
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

function miscounted(found: number, table: DecisionTable): Parameters<Report>[1] {
  const [inputs, outputs] = [table.inputs.length, table.outputs.length];
  const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;
  return {
    adjective: "invalid",
    noun: "row",
    found: counted(found, "cell"),
    expected: `${counted(inputs + outputs, "cell")}: ${counted(inputs, "input")}, then ${counted(outputs, "output")}`,
  };
}
