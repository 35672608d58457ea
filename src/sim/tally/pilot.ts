import type { LedgerColumns } from "../risk/ledger-columns.ts";
import type { RiskContext } from "../risk/risk-context.ts";
import { columnOf, type Sample, sampleOf } from "../risk/sample.ts";
import type { DerivedSpec } from "./tally-plan.ts";

/** The first futures of a run, whose columns are kept: what the constants of a tally are taken from. */
export type Pilot = {
  readonly samples: readonly Sample[];
  readonly paths: number;
  /** Names of the ledger's columns, in the order of a block. */
  readonly columns: readonly string[];
  readonly derived: readonly DerivedSpec[];
  /** The place of a column of one policy, by its name. */
  readonly placeOf: (policy: number, name: string) => number;
  readonly column: (place: number) => Float64Array;
};

/** Job outcomes that would not have come about anyway, as a column of its own. */
export const additional = "additionalJobOutcomes";

/** Opens the pilot with the columns of every policy; `context` is of the policies, in their order. */
export function openPilot(
  ledgers: readonly LedgerColumns[],
  contexts: readonly RiskContext[],
  columns: readonly string[],
): Pilot {
  const samples = ledgers.map((ledger, p) => sampleOf(ledger, contexts[p]!));
  const share = contexts[0]!.deadweightRate;
  const derived: DerivedSpec[] = [
    { kind: "named", name: "shortfall" },
    { kind: "named", name: "shortfallBorne" },
    ...(share === undefined
      ? []
      : [{ kind: "lessShare", name: additional, column: "jobOutcomes", share, less: "starts" } as const]),
  ];
  for (const sample of samples) {
    if (share === undefined) continue;
    const { jobOutcomes, starts } = sample.columns;
    sample.derived.set(
      additional,
      jobOutcomes.map((all, path) => all - share * starts[path]!),
    );
  }
  const names = [...columns, ...derived.map(({ name }) => name)];
  const placeOf = (policy: number, name: string) => policy * names.length + names.indexOf(name);
  return {
    samples,
    paths: contexts[0]!.paths,
    columns,
    derived,
    placeOf,
    column: (place) => columnOf(samples[Math.floor(place / names.length)]!, names[place % names.length]!),
  };
}
