import type { Column } from "../../engine/column.ts";
import type { Loops } from "../../engine/loops.ts";
import type { Stream } from "../random/stream.ts";
import { conditionalShares, subtractPeople } from "../split-people.ts";
import type { JointThinning } from "./joint-thinning.ts";

/**
 * Opens the splitting of several groups of people over the months of a delay: for each month in turn how many they are
 * in all, then of which groups. `left` holds the groups and is used up.
 */
export function openJointSplit(
  delays: readonly { months: number; chance: number }[],
  width: number,
  rounded: boolean,
  thin: JointThinning,
  loops: Loops,
  take: () => Column,
  together: number,
): <Cell>(
  reached: readonly Column[],
  groups: readonly { readonly cells: readonly Cell[] }[],
  stream: (delay: number) => Stream,
  give: (cell: Cell, part: Column) => void,
) => void {
  const shares = conditionalShares(delays, width, loops);
  return (left, groups, stream, give) => {
    for (const [d, share] of shares.entries()) {
      const places = groups.flatMap(({ cells }, g) => (cells.length > d ? [g] : []));
      const last = d === shares.length - 1;
      const of = places.map((g) => left[g]!);
      const parts = last ? of : of.map(take);
      if (!last) thin(of, share, stream(d), parts, together);
      for (const [p, g] of places.entries()) {
        if (!last) subtractPeople(left[g]!, parts[p]!, width, rounded);
        give(groups[g]!.cells[d]!, parts[p]!);
      }
    }
  };
}
