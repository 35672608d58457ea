/** A part of a list of columns: split into two of about equal length, or a single column. */
export type SplitNode = {
  /** Places of the two parts among the nodes; a part comes after its whole. */
  readonly left: number;
  readonly right: number;
  /** The place of a single column in the list; −1 where there are two parts. */
  readonly leaf: number;
};

const trees = new Map<number, readonly SplitNode[]>();

/** Splits a list of `count` columns in halves until they stand alone: the whole first, then its parts level by level. */
export function splitTree(count: number): readonly SplitNode[] {
  const known = trees.get(count);
  if (known !== undefined) return known;
  const nodes: SplitNode[] = [];
  const parts: [from: number, to: number][] = [[0, count]];
  for (let place = 0; place < parts.length; place++) {
    const [from, to] = parts[place]!;
    if (to - from === 1) {
      nodes.push({ left: -1, right: -1, leaf: from });
      continue;
    }
    const middle = (from + to + 1) >> 1;
    nodes.push({ left: parts.length, right: parts.length + 1, leaf: -1 });
    parts.push([from, middle], [middle, to]);
  }
  trees.set(count, nodes);
  return nodes;
}
