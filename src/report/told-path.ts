import { openEvaluate } from "../engine/evaluate.ts";
import { openContractMonths, statedTerm } from "../engine/evaluate-contract.ts";
import type { CheckedScenario } from "../sim/check-scenario.ts";
import { type OnePath, openPath } from "../sim/one-path.ts";
import { type Replay, replayPath } from "../sim/replay.ts";
import { disagreements, owedDisagreements } from "../sim/replay-check.ts";
import { type Choice, type ExplainedPath, explainedPath } from "./explained-path.ts";

/** A future that was found, under the policy at a place in the scenario; `path` counts from 1. */
export type FoundPath = Choice & { readonly place: number; readonly priceScale: number };

/** A future as both roads left it, held against each other, and explained. */
export type ToldPath = {
  readonly one: OnePath;
  readonly replay: Replay;
  readonly explained: ExplainedPath;
};

/**
 * Replays a future through json-rules-engine, holds it against the kernel to the penny, and explains it. Throws where the
 * two disagree: an explanation of something that the simulation did not do would be worse than none.
 */
export async function tellPath(checked: CheckedScenario, found: FoundPath): Promise<ExplainedPath> {
  return (await tellOnBothRoads(checked, found)).explained;
}

/** The same, with what both roads left beside the explanation. */
export async function tellOnBothRoads(checked: CheckedScenario, found: FoundPath): Promise<ToldPath> {
  const { place, priceScale, ...choice } = found;
  const one = openPath(checked, place, priceScale, found.seed, found.path - 1);
  const replay = await replayOnEngine(checked, one);
  const differing = [...disagreements(replay.totals, one.ledger), ...owedDisagreements(replay, one.owed)];
  if (differing.length > 0) {
    const said = differing.map(
      (d) => `${d.total} ${d.replayed} on json-rules-engine, ${d.kernel} in the simulation`,
    );
    throw new Error(
      `the two ways of evaluating rules disagree on future ${found.path} under ${one.policy.spec.id}: ${said.join("; ")}`,
    );
  }
  return { one, replay, explained: explainedPath(checked, one, replay, choice) };
}

function replayOnEngine(checked: CheckedScenario, one: OnePath): Promise<Replay> {
  const { priceScale, policyPlace, plans, worlds } = one;
  const rounded = checked.scenario.counts === "drawn";
  const evaluate = openEvaluate();
  return replayPath({
    checked,
    place: policyPlace,
    plans,
    worlds,
    priceScale,
    path: one.place,
    open: (contract) => openContractMonths(contract, evaluate, { priceScale, rounded }),
    term: (contract, ruleset, output) => statedTerm(contract, ruleset, output, priceScale),
  });
}
