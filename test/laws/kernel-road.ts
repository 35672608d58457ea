import { binary } from "../../src/engine/arithmetic-nodes.ts";
import { at, type Column, holds, isCount, setUniform } from "../../src/engine/column.ts";
import { compileContract } from "../../src/engine/compile-contract.ts";
import type { Contract } from "../../src/engine/contract.ts";
import {
  beginMonth,
  constant,
  type MaskNode,
  type NumberNode,
  numberNode,
  openGraph,
  read,
  readMask,
  resetGraph,
} from "../../src/engine/graph.ts";
import { select } from "../../src/engine/mask-nodes.ts";
import { roundNode } from "../../src/engine/round-node.ts";
import { openRunning } from "../../src/sim/running.ts";
import type { MonthOfRows } from "./arbitrary-facts.ts";

/** What a road gave in one month: a number for each row, by name; and the first row on which rules were in conflict. */
export type RoadMonth = {
  readonly columns: ReadonlyMap<string, Float64Array>;
  readonly conflict: number | undefined;
};

/** How a fact's column is shown to the kernel: as it is, or never uniform and never promised to be whole. */
export type Shown = "as they are" | "spread out";

/** Runs months of a contract on the kernel, all rows at once. */
export function kernelRoad(
  contract: Contract,
  months: readonly MonthOfRows[],
  rows: number,
  shown: Shown,
  rounded = true,
): RoadMonth[] {
  const graph = openGraph(rows);
  const sources = new Map<string, NumberNode>();
  const source = (name: string) => {
    if (name === "endMonth") return running.endMonth;
    if (name === "endGround") return running.endGround;
    const node = sources.get(name) ?? numberNode(graph, `given ${name}`, () => undefined);
    sources.set(name, node);
    return node;
  };
  const month = source("month");
  const running = openRunning(graph, "law", month);
  const conflicts: number[] = [];
  const calendar = {
    month,
    firstOfContractYear: source("first of contract year"),
    firstOfFinancialYear: source("first of financial year"),
  };
  const nodes = compileContract(
    graph,
    contract,
    { node: source, calendar, live: running.live },
    { priceScale, rounded, conflict: (_ruleset, _stage, _output, found) => conflicts.push(found.path) },
  );
  const zero = constant(graph, 0);
  const settlement = nodes.end
    ? select(graph, nodes.end.mask, roundNode(graph, nodes.settlement.node), zero)
    : zero;
  const owed = [...nodes.payments.map((p) => p.node), settlement].reduce((a, b) =>
    binary(graph, "add", a, b),
  );
  if (nodes.end !== undefined) running.endsWhere(nodes.end.mask, nodes.end.ground);
  nodes.close(owed);
  resetGraph(graph);

  const results: RoadMonth[] = [];
  for (const each of months) {
    for (const [name, node] of sources) {
      if (name === "first of contract year") setUniform(node.out, each.firstOfContractYear ? 1 : 0);
      else if (name === "first of financial year") setUniform(node.out, each.firstOfFinancialYear ? 1 : 0);
      else show(node.out, each.columns.get(name)!, calendarNames.includes(name) ? "as they are" : shown);
    }
    conflicts.length = 0;
    // Spread out, every node is worked out in the order in which it was made; else only what is asked for.
    if (shown === "as they are") beginMonth(graph);
    for (const step of shown === "as they are" ? graph.always : graph.steps) step();
    const columns = new Map<string, Float64Array>();
    const keep = (name: string, node: NumberNode) => {
      const column = read(node);
      columns.set(
        name,
        Float64Array.from({ length: rows }, (_, i) => at(column, i)),
      );
    };
    const keepMask = (name: string, node: MaskNode, yes: (row: number) => number, no: number) => {
      const mask = readMask(node);
      columns.set(
        name,
        Float64Array.from({ length: rows }, (_, i) => (holds(mask, i) ? yes(i) : no)),
      );
    };
    for (const ruleset of contract.rulesets) {
      for (const [rule, mask] of nodes.rulesets.get(ruleset.id)!.rules) {
        keepMask(`${ruleset.id}: ${rule}`, mask, () => 1, 0);
      }
    }
    for (const { ruleset, output, node } of nodes.payments) keep(`${ruleset.id} pays ${output}`, node);
    for (const [name, fact] of contract.facts) {
      const node = nodes.peek(name);
      if (node !== undefined && fact.from !== "output") keep(`fact ${name}`, node);
    }
    keep("settlement", settlement);
    keep("owed", owed);
    keep("end month before", running.endMonth);
    const { end } = nodes;
    if (end !== undefined) keepMask("end", end.mask, (i) => at(read(end.ground), i), -1);
    results.push({ columns, conflict: conflicts.length === 0 ? undefined : Math.min(...conflicts) });
    if (conflicts.length > 0) return results;
    for (const carry of graph.carries) carry();
  }
  return results;
}

/** Prices are scaled here as a basis of comparison would, so that rules meet prices that are not whole pence. */
export const priceScale = 1.0625;

/** The kernel is promised that these are the same on every path. */
const calendarNames = ["month", "lastMonthOfFinancialYear"];

function show(out: Column, data: Float64Array, shown: Shown): void {
  out.data = data;
  out.value = data[0]!;
  const same = data.every((x) => Object.is(x, data[0]));
  out.uniform = shown === "as they are" && same;
  out.count = shown === "as they are" && data.every(isCount);
}
