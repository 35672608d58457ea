import type { CheckedScenario } from "../check-scenario.ts";
import { withFigure } from "./figure-variable.ts";
import { withWorldScale } from "./world-variables.ts";

/** A change to the world of a scenario that is tried, as plain data that a worker takes as it is. */
export type TriedWorld =
  | { readonly kind: "scale"; readonly of: "referrals" | "outcomeRates"; readonly scale: number }
  | { readonly kind: "figure"; readonly path: string; readonly value: number };

/** The scenario with what is tried put into it; as it is where nothing is. */
export function withTried(checked: CheckedScenario, tried: TriedWorld | undefined): CheckedScenario {
  if (tried === undefined) return checked;
  return tried.kind === "scale"
    ? withWorldScale(checked, tried.of, tried.scale)
    : withFigure(checked, tried.path, tried.value);
}
