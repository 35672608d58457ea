import { derivedColumns } from "./derived-columns.ts";
import type { LedgerColumns } from "./ledger-columns.ts";
import type { RiskContext } from "./risk-context.ts";
import { sortedCopy } from "./sorted-copy.ts";

/** Sorted copies of ledger columns by name, filled as they are asked for. */
export type AscendingColumns = Map<string, Float64Array>;

/** One policy's ledger with all that measuring it needs. */
export type Sample = {
  readonly columns: LedgerColumns;
  readonly context: RiskContext;
  readonly paths: number;
  readonly ascending: AscendingColumns;
  /** Columns worked out from others, filled as they are asked for. */
  readonly derived: Map<string, Float64Array>;
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
  return { columns, context, paths, ascending: context.ascending ?? new Map(), derived: new Map() };
}

/** Says whether a ledger has a column, or all that it is worked out from. */
export function hasColumn({ columns }: Sample, name: string): boolean {
  return (
    columns[name] !== undefined ||
    (derivedColumns.get(name)?.from.every((other) => columns[other] !== undefined) ?? false)
  );
}

/**
 * Gives the column of a ledger by its name; one that follows from others is worked out at the first request.
 * Throws RangeError where the ledger has no such column.
 */
export function columnOf(sample: Sample, name: string): Float64Array {
  const column = sample.columns[name] ?? sample.derived.get(name);
  if (column !== undefined) return column;
  const own = derivedColumns.get(name);
  if (own === undefined || !hasColumn(sample, name)) throw new RangeError(`column ${name}: missing`);
  const made = new Float64Array(sample.paths);
  own.write(sample.columns, made);
  sample.derived.set(name, made);
  return made;
}

/**
 * Gives a column in ascending order, sorting it at the first request only.
 * The ledger's own column keeps its order.
 */
export function ascendingColumn(sample: Sample, name: string): Float64Array {
  const known = sample.ascending.get(name);
  if (known !== undefined) return known;
  const column = columnOf(sample, name);
  const sorted = sortedCopies.get(column) ?? sortedCopy(column);
  sortedCopies.set(column, sorted);
  sample.ascending.set(name, sorted);
  return sorted;
}

/** Policies whose numbers cannot differ have one column, and need it sorted once. */
const sortedCopies = new WeakMap<Float64Array, Float64Array>();

/** Says whether no number of a column is below 0; asks at the first request only. */
export function isNeverNegative(sample: Sample, name: string): boolean {
  const column = columnOf(sample, name);
  let known = neverNegative.get(column);
  if (known === undefined) {
    known = true;
    for (let path = 0; path < column.length && known; path++) known = column[path]! >= 0;
    neverNegative.set(column, known);
  }
  return known;
}

const neverNegative = new WeakMap<Float64Array, boolean>();
