import type { OpenWorlds, ScaledPolicy } from "../block.ts";
import type { CheckedScenario } from "../check-scenario.ts";
import { asStated, sampleContext } from "../compare.ts";
import { type KeptWorlds, keepWorlds } from "../kept-worlds.ts";
import { columnsRead } from "../risk/columns-read.ts";
import { type Estimate, noEstimate } from "../risk/estimate.ts";
import type { LedgerColumns } from "../risk/ledger-columns.ts";
import { measureOne } from "../risk/measure-policy.ts";
import { metrics } from "../risk/metrics.ts";
import { simulateHere } from "../simulate-here.ts";
import { withTermValues } from "./term-variable.ts";
import { type TriedWorld, withTried } from "./tried-world.ts";
import { triedValue, type Variable } from "./variable.ts";

/** One value of what is solved for, and the measure there. */
export type Trial = { readonly value: number; readonly estimate: Estimate };

/** Tries values on the same futures: the first ones of a seed, as many as asked. */
export type Trials = {
  /** In the order of the values, each brought to one that can be tried; what comes to the same is tried once. */
  readonly at: (values: readonly number[], paths: number) => Promise<Trial[]>;
  /** The measure of the scenario as it stands. */
  readonly now: (paths: number) => Promise<Estimate>;
  readonly close: () => void;
};

export type TrialsInput = {
  readonly checked: CheckedScenario;
  /** The policy's place in the scenario. */
  readonly place: number;
  readonly variable: Variable;
  readonly metric: string;
  readonly seed: string;
  /** Awaited now and then, so that a caller can answer others or stop by throwing. */
  readonly rest: () => Promise<void>;
  /** Worlds of the scenario that are kept for more than these trials; they are not closed here. */
  readonly worlds?: KeptWorlds;
  /** Simulates worlds that are tried and serve for no other value, on several threads; on this one where left out. */
  readonly simulateTried?: SimulateTried;
};

/** Simulates policies in a world that is tried, leaving at least the columns of the measure. */
export type SimulateTried = (
  tried: TriedWorld,
  policies: readonly ScaledPolicy[],
  paths: number,
) => Promise<readonly LedgerColumns[]>;

/**
 * Opens trials of one policy for a variable and a measure.
 *
 * Terms and prices do not change the world, so it is drawn once for all values, and kept for the next as far as memory
 * goes; a cost draws anew what it moves alone, and what moves people has worlds of its own, on the same luck.
 */
export function openTrials(input: TrialsInput): Trials {
  const { checked, place, variable, metric, seed, rest } = input;
  const worlds = input.worlds ?? keepWorlds(checked);
  const columns = columnsRead([metric]);
  const measured = (of: CheckedScenario, ledgers: readonly LedgerColumns[], paths: number) =>
    ledgers.map(
      (ledger) => measureOne(asStated(of, ledger), sampleContext(of, paths), metric) ?? notMeasured(metric),
    );
  const run = async (
    of: CheckedScenario,
    scaled: readonly ScaledPolicy[],
    paths: number,
    open: OpenWorlds | undefined,
  ) => {
    const kept = { columns, ...(open && { worlds: open }) };
    return measured(of, await simulateHere(of, scaled, paths, { seed, rest, ...kept }), paths);
  };
  const alone = async (value: number, paths: number): Promise<Estimate> => {
    const scaled = [{ place, priceScale: 1 }];
    const tried = triedWorld(variable, value);
    const of = withTried(checked, tried);
    if (tried.kind === "figure" && !movesPeople(tried.path)) {
      const beside = keepWorlds(of, worlds);
      try {
        return (await run(of, scaled, paths, beside.open))[0]!;
      } finally {
        beside.close();
      }
    }
    if (input.simulateTried === undefined) return (await run(of, scaled, paths, undefined))[0]!;
    return measured(of, await input.simulateTried(tried, scaled, paths), paths)[0]!;
  };
  const together = (values: readonly number[], paths: number): Promise<Estimate[]> =>
    variable.kind === "term"
      ? run(
          withTermValues(checked, place, variable.name, values),
          values.map((_, v) => ({ place: v, priceScale: 1 })),
          paths,
          worlds.open,
        )
      : run(
          checked,
          values.map((priceScale) => ({ place, priceScale })),
          paths,
          worlds.open,
        );
  return {
    close: () => {
      if (input.worlds === undefined) worlds.close();
    },
    now: async (paths) => (await run(checked, [{ place, priceScale: 1 }], paths, worlds.open))[0]!,
    at: async (asked, paths) => {
      const values = [...new Set(asked.map((value) => triedValue(variable, value)))];
      if (values.length === 0) return [];
      if (variable.kind === "term" || variable.kind === "priceScale") {
        const estimates = await together(values, paths);
        return values.map((value, v) => ({ value, estimate: estimates[v]! }));
      }
      const trials: Trial[] = [];
      for (const value of values) trials.push({ value, estimate: await alone(value, paths) });
      return trials;
    },
  };
}

/** The world at a value of a variable that moves it. */
function triedWorld({ kind, name, current }: Variable, value: number): TriedWorld {
  if (kind === "figure") return { kind, path: name, value };
  return kind === "referrals"
    ? { kind: "scale", of: "referrals", scale: value / current }
    : { kind: "scale", of: "outcomeRates", scale: value };
}

function notMeasured(metric: string): Estimate {
  return noEstimate(metrics.find(({ id }) => id === metric)?.unit ?? "share");
}

/** Has every value of a variable a world of its own, that serves for no other? */
export function hasOwnWorlds({ kind, name }: Variable): boolean {
  return kind === "figure" ? movesPeople(name) : kind === "referrals" || kind === "outcomeRates";
}

/** Does a figure change who comes, or the dates of the contract, so that nothing of a world stays as it is? */
function movesPeople(path: string): boolean {
  return /^(volume|delivery|levers|contract)\./.test(path);
}
