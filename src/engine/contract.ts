import { contractFacts, isOpenEnum } from "./contract-facts.ts";
import type { Fact, FactValue } from "./fact.ts";
import { orderOfKind, singleKinds } from "./kind.ts";
import { didYouMean } from "./nearest-name.ts";
import { parameterAsRead, parameterProblem } from "./parameter-value.ts";
import type { Problem } from "./problem.ts";
import type { Parameter, Ruleset, TrackedSpec } from "./ruleset.ts";
import {
  effectsOf,
  groundsOf,
  namesInTracked,
  outputFact,
  parameterFact,
  paymentsOf,
  setFactsOf,
  trackedFact,
} from "./scope.ts";
import { orderTracked } from "./tracked-order.ts";
import { wordsInRuleset } from "./words-in-ruleset.ts";

/** Terms that a policy binds, with its values for their parameters (pounds where money). */
export type PolicyTerms = {
  readonly id: string;
  readonly rulesets: readonly Ruleset[];
  readonly parameters: Readonly<Record<string, FactValue>>;
};

/** A contract's terms with every name looked up: what both roads run. */
export type Contract = {
  readonly id: string;
  /** In the order in which they run. */
  readonly rulesets: readonly Ruleset[];
  /** Every fact that can be read, by name. */
  readonly facts: ReadonlyMap<string, Fact>;
  readonly parameters: ReadonlyMap<string, { readonly parameter: Parameter; readonly value: FactValue }>;
  /** Tracked facts in an order in which each comes after those it reads. */
  readonly tracked: readonly { readonly name: string; readonly spec: TrackedSpec }[];
  /** Tracked facts that stand on what rulesets give; rules read them as at the end of last month. */
  readonly late: ReadonlySet<string>;
  readonly grounds: readonly string[];
};

export type BoundContract =
  | { readonly contract: Contract; readonly problems: readonly [] }
  | { readonly contract?: undefined; readonly problems: readonly Problem[] };

type Reporter = (problem: Omit<Problem, "where">, ruleset?: Ruleset) => void;

/**
 * Binds a policy's rulesets to each other and to the world: one namespace of parameters and facts.
 *
 * `provided` are the facts that the scenario's world gives (stages and drawn facts); `contractStart` is the day
 * on which every ruleset must be valid; `where` names the policy for problems.
 */
export function bindContract(
  terms: PolicyTerms,
  provided: ReadonlyMap<string, Fact>,
  contractStart: string,
  where: string,
): BoundContract {
  const problems: Problem[] = [];
  const report: Reporter = (problem, ruleset) =>
    problems.push({ where: ruleset === undefined ? where : `${where} ${ruleset.id}`, ...problem });
  const rulesets = [...terms.rulesets].sort((a, b) => orderOfKind(a.kind) - orderOfKind(b.kind));
  checkRulesets(rulesets, contractStart, report);
  const parameters = bindParameters(rulesets, terms.parameters, report);
  const facts = new Map<string, Fact>([...contractFacts, ...provided]);
  for (const [name, { parameter }] of parameters) facts.set(name, parameterFact(name, parameter));
  bindFacts(rulesets, provided, facts, report);
  const tracked = bindTracked(rulesets, facts, report);
  if (problems.length > 0) return { problems };
  const words = (name: string) => rulesets.flatMap((ruleset) => wordsInRuleset(ruleset, name));
  const grounds = [...new Set(["none", "handedBack", ...rulesets.flatMap(groundsOf), ...words("endGround")])];
  facts.set("endGround", { ...contractFacts.get("endGround")!, values: grounds });
  const group = facts.get("claimantGroup")!;
  if (isOpenEnum(group)) {
    facts.set("claimantGroup", { ...group, values: [String(group.default), ...words("claimantGroup")] });
  }
  const specs = Object.fromEntries(tracked.map(({ name, spec }) => [name, spec]));
  return {
    problems: [],
    contract: {
      id: terms.id,
      rulesets,
      facts,
      parameters,
      tracked,
      late: lateFacts(specs, facts, tracked),
      grounds,
    },
  };
}

/** The value of a parameter as rules read it, under a scale of unit prices. */
export function readParameter(contract: Contract, name: string, priceScale: number): FactValue {
  const bound = contract.parameters.get(name)!;
  return parameterAsRead(bound.parameter, bound.value, priceScale);
}

