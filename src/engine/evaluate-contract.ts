import { workOut } from "./amount.ts";
import { type AmountScope, amountOf, outputsOfStage } from "./compile-ruleset.ts";
import { type Contract, isGivenByRules, readParameter } from "./contract.ts";
import { type Evaluate, type Judgement, stageOfCondition } from "./evaluate.ts";
import { codeOf, type FactValue, factValueOf } from "./fact.ts";
import { decide, type Hit } from "./hit-policy.ts";
import { kindsUntilEnd, nameOfKind, paymentKinds } from "./kind.ts";
import { inHundredths, round } from "./money.ts";
import { conflictError } from "./rule-conflict.ts";
import type { Effect, Ruleset, Stage } from "./ruleset.ts";
import { effectsOf } from "./scope.ts";
import { openTrackedMemory, type TrackedMemory, type TrackedMonth } from "./tracked-memory.ts";

/** What one ruleset gave in one month of one path, with the reasons. */
export type RulesetMonth = {
  readonly ruleset: Ruleset;
  readonly judgements: readonly Judgement[];
  /** The facts as each stage read them; none where the ruleset did not run. */
  readonly read: readonly Readonly<Record<string, FactValue>>[];
  readonly payments: ReadonlyMap<string, number>;
  readonly sets: ReadonlyMap<string, FactValue>;
  readonly end: string | undefined;
};

/** One month of a contract along one path. */
export type ContractMonth = {
  readonly rulesets: readonly RulesetMonth[];
  /** All facts as rules could read them at the end of the month. */
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly settlement: number;
  readonly end: string | undefined;
  /** To be called with all that is owed this month, the settlement included. */
  readonly close: (owed: number) => Promise<void>;
};

export type EvaluateOptions = { readonly priceScale: number; readonly rounded: boolean };

/** The facts of the month that the world gives, by name, and whether the contract still runs. */
export type WorldMonth = {
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly live: boolean;
  readonly firstOfContractYear: boolean;
  readonly firstOfFinancialYear: boolean;
  /** Facts held at given values until a ruleset sets them, whatever they would follow from: how examples are run. */
  readonly pinned?: Readonly<Record<string, FactValue>>;
};

/** Opens a contract for one path on the road of reasons: each call is a month. The twin of `compileContract`. */
export function openContractMonths(
  contract: Contract,
  evaluate: Evaluate,
  options: EvaluateOptions,
): (world: WorldMonth) => Promise<ContractMonth> {
  const fact = (name: string) => contract.facts.get(name)!;
  const param = (name: string) =>
    codeOf(contract.parameters.get(name)!.parameter, readParameter(contract, name, options.priceScale));
  const scope = { fact, param, rounded: options.rounded };
  const memories = new Map(contract.tracked.map(({ name, spec }) => [name, openTrackedMemory(spec, scope)]));
  const late = new Map([...contract.late].map((name) => [name, 0]));
  const past = new Map<string, number>();
  let pastOfYear = 0;

  return async (world) => {
    const due = new Map<string, number>();
    const codes = new Map<string, number>();
    for (const [name, declared] of contract.facts) {
      if (isGivenByRules(declared))
        codes.set(name, declared.from === "dictionary" ? 0 : codeOf(declared, declared.default));
      else if (contract.parameters.has(name)) codes.set(name, param(name));
      else if (late.has(name)) codes.set(name, late.get(name)!);
      else codes.set(name, codeOf(declared, world.facts[name] ?? declared.default));
    }
    const readMoney = () => {
      const all = due.get("all") ?? 0;
      codes.set("duePence", all);
      codes.set("dueToDatePence", (past.get("all") ?? 0) + all);
      codes.set("dueThisFinancialYearPence", pastOfYear + all);
      for (const kind of kindsThatPay) {
        codes.set(`${kind}ToDatePence`, (past.get(kind) ?? 0) + (due.get(kind) ?? 0));
      }
    };
    const asFacts = () => {
      const facts: Record<string, FactValue> = {};
      for (const [name, code] of codes) facts[name] = factValueOf(fact(name), code);
      return facts;
    };
    const trackedMonth: TrackedMonth = {
      fact: (name) => codes.get(name)!,
      holds: async (condition) => {
        return (await evaluate(stageOfCondition(condition), asFacts()))[0]!.held;
      },
      month: codes.get("month")!,
      firstOfContractYear: world.firstOfContractYear,
      firstOfFinancialYear: world.firstOfFinancialYear,
    };
    const renew = async (name: string, memory: TrackedMemory) => {
      codes.set(name, await memory(trackedMonth));
    };
    const pin = () => {
      for (const [name, value] of Object.entries(world.pinned ?? {})) {
        if (!set.has(name)) codes.set(name, codeOf(fact(name), value));
      }
    };
    const set = new Set<string>();
    readMoney();
    pin();
    for (const [name, memory] of memories)
      if (!late.has(name) && world.pinned?.[name] === undefined) await renew(name, memory);

    const rulesets: RulesetMonth[] = [];
    let end: string | undefined;
    for (const [r, ruleset] of contract.rulesets.entries()) {
      const runs = world.live || !kindsUntilEnd.includes(ruleset.kind);
      const month = runs
        ? await rulesetMonth(ruleset, contract, codes, asFacts, evaluate, scope)
        : { ruleset, judgements: [], read: [], payments: new Map(), sets: new Map(), end: undefined };
      rulesets.push(month);
      if (month.end !== undefined) end = month.end;
      if (contract.rulesets[r + 1]?.kind === ruleset.kind) continue;
      for (const same of rulesets.filter((m) => m.ruleset.kind === ruleset.kind)) {
        for (const [name, value] of same.sets) {
          codes.set(name, codeOf(fact(name), value));
          set.add(name);
        }
        for (const [output, owed] of same.payments) {
          codes.set(`${output}Pence`, owed);
          set.add(`${output}Pence`);
          due.set("all", (due.get("all") ?? 0) + owed);
          const kind = nameOfKind(same.ruleset.kind);
          due.set(kind, (due.get(kind) ?? 0) + owed);
        }
      }
      readMoney();
      pin();
    }

    return {
      rulesets,
      facts: asFacts(),
      settlement: codes.get("settlementPence")!,
      end,
      close: async (owed) => {
        due.set("all", owed);
        readMoney();
        for (const name of contract.late) codes.set(name, late.get(name)!);
        for (const { name } of contract.tracked) if (late.has(name)) await renew(name, memories.get(name)!);
        for (const name of contract.late) late.set(name, codes.get(name)!);
        for (const [key, amount] of due) past.set(key, (past.get(key) ?? 0) + amount);
        pastOfYear = world.facts.lastMonthOfFinancialYear === true ? 0 : pastOfYear + owed;
      },
    };
  };
}

