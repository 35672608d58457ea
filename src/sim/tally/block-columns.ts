import { blockWidth } from "../block.ts";
import { derivedColumns } from "../risk/derived-columns.ts";
import type { LedgerColumns } from "../risk/ledger-columns.ts";
import type { TallyPlan } from "./tally-plan.ts";

/** The columns of a block that is put into `block`, and what follows from them. */
export type BlockColumns = {
  /** `[policy][column][path]`, as a block runner writes it. */
  readonly block: Float64Array;
  /** By place. */
  readonly columns: readonly Float64Array[];
  /** Works out the derived columns of what now stands in the block. */
  readonly derive: () => void;
};

/** Opens the columns of one block under a plan. */
export function openBlockColumns({
  policies,
  columns: names,
  derived,
}: Pick<TallyPlan, "policies" | "columns" | "derived">): BlockColumns {
  const block = new Float64Array(policies * names.length * blockWidth);
  const made: (() => void)[] = [];
  const columns: Float64Array[] = [];
  for (let policy = 0; policy < policies; policy++) {
    const own = new Map(
      names.map((name, c) => {
        const from = (policy * names.length + c) * blockWidth;
        return [name, block.subarray(from, from + blockWidth)];
      }),
    );
    const ledger = Object.fromEntries(own) as LedgerColumns;
    columns.push(...own.values());
    for (const spec of derived) {
      const into = new Float64Array(blockWidth);
      columns.push(into);
      own.set(spec.name, into);
      if (spec.kind === "named") {
        const { write } = derivedColumns.get(spec.name)!;
        made.push(() => write(ledger, into));
      } else {
        const [whole, less] = [own.get(spec.column)!, own.get(spec.less)!];
        made.push(() => {
          for (let path = 0; path < blockWidth; path++) into[path] = whole[path]! - spec.share * less[path]!;
        });
      }
    }
  }
  return {
    block,
    columns,
    derive: () => {
      for (const write of made) write();
    },
  };
}
