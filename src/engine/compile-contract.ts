import { binary } from "./arithmetic-nodes.ts";
import { type Column, setUniform } from "./column.ts";
import { compileRuleset, type RulesetNodes, type RulesetScope } from "./compile-ruleset.ts";
import type { Conflict } from "./compile-stage.ts";
import { type CalendarNodes, compileTracked } from "./compile-tracked.ts";
import { type Contract, isGivenByRules, readParameter } from "./contract.ts";
import { codeOf, type Fact } from "./fact.ts";
import { carry, constant, type Graph, type MaskNode, type NumberNode, numberNode, read } from "./graph.ts";
import { type Kind, kindsUntilEnd, nameOfKind } from "./kind.ts";
import { constantMask } from "./mask-nodes.ts";
import type { Ruleset } from "./ruleset.ts";
import { effectsOf } from "./scope.ts";
import { addInto, copyColumn } from "./tracked-nodes.ts";

/** One stream of payments of a contract. */
export type PaymentNodes = {
  readonly ruleset: Ruleset;
  readonly kind: Kind;
  readonly output: string;
  /** Days from the end of the month to the payment; undefined where the contract's own term holds. */
  readonly termDays: number | undefined;
  /** Pence owed this month. */
  readonly node: NumberNode;
};

export type ContractNodes = {
  readonly payments: readonly PaymentNodes[];
  /** What would be due if the contract ended after this month, as set (not rounded). */
  readonly settlement: { readonly node: NumberNode; readonly termDays: number | undefined };
  readonly end: RulesetNodes["end"];
  readonly rulesets: ReadonlyMap<string, RulesetNodes>;
  /** The node of a fact that was tracked, set or paid, after all rulesets have run; undefined where none was compiled. */
  readonly peek: (name: string) => NumberNode | undefined;
  /** To be called with all that is owed this month, the settlement included, when that is known. */
  readonly close: (owed: NumberNode) => void;
};

export type ContractWorld = {
  /** The node of a fact of the dictionary or of the scenario. */
  readonly node: (name: string) => NumberNode;
  readonly calendar: CalendarNodes;
  /** Where the contract still runs. */
  readonly live: MaskNode;
  /** Facts held at given values until a ruleset sets them, whatever they would follow from: how examples are run. */
  readonly pinned?: ReadonlyMap<string, NumberNode>;
};

export type CompileOptions = {
  readonly priceScale: number;
  readonly rounded: boolean;
  /** Kinds that take part; all where left out. */
  readonly kinds?: readonly Kind[];
  /** Values of parameters that differ from the policy's. */
  readonly override?: Readonly<Record<string, number>>;
  readonly conflict: (ruleset: Ruleset, stage: number, output: string, found: Conflict) => void;
};

