import { openBlocks, type ScaledPolicy } from "../../sim/block.ts";
import { type CashBands, cashBands, openCashMonths } from "../../sim/cash-months.ts";
import type { CheckedScenario } from "../../sim/check-scenario.ts";
import { asStated, type Simulate, sampleContext } from "../../sim/compare.ts";
import { blocksFor } from "../../sim/gather.ts";
import { columnsRead } from "../../sim/risk/columns-read.ts";
import type { Estimate } from "../../sim/risk/estimate.ts";
import type { LedgerColumns } from "../../sim/risk/ledger-columns.ts";
import { measuringPolicy } from "../../sim/risk/measure-policy.ts";
import type { RunSpec } from "../../sim/run-spec.ts";
import { inTurns } from "../../sim/turns.ts";
import { volumeNeutral } from "../../sim/volume-neutral.ts";
import { beforeContract } from "../before/before-contract.ts";
import { offerFigures } from "../before/offer-figures.ts";
import type { OwnOffer } from "../own-offer-schema.ts";
import { type BreakEvenMonth, breakEvenMonth } from "./break-even-month.ts";
import { type CauseEffect, type CauseInput, causeEffects } from "./cause-effects.ts";
import { checkLimits, type LimitCheck, type Verdict, verdictOf } from "./limit-check.ts";
import { type PlannedResult, plannedResult } from "./planned-result.ts";
import { type SteadyBreakEven, steadyBreakEven } from "./steady-break-even.ts";

/** What a provider reads first, by the ids of the measures. */
export const offerMeasures = [
  "meanMargin",
  "marginQuantile05",
  "marginQuantile50",
  "marginQuantile95",
  "probabilityOfLoss",
  "expectedShortfall95",
  "meanPayment",
  "peakFundingQuantile95",
  "peakFundingMonthQuantile50",
  "probabilityPeakFundingExceedsReserves",
  "probabilityProviderExits",
  "probabilityEndsEarly",
  "meanReferrals",
] as const;

/** The columns that a test of an offer reads: the measures' and those of the provider's limits. */
export const offerColumns: readonly string[] = [
  ...new Set([...columnsRead(offerMeasures), "margin", "peakFunding", "payment"]),
];

export type OfferMeasures = Readonly<Record<(typeof offerMeasures)[number], Estimate>>;

/** The offer under one policy's terms. */
export type TermsTest = {
  readonly policy: string;
  readonly title: string;
  readonly measures: OfferMeasures;
  readonly limits: readonly LimitCheck[];
  readonly verdict: Verdict;
};

/** What a test of an offer finds: money in pounds, each estimate with its 95 % interval. */
export type OfferTest = {
  readonly paths: number;
  readonly seed: string;
  /** Every terms variant of the scenario, in its order; `own` is the place of the offer's own. */
  readonly terms: readonly TermsTest[];
  readonly own: number;
  /** Cash under the offer's own terms, month by month, at these shares of futures. */
  readonly cash: CashBands & { readonly shares: readonly number[] };
  readonly breakEvenMonth: BreakEvenMonth;
  /** What it comes to under its own terms if all goes to plan. */
  readonly planned: PlannedResult;
  /** Does a flat service fee under its own terms make it gain when fewer people come? */
  readonly gainsWhenFewCome: boolean;
  /**
   * Pounds that each contract has to earn back of bids and waiting; null where none is ever won, undefined where the offer
   * says nothing of them.
   */
  readonly neededBefore: number | null | undefined;
  /** Steady referrals that break even; undefined where it was not asked for, or none can come. */
  readonly steadyBreakEven: SteadyBreakEven | undefined;
  /** Causes of a bad result, the biggest first. */
  readonly causes: readonly CauseEffect[];
  /** Futures on which causes and steady referrals were found. */
  readonly causePaths: number;
};

