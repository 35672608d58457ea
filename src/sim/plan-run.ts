import { binary } from "../engine/arithmetic-nodes.ts";
import { at, type Column, setUniform } from "../engine/column.ts";
import { readParameter } from "../engine/contract.ts";
import { constant, keep, type NumberNode } from "../engine/graph.ts";
import { type Kind, paymentKinds } from "../engine/kind.ts";
import { round } from "../engine/money.ts";
import { sumNode } from "../engine/tracked-nodes.ts";
import type { CheckedPolicy, CheckedScenario } from "./check-scenario.ts";
import type { Plan } from "./plan.ts";
import { plannedAfterEachMonth, planWorld } from "./plan-world.ts";
import { openPlannedContract } from "./planned-contract.ts";
import { type PlannedTerms, plannedTerms } from "./planned-terms.ts";
import { calledOffPence } from "./policy-facts.ts";
import type { Scenario } from "./scenario-schema.ts";
import type { World } from "./world.ts";

const valueKinds: readonly Kind[] = ["start-fee", "outcome-payment"];
const noPlan: Plan = {
  contractValue: 0,
  total: 0,
  serviceFee: 0,
  serviceFeeAfter: [],
  paymentsAfter: [],
  fixedCostAfter: [],
  peopleCostAfter: [],
};

/**
 * Works out a policy's plan: indicative referrals, believed rates, people as expected (fractional), no end.
 *
 * The plan is run once for the whole and once for each month m with only the people who have not started by then,
 * which gives what is still planned for them.
 */
export function planOf(checked: CheckedScenario, policy: CheckedPolicy, priceScale: number): Plan {
  const { world, plans } = keptFor(checked);
  const terms = plannedTerms(policy.contract);
  const read = terms.parameters.map((name) => readParameter(policy.contract, name, priceScale));
  const key = JSON.stringify([terms.key, calledOffPence(checked, priceScale), read]);
  const known = plans.get(key);
  if (known !== undefined) return known;
  const plan = workOutPlan(checked, policy, terms, priceScale, world);
  if (plans.size >= mostKept) plans.delete(plans.keys().next().value as string);
  plans.set(key, plan);
  return plan;
}

/** What the plans of one contract have in common, and the latest of them: policies that pay alike are planned once. */
type KeptPlans = { readonly world: World; readonly plans: Map<string, Plan> };

const mostKept = 64;
const kept = new WeakMap<CheckedScenario, KeptPlans>();

function keptFor(held: CheckedScenario): KeptPlans {
  const checked =
    held.believes !== undefined && plansAlike(held.scenario, held.believes.scenario) ? held.believes : held;
  const known = kept.get(checked);
  if (known !== undefined) return known;
  const width = checked.timeline.lastMonth + 1;
  const made = { world: planWorld(checked, plannedAfterEachMonth(width)), plans: new Map() };
  kept.set(checked, made);
  return made;
}

/** Plans stand on what is believed, but for the contract's own figures and how long outcomes take. */
function plansAlike(held: Scenario, believed: Scenario): boolean {
  const stages = believed.delivery.stages;
  return (
    held.contract === believed.contract &&
    held.delivery.stages.every(({ delayMonths }, place) => delayMonths === stages[place]?.delayMonths)
  );
}