/** Turns a contract's terms into nodes of a graph: one month of all its rulesets, kind by kind. */
export function compileContract(
  graph: Graph,
  contract: Contract,
  world: ContractWorld,
  options: CompileOptions,
): ContractNodes {
  const nodes = new Map<string, NumberNode>();
  const atMonthEnd: ((owed: NumberNode) => void)[] = [];
  const fact = (name: string): Fact => contract.facts.get(name)!;
  const param = (name: string): number => {
    const value = options.override?.[name] ?? readParameter(contract, name, options.priceScale);
    return codeOf(contract.parameters.get(name)!.parameter, value);
  };
  // Memory that closes a loop over months cannot be shared between policies, so its keys carry the policy.
  const loop = `${contract.id} ${options.priceScale} ${JSON.stringify(options.override ?? {})} ${(options.kinds ?? []).join()}`;
  const memory = (
    name: string,
    input: (owed: NumberNode) => NumberNode,
    update: (out: Column, own: Float64Array, input: Column) => void,
  ) =>
    numberNode(graph, `memory ${name} ${loop}`, (out, own) => {
      graph.resets.push(() => setUniform(out, 0));
      atMonthEnd.push((owed) => {
        const from = input(owed);
        carry(graph, [from], () => update(out, own, read(from)));
      });
      return undefined;
    });
  const zero = constant(graph, 0);
  const due = new Map<string, NumberNode>();

  const money = (name: string): NumberNode | undefined => {
    if (name === "duePence") return due.get("all") ?? zero;
    const before = name === "dueToDatePence" ? "all" : /^(\w+)ToDatePence$/.exec(name)?.[1];
    if (name === "dueThisFinancialYearPence") {
      const lastOfYear = world.node("lastMonthOfFinancialYear");
      const past = memory(
        name,
        (owed) => owed,
        (out, own, owed) => {
          if (read(lastOfYear).value === 1) setUniform(out, 0);
          else addInto(graph.loops, out, own, owed, graph.width);
        },
      );
      return binary(graph, "add", past, due.get("all") ?? zero);
    }
    if (
      before === undefined ||
      (before !== "all" && !contract.rulesets.some((r) => nameOfKind(r.kind) === before))
    ) {
      return before !== undefined && isGivenByRules(fact(name)) ? zero : undefined;
    }
    if (before !== "all" && !isGivenByRules(fact(name))) return undefined;
    const past = memory(
      name,
      (owed) => (before === "all" ? owed : (due.get(before) ?? zero)),
      (out, own, amount) => addInto(graph.loops, out, own, amount, graph.width),
    );
    return binary(graph, "add", past, due.get(before) ?? zero);
  };

  const node = (name: string): NumberNode => {
    const known = nodes.get(name) ?? world.pinned?.get(name);
    if (known !== undefined) return known;
    if (contract.parameters.has(name)) return constant(graph, param(name));
    const declared = fact(name);
    if (declared.from === "dictionary" && isGivenByRules(declared)) return money(name)!;
    if (declared.from === "set" || declared.from === "output") {
      return constant(graph, codeOf(declared, declared.default));
    }
    return world.node(name);
  };
  const facts = { fact, node };
  const amountScope = { fact, param, rounded: options.rounded };

  for (const { name, spec } of contract.tracked) {
    if (world.pinned?.has(name)) continue;
    if (contract.late.has(name)) {
      nodes.set(
        name,
        memory(name, () => renewed.get(name)!, copyColumn),
      );
    } else nodes.set(name, compileTracked(graph, spec, facts, amountScope, world.calendar));
  }
  const renewed = new Map<string, NumberNode>();

  const payments: PaymentNodes[] = [];
  const rulesets = new Map<string, RulesetNodes>();
  let end: RulesetNodes["end"];
  let settlementTerm: number | undefined;
  const chosen = contract.rulesets.filter(
    (r) => options.kinds === undefined || options.kinds.includes(r.kind),
  );
  for (const [r, ruleset] of chosen.entries()) {
    const scope: RulesetScope = {
      fact,
      node,
      param,
      live: kindsUntilEnd.includes(ruleset.kind) ? world.live : constantMask(graph, true),
      rounded: options.rounded,
      ground: (output) => contract.grounds.indexOf(output),
      conflict: options.conflict,
    };
    const compiled = compileRuleset(graph, ruleset, scope);
    rulesets.set(ruleset.id, compiled);
    for (const [output, owed] of compiled.payments) {
      payments.push({
        ruleset,
        kind: ruleset.kind,
        output,
        termDays: termOf(ruleset, output, param),
        node: owed,
      });
    }
    if (ruleset.kind === "cancellation") settlementTerm = termOf(ruleset, "settlementPence", param);
    if (compiled.end !== undefined) end = compiled.end;
    // Sets and payments become facts of the next kind when all rulesets of this kind have run.
    if (chosen[r + 1]?.kind === ruleset.kind) continue;
    for (const same of chosen.filter((other) => other.kind === ruleset.kind)) {
      for (const [name, set] of rulesets.get(same.id)!.sets) nodes.set(name, set);
      for (const [output, owed] of rulesets.get(same.id)!.payments) {
        nodes.set(`${output}Pence`, owed);
        for (const key of ["all", nameOfKind(same.kind)]) {
          const before = due.get(key);
          due.set(key, before === undefined ? owed : binary(graph, "add", before, owed));
        }
      }
    }
  }

  return {
    payments,
    settlement: { node: node("settlementPence"), termDays: settlementTerm },
    end,
    rulesets,
    peek: (name) => nodes.get(name) ?? world.pinned?.get(name),
    close: (owed) => {
      due.set("all", owed);
      const lateFacts = { fact, node: (name: string) => renewed.get(name) ?? node(name) };
      for (const { name, spec } of contract.tracked) {
        if (contract.late.has(name)) {
          renewed.set(name, compileTracked(graph, spec, lateFacts, amountScope, world.calendar));
        }
      }
      for (const atEnd of atMonthEnd) atEnd(owed);
    },
  };
}

function termOf(ruleset: Ruleset, output: string, param: (name: string) => number): number | undefined {
  const effect = effectsOf(ruleset).find(
    (e) => e.params.output === output && e.params.termDays !== undefined,
  );
  const term = effect?.params.termDays;
  return typeof term === "object" ? param(term.param) : term;
}
