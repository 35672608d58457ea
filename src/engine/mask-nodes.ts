import { alias, type Column, type Mask } from "./column.ts";
import { type Graph, type MaskNode, maskNode, type NumberNode, numberNode, read, readMask } from "./graph.ts";
import type { Comparison, Loops } from "./loops.ts";

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
  if (left.always !== undefined && right.always !== undefined)
    return constantMask(graph, compareNumbers(op, left.always, right.always));
  return maskNode(graph, `${op} ${left.id} ${right.id}`, (out, own) => {
    const n = graph.width;
    const columns = graph.loops.compareColumns[op];
    const columnNumber = graph.loops.compareNumber[op];
    const numberColumn = graph.loops.compareNumber[mirrored[op]];
    return () => {
      const a = read(left);
      const b = read(right);
      if (a.uniform && b.uniform) setUniformMask(out, compareNumbers(op, a.value, b.value));
      else if (b.uniform) settleMask(out, own, columnNumber(own, a.data, b.value, n), n);
      else if (a.uniform) settleMask(out, own, numberColumn(own, b.data, a.value, n), n);
      else settleMask(out, own, columns(own, a.data, b.data, n), n);
    };
  });
}

/** Where do both (all) or one of both (any) hold? */
export function combine(graph: Graph, op: "and" | "or", left: MaskNode, right: MaskNode): MaskNode {
  if (left.id === right.id) return left;
  const decides = op === "or";
  if (left.always !== undefined) return left.always === decides ? left : right;
  if (right.always !== undefined) return right.always === decides ? right : left;
  return maskNode(graph, `${op} ${left.id} ${right.id}`, (out, own) => {
    const n = graph.width;
    const decisive = decides;
    const run = decisive ? graph.loops.either : graph.loops.both;
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
      settleMask(out, own, run(own, a.data, b.data, n), n);
    };
  });
}

/** Where does it not hold? */
export function negate(graph: Graph, of: MaskNode): MaskNode {
  if (of.always !== undefined) return constantMask(graph, !of.always);
  return maskNode(graph, `not ${of.id}`, (out, own) => {
    const n = graph.width;
    return () => {
      const a = readMask(of);
      if (a.uniform) return setUniformMask(out, !a.value);
      graph.loops.opposite(own, a.data, n);
      out.uniform = false;
      out.data = own;
    };
  });
}

export function constantMask(graph: Graph, value: boolean): MaskNode {
  const fill = (out: Mask) => {
    out.value = value;
    return undefined;
  };
  return maskNode(graph, `always ${value}`, fill, false, value);
}

/** `then` where the mask holds, `otherwise` elsewhere. */
export function select(graph: Graph, mask: MaskNode, then: NumberNode, otherwise: NumberNode): NumberNode {
  if (then.id === otherwise.id) return then;
  if (mask.always !== undefined) return mask.always ? then : otherwise;
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
      choose(graph.loops, own, m.data, a, b, n);
    };
  });
}

function choose(loops: Loops, o: Float64Array, m: Uint8Array, a: Column, b: Column, n: number): void {
  if (a.uniform && b.uniform) loops.chooseNumbers(o, m, a.value, b.value, n);
  else if (a.uniform) loops.chooseNumberColumn(o, m, a.value, b.data, n);
  else if (b.uniform) loops.chooseColumnNumber(o, m, a.data, b.value, n);
  else loops.chooseColumns(o, m, a.data, b.data, n);
}
