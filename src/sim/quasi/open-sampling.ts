import type { CheckedScenario } from "../check-scenario.ts";
import type { Luck } from "../luck.ts";
import { dimensionPlan } from "./dimension-plan.ts";
import { directionsOf, mostDirections } from "./directions.ts";
import { openQuasiStreams, type TurnedPlan } from "./quasi-stream.ts";
import { turnInto } from "./turn.ts";

/** Plans by scenario: runners of one thread share them. */
const plans = new WeakMap<CheckedScenario["scenario"], TurnedPlan>();

/** Prepares luck that is spread as a run asks for: at random it stays as it is. */
export function openSampling(checked: CheckedScenario): (luck: Luck) => Luck {
  if (checked.sampling !== "quasi") return (luck) => luck;
  let open: Luck["open"];
  return (luck) => {
    open ??= openQuasiStreams(turnedPlan(checked));
    return { ...luck, sampling: "quasi", open };
  };
}

function turnedPlan(checked: CheckedScenario): TurnedPlan {
  const known = plans.get(checked.scenario);
  if (known !== undefined) return known;
  const plan = dimensionPlan(checked, mostDirections);
  const made = { ...plan, turn: turnInto(directionsOf(checked, plan)) };
  plans.set(checked.scenario, made);
  return made;
}
