import { alias, type Column, type Mask } from "./column.ts";
import { type Graph, type MaskNode, maskNode, type NumberNode, numberNode, read, readMask } from "./graph.ts";

export type Comparison =
  | "equal"
  | "notEqual"
  | "lessThan"
  | "lessThanInclusive"
  | "greaterThan"
  | "greaterThanInclusive";

const mirrored: Record<Comparison, Comparison> = {
  equal: "equal",
  notEqual: "notEqual",
  lessThan: "greaterThan",
  lessThanInclusive: "greaterThanInclusive",
  greaterThan: "lessThan",
  greaterThanInclusive: "lessThanInclusive",
};

function compareNumbers(op: Comparison, a: number, b: number): boolean {
  if (op === "equal") return a === b;
  if (op === "notEqual") return a !== b;
  if (op === "lessThan") return a < b;
  if (op === "lessThanInclusive") return a <= b;
  if (op === "greaterThan") return a > b;
  return a >= b;
}

/** Each loop counts its hits, so that a mask that is all yes or all no becomes uniform. */
function compareColumns(op: Comparison, o: Uint8Array, a: Float64Array, b: Float64Array, n: number): number {
  let hits = 0;
  if (op === "equal") for (let i = 0; i < n; i++) hits += o[i] = a[i]! === b[i]! ? 1 : 0;
  else if (op === "notEqual") for (let i = 0; i < n; i++) hits += o[i] = a[i]! !== b[i]! ? 1 : 0;
  else if (op === "lessThan") for (let i = 0; i < n; i++) hits += o[i] = a[i]! < b[i]! ? 1 : 0;
  else if (op === "lessThanInclusive") for (let i = 0; i < n; i++) hits += o[i] = a[i]! <= b[i]! ? 1 : 0;
  else if (op === "greaterThan") for (let i = 0; i < n; i++) hits += o[i] = a[i]! > b[i]! ? 1 : 0;
  else for (let i = 0; i < n; i++) hits += o[i] = a[i]! >= b[i]! ? 1 : 0;
  return hits;
}

function compareWithNumber(op: Comparison, o: Uint8Array, a: Float64Array, b: number, n: number): number {
  let hits = 0;
  if (op === "equal") for (let i = 0; i < n; i++) hits += o[i] = a[i]! === b ? 1 : 0;
  else if (op === "notEqual") for (let i = 0; i < n; i++) hits += o[i] = a[i]! !== b ? 1 : 0;
  else if (op === "lessThan") for (let i = 0; i < n; i++) hits += o[i] = a[i]! < b ? 1 : 0;
  else if (op === "lessThanInclusive") for (let i = 0; i < n; i++) hits += o[i] = a[i]! <= b ? 1 : 0;
  else if (op === "greaterThan") for (let i = 0; i < n; i++) hits += o[i] = a[i]! > b ? 1 : 0;
  else for (let i = 0; i < n; i++) hits += o[i] = a[i]! >= b ? 1 : 0;
  return hits;
}

/** Settles whether a freshly written mask is uniform. */
export function settleMask(out: Mask, own: Uint8Array, hits: number, n: number): void {
  out.data = own;
  out.uniform = hits === 0 || hits === n;
  out.value = hits === n;
}

export function setUniformMask(out: Mask, value: boolean): void {
  out.uniform = true;
  out.value = value;
}

/** Where does the comparison hold? */
export function compare(graph: Graph, op: Comparison, left: NumberNode, right: NumberNode): MaskNode {
  return maskNode(graph, `${op} ${left.id} ${right.id}`, (out, own) => {
    const n = graph.width;
    return () => {
      const a = read(left);
      const b = read(right);
      if (a.uniform && b.uniform) setUniformMask(out, compareNumbers(op, a.value, b.value));
      else if (b.uniform) settleMask(out, own, compareWithNumber(op, own, a.data, b.value, n), n);
      else if (a.uniform) settleMask(out, own, compareWithNumber(mirrored[op], own, b.data, a.value, n), n);
      else settleMask(out, own, compareColumns(op, own, a.data, b.data, n), n);
    };
  });
}

/** Where do both (all) or one of both (any) hold? */
export function combine(graph: Graph, op: "and" | "or", left: MaskNode, right: MaskNode): MaskNode {
  if (left.id === right.id) return left;
  return maskNode(graph, `${op} ${left.id} ${right.id}`, (out, own) => {
    const n = graph.width;
    const decisive = op === "or";
    return () => {
      const a = readMask(left);
      // What the left side decides for all paths leaves the right side unasked.
      if (a.uniform && a.value === decisive) return setUniformMask(out, decisive);
      const b = readMask(right);
      if (a.uniform || b.uniform) {
        const known = a.uniform ? a : b;
        const other = a.uniform ? b : a;
        if (known.value === decisive) setUniformMask(out, decisive);
        else {
          out.uniform = other.uniform;
          out.value = other.value;
          out.data = other.data;
        }
        return;
      }
      const x = a.data;
      const y = b.data;
      let hits = 0;
      if (decisive) for (let i = 0; i < n; i++) hits += own[i] = x[i]! | y[i]!;
      else for (let i = 0; i < n; i++) hits += own[i] = x[i]! & y[i]!;
      settleMask(out, own, hits, n);
    };
  });
}

/** Where does it not hold? */
export function negate(graph: Graph, of: MaskNode): MaskNode {
  return maskNode(graph, `not ${of.id}`, (out, own) => {
    const n = graph.width;
    return () => {
      const a = readMask(of);
      if (a.uniform) return setUniformMask(out, !a.value);
      const x = a.data;
      for (let i = 0; i < n; i++) own[i] = x[i]! ^ 1;
      out.uniform = false;
      out.data = own;
    };
  });
}

export function constantMask(graph: Graph, value: boolean): MaskNode {
  return maskNode(graph, `always ${value}`, (out) => {
    out.value = value;
    return undefined;
  });
}

/** `then` where the mask holds, `otherwise` elsewhere. */
export function select(graph: Graph, mask: MaskNode, then: NumberNode, otherwise: NumberNode): NumberNode {
  if (then.id === otherwise.id) return then;
  return numberNode(graph, `select ${mask.id} ${then.id} ${otherwise.id}`, (out, own) => {
    const n = graph.width;
    return () => {
      const m = readMask(mask);
      // Only the side that some path needs is worked out.
      if (m.uniform) return alias(out, read(m.value ? then : otherwise));
      const a = read(then);
      const b = read(otherwise);
      out.uniform = false;
      out.data = own;
      out.count = a.count && b.count;
      choose(own, m.data, a, b, n);
    };
  });
}

function choose(o: Float64Array, m: Uint8Array, a: Column, b: Column, n: number): void {
  const x = a.data;
  const y = b.data;
  const u = a.value;
  const v = b.value;
  if (a.uniform && b.uniform) for (let i = 0; i < n; i++) o[i] = m[i] === 1 ? u : v;
  else if (a.uniform) for (let i = 0; i < n; i++) o[i] = m[i] === 1 ? u : y[i]!;
  else if (b.uniform) for (let i = 0; i < n; i++) o[i] = m[i] === 1 ? x[i]! : v;
  else for (let i = 0; i < n; i++) o[i] = m[i] === 1 ? x[i]! : y[i]!;
}
