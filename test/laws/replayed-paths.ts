import { openEvaluate } from "../../src/engine/evaluate.ts";
import { openContractMonths, statedTerm } from "../../src/engine/evaluate-contract.ts";
import { blocksTogether, blockWidth, leversOfPolicy, openBlocks, openWorlds } from "../../src/sim/block.ts";
import { callOffsOf } from "../../src/sim/call-offs.ts";
import type { CheckedScenario } from "../../src/sim/check-scenario.ts";
import { blocksFor, openGathering } from "../../src/sim/gather.ts";
import { columnsOfRun } from "../../src/sim/ledger-columns.ts";
import type { Luck } from "../../src/sim/luck.ts";
import { planOf } from "../../src/sim/plan-run.ts";
import { type Replay, replayPath } from "../../src/sim/replay.ts";
import type { LedgerColumns } from "../../src/sim/risk/ledger-columns.ts";
import type { World } from "../../src/sim/world.ts";

/** The ledgers of every policy of a scenario over some futures, all at one scale of unit prices. */
export function kernelLedgers(
  checked: CheckedScenario,
  seed: string,
  paths: number,
  priceScale = 1,
): readonly LedgerColumns[] {
  const policies = checked.policies.map((_, place) => ({ place, priceScale }));
  // Two are run together: where there is but one, the other would be for nothing.
  const blocks = openBlocks(checked, policies, undefined, {
    blocks: Math.min(blocksTogether, blocksFor(paths)),
  });
  const gathering = openGathering(paths, policies.length, columnsOfRun(checked));
  for (let block = 0; block < blocksFor(paths); block += blocks.blocks)
    gathering.add(block, blocks.run({ seed, block }));
  blocks.close();
  return gathering.ledgers();
}

/**
 * The futures that are most worth a look under a policy: the least and the most of what was made, paid and needed,
 * early ends, hand-backs, fees, no referral at all; and a few that nothing singles out.
 */
export function tellingPaths(ledger: LedgerColumns, plain: number): number[] {
  const { margin, payment, peakFunding, endMonth, handedBack, cancellationFee, referrals, jobOutcomes } =
    ledger;
  const best = (column: Float64Array, better: (a: number, b: number) => boolean) =>
    column.reduce((found, x, path) => (better(x, column[found]!) ? path : found), 0);
  const first = (column: Float64Array, wanted: (x: number) => boolean) => column.findIndex(wanted);
  const early = endMonth!.map((month) => (month === 0 ? Number.POSITIVE_INFINITY : month));
  const spread = Array.from({ length: plain }, (_, k) => Math.floor(((k + 0.5) * margin!.length) / plain));
  return [
    ...new Set([
      best(margin!, (a, b) => a < b),
      best(margin!, (a, b) => a > b),
      best(payment!, (a, b) => a < b),
      best(payment!, (a, b) => a > b),
      best(peakFunding!, (a, b) => a > b),
      best(early, (a, b) => a < b),
      best(cancellationFee!, (a, b) => a > b),
      best(jobOutcomes!, (a, b) => a > b),
      first(handedBack!, (x) => x === 1),
      first(endMonth!, (x) => x > 0),
      first(referrals!, (x) => x === 0),
      ...spread,
    ]),
  ].filter((path) => path >= 0);
}

const worldsOf = new WeakMap<CheckedScenario, Map<string, readonly World[]>>();

/** The worlds of a block, drawn once for all policies that share their levers: most of a replay's time goes into them. */
function drawnWorlds(
  checked: CheckedScenario,
  levers: Parameters<typeof openWorlds>[1],
  luck: Luck,
): readonly World[] {
  const known = worldsOf.get(checked) ?? new Map<string, readonly World[]>();
  worldsOf.set(checked, known);
  const key = JSON.stringify([levers, luck]);
  let worlds = known.get(key);
  if (worlds === undefined) {
    // What one opening draws is written over when it draws again.
    worlds = openWorlds(checked, levers)(luck);
    // Those of many contracts are large.
    if (known.size >= 4) known.delete(known.keys().next().value!);
    known.set(key, worlds);
  }
  return worlds;
}

