import type { LedgerColumns } from "./ledger-columns.ts";
import type { RiskContext } from "./risk-context.ts";

/** Sorted copies of ledger columns by name, filled as they are asked for. */
export type AscendingColumns = Map<string, Float64Array>;

/** One policy's ledger with all that measuring it needs. */
export type Sample = {
  readonly columns: LedgerColumns;
  readonly context: RiskContext;
  readonly paths: number;
  readonly ascending: AscendingColumns;
};

/**
 * Joins a ledger and its context, ready to be measured.
 * Columns of `context.paths` numbers each. Throws RangeError where a column has another length or there is no path.
 */
export function sampleOf(columns: LedgerColumns, context: RiskContext): Sample {
  const { paths } = context;
  if (!(paths >= 1)) throw new RangeError(`paths: invalid count: ${paths}; expected 1 or more`);
  for (const [name, column] of Object.entries(columns)) {
    if (column.length !== paths) {
      throw new RangeError(`column ${name}: invalid length: ${column.length}; expected ${paths}`);
    }
  }
  return { columns, context, paths, ascending: context.ascending ?? new Map() };
}

/**
 * Gives the column of a ledger by its name.
 * Throws RangeError where the ledger has no such column.
 */
export function columnOf(sample: Sample, name: string): Float64Array {
  const column = sample.columns[name];
  if (column === undefined) throw new RangeError(`column ${name}: missing`);
  return column;
}

/**
 * Gives a column in ascending order, sorting it at the first request only.
 * The ledger's own column keeps its order.
 */
export function ascendingColumn(sample: Sample, name: string): Float64Array {
  const known = sample.ascending.get(name);
  if (known !== undefined) return known;
  const sorted = columnOf(sample, name).slice().sort();
  sample.ascending.set(name, sorted);
  return sorted;
}