const kindsThatPay = paymentKinds.map(nameOfKind);

async function rulesetMonth(
  ruleset: Ruleset,
  contract: Contract,
  outside: ReadonlyMap<string, number>,
  asFacts: () => Record<string, FactValue>,
  evaluate: Evaluate,
  scope: AmountScope,
): Promise<RulesetMonth> {
  const facts = asFacts();
  const codes = new Map(outside);
  const judgements: Judgement[] = [];
  const read: Record<string, FactValue>[] = [];
  const payments = new Map<string, number>();
  const sets = new Map<string, FactValue>();
  let end: string | undefined;
  for (const stage of ruleset.stages) {
    const judged = await evaluate(stage, facts);
    judgements.push(...judged);
    read.push({ ...facts });
    const held = stage.rules.filter((_, r) => judged[r]!.held);
    const given: (() => void)[] = [];
    for (const [type, output] of outputsOfStage(stage)) {
      if (type === "end") continue;
      const hits = held.filter((rule) => rule.event.type === type && rule.event.params.output === output);
      const fallback = stage.otherwise.find((e) => e.type === type && e.params.output === output);
      const amount = (effect: Effect) => {
        // Why an offer is left out, and what its bidder is asked, is a yes without an amount.
        const { amount = true } = effect.params;
        if (typeof amount === "boolean" || typeof amount === "string")
          return codeOf(scope.fact(output), amount);
        const worked = workOut(amountOf(amount, scope), (name) => codes.get(name)!);
        return type === "score" ? inHundredths(worked) : worked;
      };
      const decision = decide(
        stage.hitPolicy,
        hits.map((rule): Hit => ({ rule: rule.name, priority: rule.priority, amount: amount(rule.event) })),
      );
      if (decision.outcome === "conflict")
        throw conflictError(ruleset.id, output, decision.rules, stage.hitPolicy);
      const value = decision.outcome === "value" ? decision.value : fallback && amount(fallback);
      given.push(() => {
        if (type !== "pay") {
          if (value === undefined) return;
          const declared = contract.facts.get(output)!;
          const set = factValueOf(declared, declared.type === "number" ? value + 0 : value);
          sets.set(output, set);
          codes.set(output, codeOf(declared, set));
          facts[output] = set;
        } else {
          const owed = scope.rounded ? round(value ?? 0) : (value ?? 0) + 0;
          const total = payments.has(output) ? payments.get(output)! + owed : owed;
          payments.set(output, total);
          codes.set(`${output}Pence`, total);
          facts[`${output}Pence`] = total;
        }
      });
    }
    for (const give of given) give();
    end ??= groundOf(stage, held);
  }
  return { ruleset, judgements, read, payments, sets, end };
}

/** The first ground in file order counts, whatever the hit policy: of the rules that held, then of `otherwise`. */
function groundOf(stage: Stage, held: readonly Stage["rules"][number][]): string | undefined {
  const effects = [...held.map((rule) => rule.event), ...stage.otherwise];
  return effects.find((effect) => effect.type === "end")?.params.output;
}

/** The payment term of an output in days, as its ruleset states it. */
export function statedTerm(
  contract: Contract,
  ruleset: Ruleset,
  output: string,
  priceScale: number,
): number | undefined {
  const term = effectsOf(ruleset).find((e) => e.params.output === output && e.params.termDays !== undefined)
    ?.params.termDays;
  return typeof term === "object" ? Number(readParameter(contract, term.param, priceScale)) : term;
}
