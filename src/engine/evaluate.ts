import { Engine, type RuleProperties } from "json-rules-engine";
import { type Condition, factsOfCondition } from "./condition.ts";
import type { FactValue } from "./fact.ts";
import type { Stage } from "./ruleset.ts";

/** How json-rules-engine judged one rule: did it hold, and the conditions with what each compared. */
export type Judgement = { readonly rule: string; readonly held: boolean; readonly trace: Trace };

/** A condition with its result and, at its leaves, the values that were compared. */
export type Trace = {
  readonly operator?: string;
  readonly fact?: string;
  readonly value?: unknown;
  readonly result?: boolean;
  readonly factResult?: unknown;
  readonly valueResult?: unknown;
  readonly all?: readonly Trace[];
  readonly any?: readonly Trace[];
  readonly not?: Trace;
};

type Facts = Readonly<Record<string, FactValue>>;

/** The road of reasons: asks json-rules-engine which rules of a stage hold for one set of facts. */
export type Evaluate = (stage: Pick<Stage, "rules">, facts: Facts) => Promise<Judgement[]>;

/**
 * Opens the road of reasons. Engines are built once a stage and reused.
 *
 * Runs on one engine never overlap: json-rules-engine 7.3.1 keeps the state of a run on the engine, and
 * runs that overlap lose events. Nothing in a rule can reach code: there is no path and no dynamic fact.
 */
export function openEvaluate(): Evaluate {
  const engines = new WeakMap<object, { engine: Engine; names: string[]; last: Promise<unknown> }>();
  return (stage, facts) => {
    let entry = engines.get(stage);
    if (entry === undefined) {
      const names = [...new Set(stage.rules.flatMap((rule) => factsOfCondition(rule.conditions)))];
      entry = { engine: engineFor(stage), names, last: Promise.resolve() };
      engines.set(stage, entry);
    }
    const { engine, names } = entry;
    // Only what the rules name: json-rules-engine takes time for every fact that it is handed.
    const named = Object.fromEntries(names.filter((n) => Object.hasOwn(facts, n)).map((n) => [n, facts[n]]));
    const run = entry.last.then(async () => {
      const { results, failureResults } = await engine.run(named);
      const byName = new Map([...results, ...failureResults].map((result) => [result.name, result]));
      return stage.rules.map((rule): Judgement => {
        const result = byName.get(rule.name)!;
        return {
          rule: rule.name,
          held: result.result === true,
          trace: result.conditions as unknown as Trace,
        };
      });
    });
    entry.last = run.catch(() => undefined);
    return run;
  };
}

// One stage a condition for all paths, as an engine is built for each stage.
const conditionStages = new WeakMap<object, Pick<Stage, "rules">>();

/** One condition as a stage of its own, so that tracked facts are asked of json-rules-engine too. */
export function stageOfCondition(condition: Condition): Pick<Stage, "rules"> {
  const known = conditionStages.get(condition);
  if (known !== undefined) return known;
  const conditions: Condition = "fact" in condition ? { all: [condition] } : condition;
  const event = { type: "set" as const, params: { output: "held", amount: true } };
  const stage = { rules: [{ name: "tracked", conditions, priority: 1, event }] };
  conditionStages.set(condition, stage);
  return stage;
}

function engineFor(stage: Pick<Stage, "rules">): Engine {
  const engine = new Engine([], {
    pathResolver: () => {
      throw new Error("a rule may not reach into a fact by path");
    },
  });
  for (const rule of stage.rules) engine.addRule(rule as unknown as RuleProperties);
  return engine;
}
