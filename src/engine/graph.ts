import { type Column, isCount, type Mask } from "./column.ts";
import type { Loops } from "./loops.ts";
import { plainLoops } from "./plain-loops.ts";

/** What a node needs to be worked out at most once a month, when something first asks for it. */
type Worked = {
  readonly id: number;
  readonly graph: Graph;
  /** The month of the graph's clock for which `out` holds. */
  stamp: number;
  step: (() => void) | undefined;
};

/** A number a path, worked out at most once a month. `out` is read through `read`. */
export type NumberNode = Worked & {
  readonly kind: "number";
  readonly out: Column;
  /** The number, where it is the same for every path and month. */
  readonly always: number | undefined;
};
/** A yes or no a path, worked out at most once a month. `out` is read through `readMask`. */
export type MaskNode = Worked & {
  readonly kind: "mask";
  readonly out: Mask;
  /** Yes or no, where it is the same for every path and month. */
  readonly always: boolean | undefined;
};

/**
 * The work of one month for a block of paths.
 *
 * A node is worked out when something asks for it, so what no path needs this month (a fee whose months are over, a
 * settlement where nothing ends) costs nothing; what remembers is asked every month. A node is known by its key: the operation and the nodes that it reads. Asked twice for the same key the graph
 * gives the same node, so what several rules or policies have in common is worked out once.
 */
export type Graph = {
  /** Tells graphs apart whose nodes meet in another. */
  readonly name: string;
  readonly width: number;
  /** What runs over the paths, and where columns have their memory. */
  readonly loops: Loops;
  readonly nodes: Map<string, NumberNode | MaskNode>;
  /** The months worked out so far. */
  clock: number;
  /** Works out every node, needed or not: the first begins a month. */
  readonly steps: (() => void)[];
  /** Works out only what must not miss a month: nodes that remember, and what is carried over. */
  readonly always: (() => void)[];
  /** Run after all steps: what is carried over into the next month. They read only what `always` has worked out. */
  readonly carries: (() => void)[];
  /** Run at the beginning of a block. */
  readonly resets: (() => void)[];
  /** Memory that a block keeps, counted to know the size of the working set. */
  bytes: number;
};

export function openGraph(width: number, name = "", loops: Loops = plainLoops): Graph {
  const graph: Graph = {
    name,
    width,
    loops,
    nodes: new Map(),
    clock: 0,
    steps: [],
    always: [],
    carries: [],
    resets: [],
    bytes: 0,
  };
  graph.steps.push(() => beginMonth(graph));
  return graph;
}

export function newColumn(graph: Graph): { column: Column; own: Float64Array } {
  const own = graph.loops.numbers(graph.width);
  graph.bytes += own.byteLength;
  return { column: { uniform: true, value: 0, data: own, count: true }, own };
}

/** Makes every node of a graph due again. */
export function beginMonth(graph: Graph): void {
  graph.clock += 1;
}

/** The column of a node this month; works it out if nothing has asked for it yet. */
export function read(node: NumberNode): Column {
  if (node.stamp !== node.graph.clock) {
    node.stamp = node.graph.clock;
    node.step?.();
  }
  return node.out;
}

/** The mask of a node this month; as `read`. */
export function readMask(node: MaskNode): Mask {
  if (node.stamp !== node.graph.clock) {
    node.stamp = node.graph.clock;
    node.step?.();
  }
  return node.out;
}

/** Asks for a node every month, whether or not something else does. */
export function keep(graph: Graph, node: NumberNode | MaskNode): void {
  graph.always.push(node.kind === "number" ? () => read(node) : () => readMask(node));
}

/** Carries something over into the next month; the nodes that it reads are worked out before anything is carried. */
export function carry(graph: Graph, inputs: readonly (NumberNode | MaskNode)[], update: () => void): void {
  for (const input of inputs) keep(graph, input);
  graph.carries.push(update);
}

/**
 * A number node under a key; `build` is called the first time only and gives the step that fills `out`.
 *
 * A step reads its inputs through `read`. A node that `remembers` is worked out every month.
 */
export function numberNode(
  graph: Graph,
  key: string,
  build: (out: Column, own: Float64Array) => (() => void) | undefined,
  remembers = false,
  always?: number,
): NumberNode {
  const known = graph.nodes.get(key);
  if (known !== undefined) return known as NumberNode;
  const { column, own } = newColumn(graph);
  const node: NumberNode = {
    kind: "number",
    id: graph.nodes.size,
    graph,
    stamp: -1,
    step: undefined,
    out: column,
    always,
  };
  graph.nodes.set(key, node);
  node.step = build(column, own);
  if (node.step !== undefined) graph.steps.push(() => read(node));
  if (remembers) keep(graph, node);
  return node;
}

/** A mask node under a key; as `numberNode`. */
export function maskNode(
  graph: Graph,
  key: string,
  build: (out: Mask, own: Uint8Array) => (() => void) | undefined,
  remembers = false,
  always?: boolean,
): MaskNode {
  const known = graph.nodes.get(key);
  if (known !== undefined) return known as MaskNode;
  const own = graph.loops.flags(graph.width);
  graph.bytes += own.byteLength;
  const out: Mask = { uniform: true, value: false, data: own };
  const node: MaskNode = {
    kind: "mask",
    id: graph.nodes.size,
    graph,
    stamp: -1,
    step: undefined,
    out,
    always,
  };
  graph.nodes.set(key, node);
  node.step = build(out, own);
  if (node.step !== undefined) graph.steps.push(() => readMask(node));
  if (remembers) keep(graph, node);
  return node;
}

/** A number that is the same for every path and month. */
export function constant(graph: Graph, value: number): NumberNode {
  const key = `constant ${Object.is(value, -0) ? "-0" : value}`;
  const fill = (out: Column) => {
    out.value = value;
    out.count = isCount(value);
    return undefined;
  };
  return numberNode(graph, key, fill, false, value);
}

/** Begins a new block: all memory as before the first month. */
export function resetGraph(graph: Graph): void {
  for (const reset of graph.resets) reset();
}

/** Works out all nodes of one month, needed or not. */
export function runMonth(graph: Graph): void {
  for (const step of graph.steps) step();
  for (const update of graph.carries) update();
}
