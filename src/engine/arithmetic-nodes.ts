import { alias, type Column, isCount, setUniform } from "./column.ts";
import { constant, type Graph, type NumberNode, numberNode, read } from "./graph.ts";
import type { BinaryOp } from "./loops.ts";

function numberWithNumber(op: BinaryOp, a: number, b: number): number {
  if (op === "add") return a + b;
  if (op === "sub") return a - b;
  if (op === "mul") return a * b;
  if (op === "div") return a / b;
  if (op === "min") return b < a ? b : a;
  return b > a ? b : a;
}

/** Is the result the other side, bit for bit? Only promised where no −0 can come in. */
function isNeutral(op: BinaryOp, side: Column, other: Column, sideIsRight: boolean): boolean {
  if (!side.uniform) return false;
  if (op === "mul") return side.value === 1;
  if (op === "div") return sideIsRight && side.value === 1;
  if (op === "add") return side.value === 0 && other.count;
  return op === "sub" && sideIsRight && side.value === 0 && other.count;
}

/** The sum, difference, product, quotient, lesser or greater of two numbers, path by path. */
export function binary(graph: Graph, op: BinaryOp, left: NumberNode, right: NumberNode): NumberNode {
  if (left.always !== undefined && right.always !== undefined)
    return constant(graph, numberWithNumber(op, left.always, right.always));
  return numberNode(graph, `${op} ${left.id} ${right.id}`, (out, own) => {
    const n = graph.width;
    const columns = graph.loops.columns[op];
    const columnNumber = graph.loops.columnNumber[op];
    const numberColumn = graph.loops.numberColumn[op];
    return () => {
      const a = read(left);
      const b = read(right);
      if (a.uniform && b.uniform) {
        setUniform(out, numberWithNumber(op, a.value, b.value));
        return;
      }
      if (isNeutral(op, b, a, true)) return alias(out, a);
      if (isNeutral(op, a, b, false)) return alias(out, b);
      if (op === "mul" && ((a.uniform && isZero(a) && b.count) || (b.uniform && isZero(b) && a.count))) {
        setUniform(out, 0);
        return;
      }
      out.uniform = false;
      out.data = own;
      out.count = op !== "sub" && op !== "div" && a.count && b.count;
      if (b.uniform) columnNumber(own, a.data, b.value, n);
      else if (a.uniform) numberColumn(own, a.value, b.data, n);
      else columns(own, a.data, b.data, n);
    };
  });
}

function isZero(side: Column): boolean {
  return isCount(side.value) && side.value === 0;
}