export type TestInput = {
  readonly offer: OwnOffer;
  readonly spec: RunSpec;
  readonly checked: CheckedScenario;
  /** The policy whose terms apply. */
  readonly place: number;
  readonly paths: number;
  readonly seed: string;
  /** Leaves at least `offerColumns`. */
  readonly simulate: Simulate;
  /** Awaited now and then, so that a caller can answer others or stop by throwing. */
  readonly rest: () => Promise<void>;
  /** What was found already for the same offer, which takes as long as thousands of futures. */
  readonly known?: Drivers;
};

/** What drives the result of an offer under its own terms. */
export type Drivers = Pick<OfferTest, "causes" | "steadyBreakEven">;

export const cashShares = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/** Futures whose cash is followed month by month, and on which causes are taken out in turn. */
const mostCash = 10_240;
const mostForCauses = 4096;

/** The futures on which causes are taken out in turn, in a test of so many. */
export function causePathsOf(paths: number): number {
  return Math.min(paths, mostForCauses);
}

/** Tests an offer against its provider's limits, under its own terms and all others of the scenario, on the same futures. */
export async function testOffer(input: TestInput): Promise<OfferTest> {
  const { offer, checked, place, paths, seed, simulate, rest } = input;
  const policies = checked.policies.map((_, p): ScaledPolicy => ({ place: p, priceScale: 1 }));
  const causePaths = causePathsOf(paths);
  const ofCash = async () => {
    const months = await cashOf(input, Math.min(paths, mostCash));
    const bands = await inTurns(cashBands(months, cashShares), rest);
    return { cash: { shares: cashShares, ...bands }, breakEvenMonth: breakEvenMonth(months) };
  };
  // Side by side: while worker threads start, this thread has its own to do.
  const [ledgers, ofMonths, drivers, planned] = await Promise.all([
    simulate(policies, paths),
    ofCash(),
    input.known ?? driversOf({ ...input, paths: causePaths }),
    plannedResult(input.spec, checked, place),
  ]);
  const terms: TermsTest[] = [];
  for (const [p, { spec }] of checked.policies.entries()) {
    terms.push({
      policy: spec.id,
      title: spec.title,
      ...(await measured(input, asStated(checked, ledgers[p]!))),
    });
  }
  return {
    paths,
    seed,
    terms,
    own: place,
    ...ofMonths,
    planned,
    gainsWhenFewCome: volumeNeutral(checked, checked.policies[place]!)?.overCompensated ?? false,
    neededBefore: offer.before && neededBefore(offer),
    ...drivers,
    causePaths,
  };
}

/** What one policy's futures say. */
async function measured({ offer, checked, paths, rest }: TestInput, ledger: LedgerColumns) {
  const measuring = measuringPolicy(ledger, sampleContext(checked, paths), undefined, offerMeasures);
  const measures = await inTurns(measuring, rest);
  const limits = checkLimits(offer.limits, ledger);
  return {
    measures: measures as Record<string, Estimate> as OfferMeasures,
    limits,
    verdict: verdictOf(limits),
  };
}

/** Finds what drives the result: each cause in turn, and the steady referrals that it needs. */
export async function driversOf(input: CauseInput): Promise<Drivers> {
  const { spec, checked, place } = input;
  return {
    causes: await causeEffects(input),
    steadyBreakEven: await steadyBreakEven(spec, checked, place, input),
  };
}

function neededBefore(offer: OwnOffer): number | null {
  const { neededMarginPence } = offerFigures(beforeContract(offer));
  return neededMarginPence === null ? null : neededMarginPence / 100;
}

async function cashOf({ checked, place, seed, rest }: TestInput, futures: number) {
  const kept = openCashMonths(1, futures);
  const watch: typeof kept.watch = (at, cash) => kept.watch({ ...at, policy: 0 }, cash);
  const blocks = openBlocks(checked, [{ place, priceScale: 1 }], undefined, { watch });
  try {
    for (let block = 0; block < blocksFor(futures); block += blocks.blocks) {
      blocks.run({ seed, block });
      await rest();
    }
  } finally {
    blocks.close();
  }
  return kept.cash()[0]!;
}
