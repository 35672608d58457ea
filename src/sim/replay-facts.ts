import { at } from "../engine/column.ts";
import { type FactValue, factValueOf } from "../engine/fact.ts";
import { round } from "../engine/money.ts";
import type { CheckedScenario } from "./check-scenario.ts";
import { lastMonthOfStaff } from "./month-cost.ts";
import type { Plan } from "./plan.ts";
import { calledOffPence, plannedSetUp } from "./policy-facts.ts";
import type { Cell, World } from "./world.ts";

/** What a replayed path carries from month to month. */
export type PathState = {
  live: boolean;
  endMonth: number;
  endGround: string;
  /** Were referrals open in each month so far? Place 0 is month 1. */
  open: boolean[];
  referralsToDate: number;
  startsToDate: number;
  indicativeToDate: number;
  setUpToDate: number;
  costToDate: number;
};

/** People and cost of one month of one path, after what the terms cut off. */
export type PathMonth = {
  readonly referrals: number;
  readonly starts: number;
  readonly stages: readonly {
    readonly id: string;
    readonly before: number;
    readonly after: number;
    readonly achieved: number;
    readonly achievedAfter: number;
  }[];
  readonly setUp: number;
  readonly cost: number;
  /** The cost by what it is for, in pence; the names are those of a scenario's costs. */
  readonly costs: readonly { readonly kind: string; readonly pence: number }[];
};

/** Reads one month of a world along one path, as a policy in the given state sees it. */
export function pathMonth(
  checked: CheckedScenario,
  world: World,
  path: number,
  month: number,
  state: PathState,
): PathMonth {
  const { scenario, timeline } = checked;
  const m = month - 1;
  const { costs } = scenario;
  const taken = state.live && state.open[m]!;
  const referrals = taken ? at(world.referrals[m]!, path) : 0;
  const starts = taken ? at(world.starts[m]!, path) : 0;
  const gated =
    scenario.commissioner.budgetPerFinancialYear !== undefined && scenario.commissioner.stopsWhenSpent;
  const stages = world.stages.map((stage) => {
    const cells = stage.cells[m]!;
    const sum = (list: readonly Cell[], count: (cell: Cell) => number) =>
      list.reduce((total, cell) => total + count(cell), 0);
    const openCells = cells.filter((cell) => state.open[cell.start - 1]!);
    const left = state.live
      ? []
      : openCells.filter((cell) => cell.start < month && cell.start <= state.endMonth);
    const before = (all: number, count: (cell: Cell) => number) =>
      !state.live ? 0 : gated ? sum(openCells, count) : all;
    return {
      id: stage.id,
      before: before(at(stage.byMonth[m]!, path), (cell) => at(cell.count, path)),
      after: sum(left, (cell) => at(cell.surviving, path)),
      achieved: before(at(stage.achievedByMonth[m]!, path), (cell) => at(cell.achieved, path)),
      achievedAfter: sum(left, (cell) => at(cell.survivingAchieved, path)),
    };
  });
  const setUp = state.live ? at(world.costs.setUp[m]!, path) : 0;
  const parts: { kind: string; pence: number }[] = [];
  const spend = (kind: string, pence: number) => parts.push({ kind, pence });
  if (costs.setUp !== undefined) spend("setUp", setUp);
  if (costs.perMonth !== undefined || costs.posts !== undefined)
    spend("fixed", state.live ? at(world.costs.fixed[m]!, path) : 0);
  if (costs.perReferral !== undefined) spend("perReferral", at(world.costs.perReferral, path) * referrals);
  if (costs.perStart !== undefined) spend("perStart", at(world.costs.perStart, path) * starts);
  for (const stage of stages) {
    const each = world.costs.perOutcome.get(stage.id);
    if (each !== undefined) spend("perOutcome", at(each, path) * (stage.achieved + stage.achievedAfter));
  }
  if (costs.trackingPerMonth !== undefined) {
    const tracked = timeline.lastMonth - timeline.lastReferralMonth;
    const runs = state.live
      ? month > timeline.lastReferralMonth
      : month <= state.endMonth + tracked && state.endGround !== "handedBack";
    spend("tracking", runs && state.startsToDate + starts > 0 ? at(world.costs.tracking, path) : 0);
  }
  if (costs.onEarlyEnd !== undefined || costs.posts !== undefined) {
    const justEnded = state.endMonth === month - 1 && month > 1 && state.endMonth < lastMonthOfStaff(checked);
    const notice = justEnded
      ? at(world.costs.unavoidable[m - 1]!, path) * world.costs.noticeMonths[m - 1]!
      : 0;
    spend("onEarlyEnd", justEnded ? at(world.costs.onEarlyEnd, path) + notice : 0);
  }
  const cost = parts.reduce((sum, { pence }) => sum + pence, 0);
  return { referrals, starts, stages, setUp, cost, costs: parts };
}

