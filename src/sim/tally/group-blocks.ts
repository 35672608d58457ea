import { blockWidth } from "../block.ts";
import { blocksFor } from "../gather.ts";
import { blocksOfGroup } from "./tally-plan.ts";

/** A block of a group, and how many of its paths count. */
export type GroupBlock = { readonly block: number; readonly count: number };

/** The number of groups that hold so many paths. */
export function groupsFor(paths: number): number {
  return Math.ceil(blocksFor(paths) / blocksOfGroup);
}

/** The blocks of one group of a run of so many paths, in their order. */
export function blocksIn(group: number, paths: number): GroupBlock[] {
  const first = group * blocksOfGroup;
  const number = Math.min(blocksOfGroup, blocksFor(paths) - first);
  return Array.from({ length: number }, (_, k) => {
    const block = first + k;
    return { block, count: Math.min(blockWidth, paths - block * blockWidth) };
  });
}
