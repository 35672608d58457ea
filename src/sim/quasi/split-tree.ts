/** A part of a list of columns: split into two of about equal length, or a single column. */
export type SplitNode = {
  /** Places of the two parts among the nodes; a part comes after its whole. */
  readonly left: number;
  readonly right: number;
  /** The place of a single column in the list; −1 where there are two parts. */
  readonly leaf: number;
};

/** Columns in a few parts, each split in halves until columns stand alone. */
export type SplitTree = {
  /** The parts first, then theirs level by level. */
  readonly nodes: readonly SplitNode[];
  /** How many nodes are parts of the whole list. */
  readonly roots: number;
};

const trees = new Map<string, SplitTree>();

/** Splits a list of `count` columns into parts of at most `most` and those in halves; both 1 or more. */
export function splitTree(count: number, most: number): SplitTree {
  const key = `${count} ${most}`;
  const known = trees.get(key);
  if (known !== undefined) return known;
  if (!(most >= 1)) throw new RangeError(`columns: invalid number: ${most}; expected 1 or more`);
  const roots = Math.ceil(count / most);
  const parts: [from: number, to: number][] = Array.from({ length: roots }, (_, r) => [
    Math.floor((count * r) / roots),
    Math.floor((count * (r + 1)) / roots),
  ]);
  const nodes: SplitNode[] = [];
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
  const tree = { nodes, roots };
  trees.set(key, tree);
  return tree;
}