/** The facts of the month that the world gives to a policy's rules, by name. */
export function pathFacts(
  checked: CheckedScenario,
  world: World,
  path: number,
  month: number,
  state: PathState,
  people: PathMonth,
  plan: Plan,
  priceScale: number,
): Record<string, FactValue> {
  const { scenario, timeline } = checked;
  const m = month - 1;
  const calendar = timeline.months[m]!;
  const here = (column: Parameters<typeof at>[0]) => at(column, path);
  const closed = state.live && !state.open[m]!;
  const taken = state.live && state.open[m]!;
  const indicative = state.live ? calendar.indicativeReferrals : 0;
  const byProvider = taken ? here(world.refusedByProvider[m]!) : 0;
  const beyondPlaces = taken ? here(world.beyondPlaces[m]!) : 0;
  const beyondBudget = closed ? here(world.referrals[m]!) : 0;
  const q = state.indicativeToDate === 0 ? 1 : state.referralsToDate / state.indicativeToDate;
  const goesOn = month < timeline.lastReferralMonth;
  const whole = (value: number) => (scenario.counts === "drawn" ? round(value) : value);
  const income = (plan.serviceFeeAfter[month] ?? 0) + q * (plan.paymentsAfter[month] ?? 0);
  const spared = income - (plan.fixedCostAfter[month] ?? 0) - q * (plan.peopleCostAfter[month] ?? 0);
  const facts: Record<string, FactValue> = {
    month,
    monthOfYear: calendar.monthOfYear,
    contractYear: calendar.contractYear,
    financialYear: calendar.financialYear,
    lastMonthOfContractYear: calendar.lastMonthOfContractYear,
    lastMonthOfFinancialYear: calendar.lastMonthOfFinancialYear,
    plannedPhase: calendar.plannedPhase,
    phase: state.live ? calendar.plannedPhase : "tracking",
    leadInMonths: scenario.contract.leadInMonths,
    firstReferralMonth: timeline.firstReferralMonth,
    lastReferralMonth: timeline.lastReferralMonth,
    lastMonth: timeline.lastMonth,
    claimantGroup: scenario.contract.claimantGroup,
    indicativeReferrals: indicative,
    indicativeReferralsInAll: timeline.months.reduce((sum, each) => sum + each.indicativeReferrals, 0),
    referrals: people.referrals,
    referralsRefusedByProvider: byProvider,
    referralsBeyondPlaces: beyondPlaces,
    referralsRefused: byProvider + beyondPlaces + beyondBudget,
    referralsSuspended: state.open[m]! ? here(world.suspended[m]!) === 1 : true,
    placesOpen: here(world.placesOpen[m]!),
    readyToDeliver: here(world.ready[m]!) === 1,
    starts: people.starts,
    contractValuePence: plan.contractValue,
    calledOffValuePence: calledOffPence(checked, priceScale),
    plannedSetUpCostPence: plannedSetUp(checked),
    setUpCostPence: people.setUp,
    setUpCostToDatePence: state.setUpToDate,
    costToDatePence: state.costToDate,
    unavoidableCostPence: here(world.costs.unavoidable[m]!),
    budgetPence: here(world.budget),
    goingOnMarginPence: goesOn ? whole(spared) : 0,
    goingOnPaymentsPence: goesOn ? whole(income) : 0,
    endMonth: state.endMonth,
    endGround: state.endGround,
  };
  for (const stage of people.stages) {
    facts[stage.id] = stage.before;
    facts[`${stage.id}AfterEnd`] = stage.after;
  }
  for (const [name, drawn] of Object.entries(scenario.drawn)) {
    facts[name] = factValueOf({ type: drawn.type }, here(world.drawn.get(name)![m]!));
  }
  return facts;
}
