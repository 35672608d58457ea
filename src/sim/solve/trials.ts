import type { ScaledPolicy } from "../block.ts";
import type { CheckedScenario } from "../check-scenario.ts";
import { asStated, riskContext } from "../compare.ts";
import { keepWorlds } from "../kept-worlds.ts";
import { type Estimate, noEstimate } from "../risk/estimate.ts";
import { measureOne } from "../risk/measure-policy.ts";
import { simulateHere } from "../simulate-here.ts";
import { type Variable, withFigure, withTermValues } from "./variable.ts";

/** One value of what is solved for, and the measure there. */
export type Trial = { readonly value: number; readonly estimate: Estimate };

/** Tries values on the same futures: the first ones of a seed, as many as asked. */
export type Trials = {
  readonly at: (values: readonly number[], paths: number) => Promise<Trial[]>;
  readonly close: () => void;
};

/**
 * Opens trials of one policy for a variable and a measure.
 *
 * Terms and prices do not change the world, so it is drawn once for all values, and kept for the next as far as memory
 * goes; a figure of the world has worlds of its own, on the same luck. `rest` is awaited now and then.
 */
export function openTrials(
  checked: CheckedScenario,
  place: number,
  variable: Variable,
  metric: string,
  seed: string,
  rest: () => Promise<void>,
): Trials {
  const worlds = variable.kind === "figure" ? undefined : keepWorlds(checked);
  const run = async (of: CheckedScenario, scaled: readonly ScaledPolicy[], paths: number) => {
    const ledgers = await simulateHere(of, scaled, paths, { seed, worlds: worlds?.open, rest });
    return ledgers.map((ledger, p) => {
      const { place: own, priceScale } = scaled[p]!;
      const estimate = measureOne(asStated(of, ledger), riskContext(of, own, priceScale, paths), metric);
      return estimate ?? noEstimate("share");
    });
  };
  return {
    close: () => worlds?.close(),
    at: async (values, paths) => {
      if (variable.kind === "figure") {
        const trials: Trial[] = [];
        for (const value of values) {
          const held = withFigure(checked, variable.name, value);
          trials.push({ value, estimate: (await run(held, [{ place, priceScale: 1 }], paths))[0]! });
        }
        return trials;
      }
      const of = variable.kind === "term" ? withTermValues(checked, place, variable.name, values) : checked;
      const places = values.map((value, v) =>
        variable.kind === "term" ? { place: v, priceScale: 1 } : { place, priceScale: value },
      );
      const estimates = await run(of, places, paths);
      return values.map((value, v) => ({ value, estimate: estimates[v]! }));
    },
  };
}