function checkRulesets(rulesets: readonly Ruleset[], contractStart: string, report: Reporter): void {
  const ids = new Set<string>();
  for (const ruleset of rulesets) {
    if (ids.has(ruleset.id)) report({ adjective: "duplicate", noun: "ruleset", found: ruleset.id });
    ids.add(ruleset.id);
    if (
      contractStart < ruleset.validFrom ||
      (ruleset.validTo !== undefined && contractStart > ruleset.validTo)
    ) {
      const range =
        ruleset.validTo === undefined
          ? `from ${ruleset.validFrom}`
          : `from ${ruleset.validFrom} to ${ruleset.validTo}`;
      report({
        adjective: "invalid",
        noun: "ruleset",
        found: `${ruleset.id}, valid ${range}`,
        expected: `one valid at the contract's start, ${contractStart}`,
      });
    }
  }
  for (const kind of singleKinds) {
    const same = rulesets.filter((ruleset) => ruleset.kind === kind);
    if (same.length > 1) {
      report({
        adjective: "ambiguous",
        noun: `${kind} rulesets`,
        found: same.map((ruleset) => ruleset.id).join(", "),
        expected: `at most one of kind ${kind}`,
        hint: "several grounds are several rules in one ruleset",
      });
    }
  }
}

function bindParameters(
  rulesets: readonly Ruleset[],
  values: Readonly<Record<string, FactValue>>,
  report: Reporter,
): Map<string, { parameter: Parameter; value: FactValue }> {
  const declared = new Map<string, Parameter>();
  for (const ruleset of rulesets) {
    for (const [name, parameter] of Object.entries(ruleset.parameters)) {
      const before = declared.get(name);
      if (before === undefined) declared.set(name, parameter);
      else if (
        before.unit !== parameter.unit ||
        before.type !== parameter.type ||
        before.scaled !== parameter.scaled
      ) {
        report(
          {
            adjective: "ambiguous",
            noun: "parameter",
            found: `${name} in ${before.unit} and in ${parameter.unit}`,
            expected: "one unit and type for all rulesets of a policy",
          },
          ruleset,
        );
      } else {
        if (before.default !== parameter.default && !Object.hasOwn(values, name)) {
          report(
            {
              adjective: "ambiguous",
              noun: "parameter",
              found: `${name} with defaults ${before.default} and ${parameter.default}`,
              expected: `a value for ${name} under the policy's parameters`,
            },
            ruleset,
          );
        }
        declared.set(name, intersection(before, parameter));
      }
    }
  }
  for (const [name, value] of Object.entries(values)) {
    const parameter = declared.get(name);
    if (parameter === undefined) {
      const hint = didYouMean(name, declared.keys());
      report({
        adjective: "unknown",
        noun: "parameter",
        found: name,
        expected: "a parameter of a ruleset that the policy binds",
        ...(hint && { hint }),
      });
      continue;
    }
    const problem = parameterProblem(parameter, value);
    if (problem !== undefined) report({ ...problem, noun: `value for ${name}` });
  }
  return new Map(
    [...declared].map(([name, parameter]) => [
      name,
      { parameter, value: Object.hasOwn(values, name) ? values[name]! : parameter.default },
    ]),
  );
}

function intersection(a: Parameter, b: Parameter): Parameter {
  const least = Math.max(a.min ?? Number.NEGATIVE_INFINITY, b.min ?? Number.NEGATIVE_INFINITY);
  const most = Math.min(a.max ?? Number.POSITIVE_INFINITY, b.max ?? Number.POSITIVE_INFINITY);
  return {
    ...a,
    ...(Number.isFinite(least) && { min: least }),
    ...(Number.isFinite(most) && { max: most }),
  };
}

function bindFacts(
  rulesets: readonly Ruleset[],
  provided: ReadonlyMap<string, Fact>,
  facts: Map<string, Fact>,
  report: Reporter,
): void {
  const writers = new Map<string, Ruleset>();
  for (const ruleset of rulesets) {
    for (const name of [...paymentsOf(ruleset).map((output) => `${output}Pence`), ...setFactsOf(ruleset)]) {
      const before = writers.get(name);
      if (before !== undefined) {
        report(
          {
            adjective: "ambiguous",
            noun: "writers of one fact",
            found: `${name} in ${before.id} and ${ruleset.id}`,
            expected: "one ruleset that sets or pays it",
          },
          ruleset,
        );
      } else if (provided.has(name)) {
        report(
          {
            adjective: "ambiguous",
            noun: "writers of one fact",
            found: `${name} in ${ruleset.id} and the scenario`,
            expected: "one of them",
          },
          ruleset,
        );
      }
      writers.set(name, ruleset);
    }
    for (const output of paymentsOf(ruleset)) facts.set(`${output}Pence`, outputFact(output));
    for (const [name, fact] of Object.entries(ruleset.facts)) {
      const declared: Fact = { name, ...fact, from: fact.from } as Fact;
      const known = provided.get(name) ?? (fact.from === "set" ? facts.get(name) : undefined);
      if (fact.from === "scenario" && known === undefined) {
        const hint = didYouMean(name, provided.keys());
        report(
          {
            adjective: "missing",
            noun: "fact",
            found: name,
            expected: `the scenario to give it, as an outcome stage or a drawn fact`,
            ...(hint && { hint }),
          },
          ruleset,
        );
      } else if (
        known !== undefined &&
        (known.type !== fact.type || (known.values ?? []).join() !== (fact.values ?? []).join())
      ) {
        report(
          {
            adjective: "ambiguous",
            noun: "fact",
            found: `${name} as ${known.type} and as ${fact.type}`,
            expected: "the same type and values",
          },
          ruleset,
        );
      } else facts.set(name, known ?? declared);
    }
  }
  checkOrder(rulesets, writers, report);
}

