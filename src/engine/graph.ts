import { type Column, isCount, type Mask } from "./column.ts";

/** A number a path, worked out once a month. */
export type NumberNode = { readonly kind: "number"; readonly id: number; readonly out: Column };
/** A yes or no a path, worked out once a month. */
export type MaskNode = { readonly kind: "mask"; readonly id: number; readonly out: Mask };

/**
 * The work of one month for a block of paths, as a list of steps in order.
 *
 * A node is known by its key: the operation and the nodes that it reads. Asked twice for the same key the graph
 * gives the same node, so what several rules or policies have in common is worked out once.
 */
export type Graph = {
  readonly width: number;
  readonly nodes: Map<string, NumberNode | MaskNode>;
  /** Run in order every month. */
  readonly steps: (() => void)[];
  /** Run after all steps: what is carried over into the next month. */
  readonly carries: (() => void)[];
  /** Run at the beginning of a block. */
  readonly resets: (() => void)[];
  /** Memory that a block keeps, counted to know the size of the working set. */
  bytes: number;
};

export function openGraph(width: number): Graph {
  return { width, nodes: new Map(), steps: [], carries: [], resets: [], bytes: 0 };
}

export function newColumn(graph: Graph): { column: Column; own: Float64Array } {
  const own = new Float64Array(graph.width);
  graph.bytes += own.byteLength;
  return { column: { uniform: true, value: 0, data: own, count: true }, own };
}

/** A number node under a key; `build` is called the first time only and gives the step that fills `out`. */
export function numberNode(
  graph: Graph,
  key: string,
  build: (out: Column, own: Float64Array) => (() => void) | undefined,
): NumberNode {
  const known = graph.nodes.get(key);
  if (known !== undefined) return known as NumberNode;
  const { column, own } = newColumn(graph);
  const node: NumberNode = { kind: "number", id: graph.nodes.size, out: column };
  graph.nodes.set(key, node);
  const step = build(column, own);
  if (step !== undefined) graph.steps.push(step);
  return node;
}

/** A mask node under a key; as `numberNode`. */
export function maskNode(
  graph: Graph,
  key: string,
  build: (out: Mask, own: Uint8Array) => (() => void) | undefined,
): MaskNode {
  const known = graph.nodes.get(key);
  if (known !== undefined) return known as MaskNode;
  const own = new Uint8Array(graph.width);
  graph.bytes += own.byteLength;
  const out: Mask = { uniform: true, value: false, data: own };
  const node: MaskNode = { kind: "mask", id: graph.nodes.size, out };
  graph.nodes.set(key, node);
  const step = build(out, own);
  if (step !== undefined) graph.steps.push(step);
  return node;
}

/** A number that is the same for every path and month. */
export function constant(graph: Graph, value: number): NumberNode {
  const key = `constant ${Object.is(value, -0) ? "-0" : value}`;
  return numberNode(graph, key, (out) => {
    out.value = value;
    out.count = isCount(value);
    return undefined;
  });
}

/** Begins a new block: all memory as before the first month. */
export function resetGraph(graph: Graph): void {
  for (const reset of graph.resets) reset();
}

/** Works out one month. */
export function runMonth(graph: Graph): void {
  const { steps, carries } = graph;
  for (let i = 0; i < steps.length; i++) steps[i]!();
  for (let i = 0; i < carries.length; i++) carries[i]!();
}
