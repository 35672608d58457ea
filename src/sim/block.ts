import { at } from "../engine/column.ts";
import { inputFault } from "../engine/input-fault.ts";
import { type Problem, problemText } from "../engine/problem.ts";
import type { CheckedScenario } from "./check-scenario.ts";
import { openWorld } from "./draw-world.ts";
import { leversOf } from "./lever.ts";
import type { Luck } from "./luck.ts";
import { planOf } from "./plan-run.ts";
import { openPostsLost } from "./posts-lost.ts";
import { responsesOf } from "./responses.ts";
import { type BlockLedger, openSettlement, type SettledPolicy } from "./settle.ts";

/** Futures in a block: blocks are always drawn at full width, so that the first n futures never change. */
export const blockWidth = 512;

/** What is kept of every path under every policy, in this order. Money in pence. */
export const ledgerColumns = [
  "margin",
  "npv",
  "peakFunding",
  "peakFundingMonth",
  "payment",
  "bill",
  "serviceFee",
  "startFee",
  "outcomePayment",
  "otherPayment",
  "cancellationFee",
  "referrals",
  "starts",
  "jobOutcomes",
  "terminated",
  "handedBack",
  "endMonth",
  "paidWithNoReferral",
  "postsLost",
  "overBudget",
] as const;

/** One policy of a run: its place in the scenario and the scale of its unit prices. */
export type ScaledPolicy = { readonly place: number; readonly priceScale: number };

/** Simulates blocks: draws each world once and settles it under every policy that shares it. */
export type BlockRunner = {
  /** One number a policy, column and path: `[policy][column][path]` in one list, `into` where it is given. */
  readonly run: (luck: Luck, into?: Float64Array) => Float64Array;
};

/** Prepares the simulation of blocks under the chosen policies. */
export function openBlocks(checked: CheckedScenario, policies: readonly ScaledPolicy[]): BlockRunner {
  const groups = new Map<
    string,
    { draw: ReturnType<typeof openWorld>; members: { place: number; settled: SettledPolicy }[] }
  >();
  for (const [p, { place, priceScale }] of policies.entries()) {
    const policy = checked.policies[place]!;
    const plan = planOf(checked, policy, priceScale);
    const levers = [...leversOf(checked.scenario, policy.spec.levers), ...responsesOf(checked, policy, plan)];
    const key = JSON.stringify(levers);
    let group = groups.get(key);
    if (group === undefined) {
      group = { draw: openWorld(checked.scenario, checked.timeline, levers, blockWidth), members: [] };
      groups.set(key, group);
    }
    const leverCost = levers.reduce((sum, lever) => sum + Math.round(lever.cost.mean * 100), 0);
    group.members.push({ place: p, settled: { policy, plan, priceScale, leverCost } });
  }
  const settlements = [...groups.values()].map(({ draw, members }) => ({
    draw,
    members,
    settlement: openSettlement(
      checked,
      members.map((m) => m.settled),
      blockWidth,
      (policy, ruleset, stage, output, found) => {
        const problem: Problem = {
          where: `${policy} ${ruleset.id} stages[${stage}]`,
          adjective: "ambiguous",
          noun: `hit on ${output}`,
          found: found.rules.map((rule) => `"${rule}"`).join(" and "),
          expected:
            ruleset.stages[stage]!.hitPolicy === "any"
              ? "rules that agree under any"
              : "at most one rule to hold under unique",
          hint: "use first, priority or collect sum, or make the conditions exclude each other",
        };
        throw inputFault(problem, problemText(problem));
      },
    ),
  }));
  const lost = openPostsLost(checked.scenario, checked.timeline);
  const rebuy = Math.round((checked.scenario.commissioner.rebuyCostPerParticipant?.mean ?? 0) * 100);
  return {
    run: (luck, into) => {
      const out = into ?? new Float64Array(policies.length * ledgerColumns.length * blockWidth);
      for (const { draw, members, settlement } of settlements) {
        const world = draw(luck);
        const ledgers = settlement.settle(world);
        for (const [m, { place, settled }] of members.entries()) {
          const at0 = place * ledgerColumns.length * blockWidth;
          copyLedger(
            ledgers[m]!,
            settled.leverCost,
            rebuy,
            (endMonth, i) => lost(endMonth, at(world.costs.postsReleased, i)),
            out.subarray(at0, at0 + ledgerColumns.length * blockWidth),
          );
        }
      }
      return out;
    },
  };
}

const placeOf = Object.fromEntries(ledgerColumns.map((name, c) => [name, c * blockWidth])) as Record<
  (typeof ledgerColumns)[number],
  number
>;

function copyLedger(
  ledger: BlockLedger,
  leverCost: number,
  rebuyPence: number,
  postsLost: (endMonth: number, path: number) => number,
  out: Float64Array,
): void {
  for (const [c, name] of ledgerColumns.entries()) {
    const column = ledger.get(name);
    if (column === undefined || column.uniform) {
      out.fill(column?.value ?? 0, c * blockWidth, (c + 1) * blockWidth);
    } else out.set(column.data, c * blockWidth);
  }
  const ground = ledger.get("endGround")!;
  const { serviceFee, startFee, outcomePayment, otherPayment, cancellationFee } = placeOf;
  const { payment, bill, handedBack, terminated, paidWithNoReferral, referrals, starts, jobOutcomes } =
    placeOf;
  for (let i = 0; i < blockWidth; i++) {
    const code = at(ground, i);
    const paid =
      out[serviceFee + i]! +
      out[startFee + i]! +
      out[outcomePayment + i]! +
      out[otherPayment + i]! +
      out[cancellationFee + i]!;
    // People who had started and not yet found a job are served again elsewhere.
    const affected = code === 1 ? Math.max(0, out[starts + i]! - out[jobOutcomes + i]!) : 0;
    out[payment + i] = paid;
    out[bill + i] = paid + leverCost + affected * rebuyPence;
    out[handedBack + i] = code === 1 ? 1 : 0;
    out[terminated + i] = code > 1 ? 1 : 0;
    out[placeOf.postsLost + i] = postsLost(out[placeOf.endMonth + i]!, i);
    out[paidWithNoReferral + i] = out[referrals + i] === 0 ? paid : 0;
  }
}
