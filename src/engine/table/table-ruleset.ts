import type { Report } from "../check-amount.ts";
import type { Condition } from "../condition.ts";
import type { DocumentPath } from "../document.ts";
import type { Effect, Rule, Ruleset } from "../ruleset.ts";
import { scopeOf } from "../scope.ts";
import { type DecisionTable, hitPolicyLetters, type TableCell } from "./decision-table-schema.ts";
import { type OutputGiven, outputColumn } from "./output-cell.ts";
import { inputCell, inputFacts } from "./table-inputs.ts";
import { checkOtherwise, checkOutputs, checkSomeSaid, miscounted } from "./table-shape.ts";

/** A table as a ruleset before its check, with the place in the table of each rule and parameter made from it. */
export type TableRuleset = {
  readonly rules: readonly Omit<Rule, "priority">[];
  readonly otherwise: readonly Effect[];
  readonly parameters: Ruleset["parameters"];
  readonly hitPolicy: string;
  /** Of each rule: its row, and in which columns its conditions and its effect stand. */
  readonly origins: readonly RuleOrigin[];
  /** Of each effect under otherwise: the cell that it stands in. */
  readonly otherwiseOrigins: readonly Pick<RuleOrigin, "output" | "cell" | "isTree">[];
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

type Row = {
  readonly name: string;
  /** The name that is written, if one is. */
  readonly given?: string | undefined;
  readonly priority?: number | undefined;
  readonly cells: TableCell[];
};

/**
 * Makes the rules of a table: one for each row and output on which the row says something.
 *
 * What an output gives otherwise counts where no row says anything on it: of each output apart, as hit policies are.
 */
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
  const take = ({ problem, parameter }: OutputGiven, cell: DocumentPath) => {
    if (problem !== undefined) report(cell, problem);
    if (parameter === undefined) return;
    parameters[parameter.name] = parameter.written;
    parameterCells.set(parameter.name, cell);
  };
  for (const [r, written] of table.rules.entries()) {
    const at: DocumentPath = Array.isArray(written) ? ["rules", r] : ["rules", r, "cells"];
    const row = rowOf(written, r);
    const isWhole = row.cells.length === inputs.length + columns.length;
    if (!isWhole) report(at, miscounted(row.cells, table));
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
      const given = isWhole
        ? column.read(row.cells[inputs.length + o]!, { count: r + 1, name: row.given })
        : { event: column.standIn };
      if (given === undefined) continue;
      take(given, cell);
      const name = columns.length === 1 ? row.name : `${row.name} (${column.name})`;
      const priority = row.priority === undefined ? {} : { priority: row.priority };
      rules.push({ name, ...priority, conditions: { all: conditions }, event: given.event });
      const isTree = typeof row.cells[inputs.length + o] === "object";
      origins.push({ row: ["rules", r], output: o, cell, isTree, inputs: places });
    }
    if (rules.length === before)
      for (const [i, condition] of conditions.entries()) idle.push({ condition, at: places[i]! });
  }
  const otherwise: Effect[] = [];
  const otherwiseOrigins: TableRuleset["otherwiseOrigins"][number][] = [];
  for (const [o, column] of columns.entries()) {
    const written = table.outputs[o]!.otherwise;
    const given = written === undefined ? undefined : column.read(written, "otherwise");
    if (given === undefined) continue;
    const cell: DocumentPath = ["outputs", o, "otherwise"];
    take(given, cell);
    otherwise.push(given.event);
    otherwiseOrigins.push({ output: o, cell, isTree: typeof written === "object" });
  }
  const hitPolicy = policyOf(table);
  checkOtherwise(table.outputs, hitPolicy, report);
  checkSomeSaid(rules, table, report);
  return { rules, otherwise, parameters, hitPolicy, origins, otherwiseOrigins, parameterCells, idle };
}

/** The hit policy in our words. */
function policyOf({ hitPolicy }: DecisionTable): string {
  return Object.hasOwn(hitPolicyLetters, hitPolicy)
    ? hitPolicyLetters[hitPolicy as keyof typeof hitPolicyLetters]
    : hitPolicy;
}

function rowOf(written: DecisionTable["rules"][number], r: number): Row {
  return Array.isArray(written)
    ? { name: `row ${r + 1}`, cells: written }
    : { ...written, name: written.name ?? `row ${r + 1}`, given: written.name };
}