/** Replays futures of one policy through json-rules-engine, in their order. */
export async function replays(
  checked: CheckedScenario,
  place: number,
  seed: string,
  paths: readonly number[],
  priceScale = 1,
): Promise<{ path: number; replay: Replay; leverCost: number }[]> {
  const callOffs = callOffsOf(checked);
  const plans = callOffs.map(({ checked: own }) => planOf(own, own.policies[place]!, priceScale));
  const levers = callOffs.map(({ checked: own }, k) => leversOfPolicy(own, place, plans[k]!));
  const evaluate = openEvaluate();
  const rounded = checked.scenario.counts === "drawn";
  const found: { path: number; replay: Replay; leverCost: number }[] = [];
  const leverCost = levers.flat().reduce((sum, lever) => sum + Math.round(lever.cost.mean * 100), 0);
  for (const path of [...paths].sort((a, b) => a - b)) {
    const worlds = drawnWorlds(checked, levers, { seed, block: Math.floor(path / blockWidth) });
    const replay = await replayPath({
      checked,
      place,
      plans,
      priceScale,
      worlds,
      path: path % blockWidth,
      open: (contract) => openContractMonths(contract, evaluate, { priceScale, rounded }),
      term: (contract, ruleset, output) => statedTerm(contract, ruleset, output, priceScale),
    });
    found.push({ path, replay, leverCost });
  }
  return found;
}

/** Where the totals of a replay, or the sums of its months, are not what the kernel left; nothing if law 1 holds. */
export function disagreements(
  checked: CheckedScenario,
  ledger: LedgerColumns,
  { path, replay, leverCost }: { path: number; replay: Replay; leverCost: number },
): string[] {
  const { contracts, afterwards, totals } = replay;
  const months = contracts.flatMap((contract) => contract.months);
  const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
  const rebuy = Math.round((checked.scenario.commissioner.rebuyCostPerParticipant?.mean ?? 0) * 100);
  const affected = contracts
    .filter(({ totals: own }) => own.handedBack === 1)
    .reduce((people, { totals: own }) => people + Math.max(0, own.starts! - own.jobOutcomes!), 0);
  const expected: Record<string, number> = {
    ...totals,
    bill: totals.payment! + leverCost + affected * rebuy,
    paidWithNoReferral: sum(contracts.map(({ totals: own }) => (own.referrals === 0 ? own.payment! : 0))),
  };
  for (const [k, { totals: own, months: ownMonths }] of checked.contracts.length > 0
    ? contracts.entries()
    : []) {
    const cost = sum(ownMonths.map((month) => month.cost));
    const { payment, referrals, jobOutcomes } = own;
    for (const [name, value] of Object.entries({ margin: payment! - cost, payment, referrals, jobOutcomes }))
      expected[`contracts[${k}].${name}`] = value!;
  }
  expected.ended = totals.endMonth === 0 ? 0 : 1;
  const callOffs = callOffsOf(checked);
  expected.endedInReferrals = contracts.some(
    ({ totals: own }, k) =>
      own.endMonth! > 0 && own.endMonth! < callOffs[k]!.checked.timeline.lastReferralMonth,
  )
    ? 1
    : 0;
  if (checked.scenario.commissioner.budgetPerFinancialYear !== undefined) {
    for (const { financialYear: year } of checked.timeline.months) {
      // Contract by contract, month by month, as the kernel adds.
      const owed = contracts.map((contract) =>
        sum(contract.months.filter((month) => month.facts.financialYear === year).map((month) => month.owed)),
      );
      expected[`owed[${year}]`] = sum(owed);
    }
  }
  const wrong = Object.entries(ledger).flatMap(([name, column]) => {
    const kernel = column![path]!;
    const replayed = expected[name] ?? 0;
    return Object.is(kernel, replayed) ? [] : [`path ${path}: ${name} ${kernel}, replayed ${replayed}`];
  });
  if (checked.scenario.counts === "expected") return wrong;
  // Month by month and clause by clause, in whole pence, so that sums are exact.
  const paid = months.flatMap((month) => [...month.payments.map((p) => p.pence), month.settlement]);
  const kinds: Record<string, number> = {
    payment: sum(paid),
    cancellationFee: sum(months.map((month) => month.settlement)),
    margin: afterwards.at(-1)?.cash ?? months.at(-1)!.cash,
  };
  const interest = contracts[0]!.months.map((month) => month.interest);
  const cash = sum(months.map((month) => month.received - month.cost)) - sum(interest);
  if (cash !== months.at(-1)!.cash) wrong.push(`path ${path}: months' flows come to ${cash}`);
  for (const kind of ["serviceFee", "startFee", "outcomePayment"]) {
    kinds[kind] = sum(
      months.flatMap((month) => month.payments.filter((p) => p.kind === kind).map((p) => p.pence)),
    );
  }
  for (const [name, total] of Object.entries(kinds)) {
    const kernel = ledger[name as keyof LedgerColumns]![path]!;
    if (!Object.is(total, kernel))
      wrong.push(`path ${path}: months of ${name} sum to ${total}, not ${kernel}`);
  }
  const received = sum(months.map((m) => m.received)) + sum(afterwards.map((m) => m.received));
  if (received !== sum(paid)) wrong.push(`path ${path}: received ${received} of ${sum(paid)} that were owed`);
  if (paid.some((pence) => !Number.isInteger(pence)))
    wrong.push(`path ${path}: a payment is not whole pence`);
  return wrong;
}