/** Each part of a plan is worked out when it is first read: many terms read none of them. */
function workOutPlan(
  checked: CheckedScenario,
  policy: CheckedPolicy,
  terms: PlannedTerms,
  priceScale: number,
  world: World,
): Plan {
  const share = terms.parameters.includes("serviceFeeShare") ? { serviceFeeShare: 0 } : undefined;
  const hasFee = policy.contract.rulesets.some((ruleset) => ruleset.kind === "service-fee");
  const run = (kinds: readonly Kind[], of: Plan, override?: Readonly<Record<string, number>>) =>
    runPlan(checked, policy, priceScale, world, kinds, of, override);
  const value = once(() => run(valueKinds, noPlan, share));
  const contractValue = once(() => {
    const pence = value().all[0]!;
    return checked.scenario.counts === "drawn" ? round(pence) : pence;
  });
  const known: Plan = {
    ...noPlan,
    get contractValue() {
      return contractValue();
    },
  };
  const whole = once(() => run(paymentKinds, known));
  const isValue = share === undefined && !terms.reads.has("contractValuePence");
  const people = once(() => (isValue ? value() : run(valueKinds, known)));
  const after = <T>(of: (month: number) => T): T[] =>
    Array.from({ length: checked.timeline.lastMonth + 1 }, (_, m) => of(m));
  const sum = (fees: readonly number[]) => fees.reduce((total, fee) => total + fee, 0);
  const { fixed, unavoidable, noticeMonths } = world.costs;
  const lists = once(() => ({
    serviceFeeAfter: after((m) => (hasFee ? sum(whole().serviceFeeByMonth.slice(m)) : 0)),
    paymentsAfter: after((m) => people().all[m]!),
    fixedCostAfter: after((m) => fixedCostAfter(fixed, unavoidable, noticeMonths, m)),
    peopleCostAfter: after((m) => people().peopleCost[m]!),
  }));
  return {
    get contractValue() {
      return contractValue();
    },
    get total() {
      return whole().all[0]!;
    },
    get serviceFee() {
      return hasFee ? sum(whole().serviceFeeByMonth) : 0;
    },
    get serviceFeeAfter() {
      return lists().serviceFeeAfter;
    },
    get paymentsAfter() {
      return lists().paymentsAfter;
    },
    get fixedCostAfter() {
      return lists().fixedCostAfter;
    },
    get peopleCostAfter() {
      return lists().peopleCostAfter;
    },
  };
}

function once<T>(work: () => T): () => T {
  let done: { readonly of: T } | undefined;
  return () => {
    done ??= { of: work() };
    return done.of;
  };
}

/** Fixed cost planned after month m, less what an end after that month could not avoid. */
function fixedCostAfter(
  fixed: readonly Column[],
  unavoidable: readonly Column[],
  noticeMonths: readonly number[],
  m: number,
): number {
  const planned = fixed.slice(m).reduce((sum, column) => sum + column.value, 0);
  const kept = m === 0 ? 0 : unavoidable[m - 1]!.value * noticeMonths[m - 1]!;
  return Math.max(0, planned - kept);
}

type PlanRun = { all: Float64Array; peopleCost: Float64Array; serviceFeeByMonth: number[] };

function runPlan(
  checked: CheckedScenario,
  policy: CheckedPolicy,
  priceScale: number,
  world: World,
  kinds: readonly Kind[],
  plan: Plan,
  override?: Readonly<Record<string, number>>,
): PlanRun {
  const { timeline, scenario } = checked;
  const width = timeline.lastMonth + 1;
  const { graph, sources, facts, nodes, run } = openPlannedContract({
    checked,
    policy,
    plan,
    priceScale,
    width,
    kinds,
    override,
  });
  const zero = constant(graph, 0);
  const add = (list: readonly NumberNode[]) => list.reduce((a, b) => binary(graph, "add", a, b), zero);
  const owed = add(nodes.payments.map((p) => p.node));
  const serviceFee = add(nodes.payments.filter((p) => p.kind === "service-fee").map((p) => p.node));
  const all = sumNode(graph, owed);
  const perStart = binary(
    graph,
    "mul",
    sources.world("plan cost per start", (w) => w.costs.perStart),
    facts.starts,
  );
  const perReferral = binary(
    graph,
    "mul",
    sources.world("plan cost per referral", (w) => w.costs.perReferral),
    facts.referrals,
  );
  const perOutcome = scenario.delivery.stages.map(({ id }, place) =>
    Object.hasOwn(scenario.costs.perOutcome, id)
      ? binary(
          graph,
          "mul",
          sources.world(`plan cost per ${id}`, (w) => w.costs.perOutcome.get(id)!),
          facts.stage(place, "achieved").before,
        )
      : zero,
  );
  const people = sumNode(graph, add([perStart, perReferral, ...perOutcome]));
  nodes.close(owed);
  keep(graph, serviceFee);
  const serviceFeeByMonth: number[] = [];
  run(world, () => serviceFeeByMonth.push(at(serviceFee.out, 0)));
  return { all: spreadOut(all.out, width), peopleCost: spreadOut(people.out, width), serviceFeeByMonth };
}

function spreadOut(column: Column, width: number): Float64Array {
  if (!column.uniform) return column.data.slice();
  const data = new Float64Array(width);
  const copy: Column = { uniform: true, value: 0, data, count: true };
  setUniform(copy, column.value);
  return data.fill(column.value);
}
