import { marginBins } from "../../report/charts/margin-bins.ts";
import { comparisonOf } from "../../report/comparison.ts";
import { type CashBands, type CashMonths, cashBands } from "../../sim/cash-months.ts";
import { compare } from "../../sim/compare.ts";
import { columnsOfRun } from "../../sim/ledger-columns.ts";
import { isTallyBasis } from "../../sim/tally/pilot-size.ts";
import { inTurns } from "../../sim/turns.ts";
import { firstPaths, type openKeptLedgers } from "./kept-ledgers.ts";
import { cashShares, type LiveAnswer, type LiveRequest } from "./live-request.ts";
import type { OpenedRequest } from "./open-request.ts";

const lastPaths = 200_000;
/** On a basis that is solved every future is simulated at several scales of prices. */
const lastPathsSolved = 40_000;
const mostBytes = 800_000_000;

/** The numbers of futures of the answers to a request, growing: the first at once, the last as exact as it gets. */
export function stepsOf(
  { paths = {}, basis = "same-unit-prices" }: LiveRequest,
  { checked }: OpenedRequest,
): number[] {
  const fit = Math.floor(mostBytes / (checked.policies.length * columnsOfRun(checked).length * 8));
  const most = Math.min(isTallyBasis(basis) ? lastPaths : lastPathsSolved, Math.max(firstPaths, fit));
  const whole = (asked: number) => Math.max(1, Math.min(most, Math.round(asked)));
  const last = whole(paths.last ?? most);
  const steps = [Math.min(last, whole(paths.first ?? firstPaths))];
  while (steps.at(-1)! < last) {
    const next = 4 * steps.at(-1)!;
    steps.push(next * 1.5 > last ? last : next);
  }
  return steps;
}

export type AnswerInput = {
  readonly request: LiveRequest;
  readonly opened: OpenedRequest;
  readonly ledgers: ReturnType<typeof openKeptLedgers>;
  readonly paths: number;
  readonly last: number;
  readonly version: string;
  readonly now: () => number;
  /** Awaited between parts of the work with the futures done so far, if any are: throws where the work is to end. */
  readonly rest: (done?: number) => Promise<void> | undefined;
};

/** Bands of policies that a lever leaves as they are. */
const known = new WeakMap<CashMonths, CashBands>();

/** Answers a request on so many futures. */
export async function answerRequest(input: AnswerInput): Promise<LiveAnswer> {
  const { request, opened, ledgers: kept, paths, last, version, now, rest } = input;
  const { checked, seed } = opened;
  const began = now();
  const { basis = "same-unit-prices" } = request;
  kept.begin(opened);
  const { result, ledgers } = await compare(
    checked,
    { basis, paths, requirement: checked.scenario.requirement, rest, remembered: kept.remembered() },
    (policies, count) => kept.simulate(opened, policies, count, rest),
  );
  const cash: CashBands[] = [];
  for (const [place, { priceScale }] of result.policies.entries()) {
    const months = kept.cashOf(checked, { place, priceScale });
    const bands = months && (known.get(months) ?? (await inTurns(cashBands(months, cashShares), rest)));
    if (months && bands) known.set(months, bands);
    cash.push(bands ?? { futures: 0, pounds: [] });
  }
  return {
    request,
    comparison: comparisonOf(checked, result, { version, seed, paths, elapsedMs: now() - began }),
    cash,
    margins: marginBins(ledgers),
    paths,
    last,
  };
}
