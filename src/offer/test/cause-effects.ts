import type { CheckedScenario } from "../../sim/check-scenario.ts";
import { sampleContext } from "../../sim/compare.ts";
import { columnsRead } from "../../sim/risk/columns-read.ts";
import type { Estimate } from "../../sim/risk/estimate.ts";
import { measuringDifference } from "../../sim/risk/measure-difference.ts";
import { turnedEstimate } from "../../sim/risk/turned-estimate.ts";
import type { RunSpec } from "../../sim/run-spec.ts";
import { simulateHere } from "../../sim/simulate-here.ts";
import { atOnce } from "../../sim/turns.ts";
import type { Changes } from "../offer-changes.ts";
import { type Cause, causesOf } from "./causes.ts";
import { checkChanged } from "./check-changed.ts";

/** How much better or worse the result would be if one cause came out as planned and all else as it does. */
export type CauseEffect = {
  /** `all` is every cause together: what is left is chance in small numbers. */
  readonly cause: Cause["id"] | "all";
  /** Pounds more of margin on average; negative is less. */
  readonly meanMargin: Estimate;
  /** Pounds less of loss in the worst 1 in 20 futures; negative is more. */
  readonly worstLoss: Estimate;
};

export type CauseInput = {
  readonly spec: RunSpec;
  readonly checked: CheckedScenario;
  readonly place: number;
  readonly paths: number;
  readonly seed: string;
  readonly rest: () => Promise<void>;
};

const measured = ["meanMargin", "expectedShortfall95"] as const;
/** Payments as well, as a difference says which of two pays less. */
const columns = [...new Set([...columnsRead(measured), "payment"])];

/**
 * Takes each cause out in turn, on the same luck, and measures what that changes: paired, with 95 % intervals. The cause
 * that moves the result most comes first, and all together last.
 */
export async function causeEffects(input: CauseInput): Promise<readonly CauseEffect[]> {
  const { spec, checked, place, paths, seed, rest } = input;
  const run = async (of: CheckedScenario) => {
    const [ledger] = await simulateHere(of, [{ place, priceScale: 1 }], paths, { seed, rest, columns });
    return { ledger: ledger!, context: sampleContext(of, paths) };
  };
  const base = await run(checked);
  const causes = causesOf(checked);
  const effectOf = async (cause: CauseEffect["cause"], changes: Changes): Promise<CauseEffect> => {
    const other = checkChanged(spec, changes);
    const { ledger, context } = await run(other);
    const contexts = { a: context, b: base.context };
    const { metrics } = atOnce(measuringDifference(ledger, base.ledger, contexts, {}, measured));
    return {
      cause,
      meanMargin: metrics.meanMargin!,
      worstLoss: turnedEstimate(metrics.expectedShortfall95!),
    };
  };
  const effects: CauseEffect[] = [];
  for (const { id, asPlanned } of causes) effects.push(await effectOf(id, asPlanned));
  effects.sort((a, b) => weightOf(b) - weightOf(a));
  if (causes.length < 2) return effects;
  const all = Object.assign({}, ...causes.map(({ asPlanned }) => asPlanned)) as Changes;
  return [...effects, await effectOf("all", all)];
}

/** How much a cause matters: on average or in bad futures, whichever is more. */
function weightOf({ meanMargin, worstLoss }: CauseEffect): number {
  return Math.max(Math.abs(meanMargin.value ?? 0), Math.abs(worstLoss.value ?? 0));
}