/** A ruleset reads what earlier kinds give, or its own earlier stages. */
function checkOrder(
  rulesets: readonly Ruleset[],
  writers: ReadonlyMap<string, Ruleset>,
  report: Reporter,
): void {
  for (const ruleset of rulesets) {
    const read = new Set(readsOf(ruleset));
    for (const name of read) {
      const writer = writers.get(name);
      if (writer === undefined || writer === ruleset) continue;
      if (orderOfKind(writer.kind) >= orderOfKind(ruleset.kind)) {
        report(
          {
            adjective: "invalid",
            noun: "fact",
            found: `${name}, which ${writer.id} gives later`,
            expected: `facts of kinds that run before ${ruleset.kind}`,
            hint: "a tracked fact can remember it from last month",
          },
          ruleset,
        );
      }
    }
  }
}

/** The facts that a ruleset's conditions and amounts read this month (its tracked facts remember and may read anything). */
export function readsOf(ruleset: Ruleset): string[] {
  const names: string[] = [];
  const walk = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(walk);
    else if (typeof part === "object" && part !== null) {
      const record = part as Record<string, unknown>;
      if (typeof record.fact === "string") names.push(record.fact);
      Object.values(record).forEach(walk);
    }
  };
  for (const stage of ruleset.stages) for (const rule of stage.rules) walk(rule.conditions);
  for (const effect of effectsOf(ruleset)) walk(effect.params);
  return names;
}

function bindTracked(
  rulesets: readonly Ruleset[],
  facts: Map<string, Fact>,
  report: Reporter,
): Contract["tracked"] {
  const specs: Record<string, TrackedSpec> = {};
  for (const ruleset of rulesets) {
    for (const [name, spec] of Object.entries(ruleset.tracked)) {
      const before = Object.hasOwn(specs, name) ? specs[name] : undefined;
      if (before !== undefined && JSON.stringify(before) !== JSON.stringify(spec)) {
        report(
          {
            adjective: "ambiguous",
            noun: "tracked fact",
            found: `${name}, declared differently elsewhere`,
            expected: "one declaration under one name",
          },
          ruleset,
        );
      } else if (before === undefined && facts.has(name)) {
        report(
          {
            adjective: "duplicate",
            noun: "name",
            found: name,
            expected: "a name that no other fact of the policy uses",
          },
          ruleset,
        );
      } else if (before === undefined) {
        specs[name] = spec;
      }
    }
  }
  for (const [name, spec] of Object.entries(specs)) facts.set(name, trackedFact(name, spec));
  const { order, cycle } = orderTracked(specs);
  if (cycle !== undefined) {
    report({
      adjective: "invalid",
      noun: "cycle of tracked facts",
      found: [...cycle, cycle[0]].join(" → "),
      expected: "tracked facts that can be worked out one after the other",
    });
  }
  return order.map((name) => ({ name, spec: specs[name]! }));
}

/** Facts of the dictionary that are known only once rulesets have run. */
export function isGivenByRules(fact: Fact): boolean {
  if (fact.from === "set" || fact.from === "output") return true;
  return (
    /^due(ToDate|ThisFinancialYear)?Pence$/.test(fact.name) ||
    (fact.from === "dictionary" && /(Fee|Payment|volume|adjustment|limit)ToDatePence$/.test(fact.name))
  );
}

function lateFacts(
  specs: Readonly<Record<string, TrackedSpec>>,
  facts: ReadonlyMap<string, Fact>,
  tracked: Contract["tracked"],
): Set<string> {
  const late = new Set<string>();
  for (const { name } of tracked) {
    const reads = namesInTracked(specs[name]!);
    if (reads.some((read) => late.has(read) || isGivenByRules(facts.get(read)!))) late.add(name);
  }
  return late;
}
