import { discreteTable, tabulatedLaw } from "./discrete-table.ts";
import type { Law } from "./law.ts";
import { requireThat } from "./require-that.ts";

/** The law of a value that does not vary. Throws a RangeError unless it is finite. */
export function fixedLaw(value: number): Law {
  requireThat(Number.isFinite(value), "A fixed value must be finite.");
  const law = tabulatedLaw(value, 0, () => discreteTable(Float64Array.of(value), Float64Array.of(1)));
  return { ...law, quantile: () => () => value };
}
