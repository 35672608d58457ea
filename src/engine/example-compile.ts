import { binary } from "./arithmetic-nodes.ts";
import { at, holds, setUniform } from "./column.ts";
import { compileContract } from "./compile-contract.ts";
import type { Conflict } from "./compile-stage.ts";
import type { Contract } from "./contract.ts";
import { type ExampleRoad, pinnedNames } from "./example-evaluate.ts";
import { codeOf, factValueOf } from "./fact.ts";
import { constant, type NumberNode, numberNode, openGraph, resetGraph, runMonth } from "./graph.ts";
import { compare } from "./mask-nodes.ts";
import { conflictError } from "./rule-conflict.ts";
import type { Ruleset } from "./ruleset.ts";

/** An example on the road of the kernel: one path, the given facts as its columns. */
export function openCompileRoad(contract: Contract, ruleset: Ruleset): ExampleRoad {
  return async (months) => {
    const graph = openGraph(1);
    const names = pinnedNames(months);
    const sources = new Map<string, NumberNode>();
    const source = (name: string): NumberNode => {
      const known = sources.get(name);
      if (known !== undefined) return known;
      const node = numberNode(graph, `given ${name}`, () => undefined);
      sources.set(name, node);
      return node;
    };
    const pinned = new Map(names.map((name) => [name, source(name)]));
    const live = compare(graph, "equal", source("endMonth"), constant(graph, 0));
    const calendar = {
      month: source("month"),
      firstOfContractYear: source("first of contract year"),
      firstOfFinancialYear: source("first of financial year"),
    };
    const conflict = (_: Ruleset, stage: number, output: string, { rules }: Conflict) => {
      throw conflictError(ruleset.id, output, rules, ruleset.stages[stage]!.hitPolicy);
    };
    const nodes = compileContract(
      graph,
      contract,
      { node: source, calendar, live, pinned },
      { priceScale: 1, rounded: true, conflict },
    );
    const owed = nodes.payments
      .map((p) => p.node)
      .reduce((a, b) => binary(graph, "add", a, b), constant(graph, 0));
    nodes.close(owed);
    resetGraph(graph);
    for (const [m, month] of months.entries()) {
      for (const [name, node] of sources) {
        const fact = contract.facts.get(name);
        const value = month[name] ?? (name === "month" ? m + 1 : fact?.default);
        if (name.startsWith("first of ")) setUniform(node.out, m % 12 === 0 ? 1 : 0);
        else setUniform(node.out, value === undefined ? 0 : codeOf(fact!, value));
      }
      // The carry of the last month is left out: what is read below is as rules left it.
      if (m < months.length - 1) runMonth(graph);
      else for (const step of graph.steps) step();
    }
    const found: Record<string, ReturnType<typeof factValueOf> | null> = {};
    for (const [name, fact] of contract.facts) {
      if (fact.from === "dictionary" && !names.includes(name)) continue;
      if (fact.from === "parameter") continue;
      if (nodes.peek(name) !== undefined) found[name] = factValueOf(fact, at(nodes.peek(name)!.out, 0));
    }
    for (const { output, node } of nodes.payments) found[`${output}Pence`] = at(node.out, 0);
    const ends = nodes.end !== undefined && holds(nodes.end.mask.out, 0);
    found.end = ends ? contract.grounds[at(nodes.end!.ground.out, 0)]! : null;
    return found;
  };
}
