import type { Column } from "../../engine/column.ts";
import { blockWidth } from "../block.ts";
import { derivedColumns } from "../risk/derived-columns.ts";
import type { LedgerColumns } from "../risk/ledger-columns.ts";
import type { DerivedSpec, TallyPlan } from "./tally-plan.ts";

/** The columns of one block after another, and what follows from them. */
export type BlockColumns = {
  /** By place in the plan; what is one column in a block is one here. */
  readonly columns: readonly Float64Array[];
  /** Takes a block's part of some columns, from a path on, and works out what derives from it. */
  readonly take: (found: readonly Column[], from: number) => void;
};

/** Opens the columns of blocks under a plan; `places` as a block runner gives them. */
export function openBlockColumns(
  { policies, columns: names, derived }: Pick<TallyPlan, "policies" | "columns" | "derived">,
  places: Int32Array,
): BlockColumns {
  const own = Array.from({ length: Math.max(...places) + 1 }, () => new Float64Array(blockWidth));
  /** The one number that fills a column: where the next block has it too, there is nothing to write. */
  const filled: (number | undefined)[] = own.map(() => 0);
  const made = new Map<string, { readonly into: Float64Array; readonly write: () => void }>();
  const columns: Float64Array[] = [];
  for (let policy = 0; policy < policies; policy++) {
    const of = new Map(names.map((name, c) => [name, own[places[policy * names.length + c]!]!]));
    columns.push(...of.values());
    const ledger = Object.fromEntries(of) as LedgerColumns;
    for (const spec of derived) {
      const from = sourcesOf(spec).map((name) => own.indexOf(of.get(name)!));
      const key = `${spec.name} ${from}`;
      if (!made.has(key)) made.set(key, derive(spec, ledger));
      columns.push(made.get(key)!.into);
    }
  }
  return {
    columns,
    take: (found, from) => {
      for (let c = 0; c < own.length; c++) {
        const { uniform, value, data } = found[c]!;
        if (!uniform) own[c]!.set(data.subarray(from, from + blockWidth));
        else if (!Object.is(filled[c], value)) own[c]!.fill(value);
        filled[c] = uniform ? value : undefined;
      }
      for (const { write } of made.values()) write();
    },
  };
}

function sourcesOf(spec: DerivedSpec): readonly string[] {
  return spec.kind === "named" ? derivedColumns.get(spec.name)!.from : [spec.column, spec.less];
}

function derive(spec: DerivedSpec, ledger: LedgerColumns): { into: Float64Array; write: () => void } {
  const into = new Float64Array(blockWidth);
  if (spec.kind === "named") {
    const { write } = derivedColumns.get(spec.name)!;
    return { into, write: () => write(ledger, into) };
  }
  const [whole, less] = [ledger[spec.column]!, ledger[spec.less]!];
  return {
    into,
    write: () => {
      for (let path = 0; path < blockWidth; path++) into[path] = whole[path]! - spec.share * less[path]!;
    },
  };
}
