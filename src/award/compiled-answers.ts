import { at, holds, isCount } from "../engine/column.ts";
import { compileContract } from "../engine/compile-contract.ts";
import type { Conflict } from "../engine/compile-stage.ts";
import { codeOf } from "../engine/fact.ts";
import {
  beginMonth,
  constant,
  type NumberNode,
  numberNode,
  openGraph,
  read,
  readMask,
} from "../engine/graph.ts";
import { constantMask } from "../engine/mask-nodes.ts";
import { conflictError } from "../engine/rule-conflict.ts";
import type { Ruleset } from "../engine/ruleset.ts";
import type { BoundRule } from "./bound-requirement.ts";
import { decidingRules } from "./deciding-rules.ts";
import type { RuleAnswers, RuleQuestion } from "./rule-answers.ts";

/**
 * Opens the road of the kernel: rulesets compiled once for a number of offers, asked as often as wanted.
 *
 * Offers stand where a simulation has its futures. A stage in which two rules hold where one may throws.
 */
export function openCompiledAnswers(offers: number): (question: RuleQuestion) => RuleAnswers {
  const compiled = new Map<BoundRule, (question: RuleQuestion) => RuleAnswers>();
  return (question) => {
    let ask = compiled.get(question.rule);
    if (ask === undefined) {
      ask = compileRule(question.rule, offers);
      compiled.set(question.rule, ask);
    }
    return ask(question);
  };
}

function compileRule({ contract, ruleset }: BoundRule, offers: number): (q: RuleQuestion) => RuleAnswers {
  const graph = openGraph(offers);
  const sources = new Map<string, NumberNode>();
  const source = (name: string): NumberNode => {
    const known = sources.get(name);
    if (known !== undefined) return known;
    const node = numberNode(graph, `offer's ${name}`, () => undefined);
    sources.set(name, node);
    return node;
  };
  let asked: Uint8Array = new Uint8Array(0);
  const conflict = (_: Ruleset, stage: number, output: string, { rules, path }: Conflict) => {
    if (asked[path] === 1) throw conflictError(ruleset.id, output, rules, ruleset.stages[stage]!.hitPolicy);
  };
  // Few sets of rules hold together, for however many offers.
  const decided = new Map<string, readonly string[]>();
  const nothing = constant(graph, 0);
  const nodes = compileContract(
    graph,
    contract,
    {
      node: source,
      calendar: { month: nothing, firstOfContractYear: nothing, firstOfFinancialYear: nothing },
      live: constantMask(graph, true),
    },
    { priceScale: 1, rounded: true, conflict },
  );
  return (question) => {
    asked = question.asked;
    for (const [name, { out }] of sources) {
      const column = question.columns.get(name);
      if (column === undefined) {
        const fact = contract.facts.get(name)!;
        out.uniform = true;
        out.value = codeOf(fact, fact.default);
        out.count = isCount(out.value);
      } else {
        out.uniform = false;
        out.data.set(column);
        out.count = column.every(isCount);
      }
    }
    beginMonth(graph);
    for (const look of graph.always) look();
    const masks = [...nodes.rulesets.get(ruleset.id)!.rules];
    return {
      decided: (offer) => {
        const held = masks.flatMap(([name, node]) => (holds(readMask(node), offer) ? [name] : []));
        const key = held.join("\n");
        const rules = decided.get(key) ?? decidingRules(ruleset, new Set(held));
        decided.set(key, rules);
        return rules;
      },
      value: (output, offer) => {
        const node = nodes.peek(output);
        return node === undefined ? 0 : at(read(node), offer);
      },
    };
  };
}
