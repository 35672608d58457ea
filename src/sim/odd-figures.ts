import type { Figure } from "./figure.ts";
import { scenarioFigures } from "./scenario-figures.ts";
import type { ScenarioNote } from "./scenario-note.ts";
import type { Scenario } from "./scenario-schema.ts";

/** Figures that say neither source, derived nor judgement. */
export function unsourcedFigures(scenario: Scenario): ScenarioNote[] {
  return scenarioFigures(scenario)
    .filter(({ mark }) => mark === "unsourced")
    .map(({ place }) => ({
      path: place,
      says: "the figure says no source, derived or judgement",
    }));
}

// Published programmes had between a quarter and one and a half times what was planned.
const [least, most] = [0.05, 5];

/** Factors that are likely percentages written as numbers: a median of 70 for 0.7. */
export function farFactors({ volume, delivery }: Scenario): ScenarioNote[] {
  const factors: [string[], Figure][] = Object.entries(volume.factors).map(([name, figure]) => [
    ["volume", "factors", name],
    figure,
  ]);
  if (delivery.outcomeRateFactor !== undefined)
    factors.push([["delivery", "outcomeRateFactor"], delivery.outcomeRateFactor]);
  return factors.flatMap(([path, figure]): ScenarioNote[] => {
    const { distribution } = figure;
    const [what, middle] =
      distribution.kind === "lognormal" ? ["median", distribution.median] : ["mean", figure.mean];
    if (middle <= most && middle >= least) return [];
    const meant = middle > most ? `; 0.7 is 70 % of what is indicated, and 70 is seventy times it` : "";
    const says = `the ${what} of a factor, where 1 is as ${path[0] === "volume" ? "indicated" : "believed"}, is ${middle}${meant}`;
    return [{ path, says }];
  });
}
