import type { CheckedScenario } from "../check-scenario.ts";
import type { Luck } from "../luck.ts";
import { dimensionPlan } from "./dimension-plan.ts";
import { openQuasiStreams } from "./quasi-stream.ts";

/** Prepares luck that is spread as asked for: at random it stays as it is. */
export function openSampling(checked: CheckedScenario): (luck: Luck) => Luck {
  let open: Luck["open"];
  return (luck) => {
    if (luck.sampling !== "quasi") return luck;
    open ??= openQuasiStreams(dimensionPlan(checked));
    return { ...luck, open };
  };
}
