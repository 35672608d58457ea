import { alias, type Column, isCount, setUniform } from "./column.ts";
import { type Graph, type NumberNode, numberNode, read } from "./graph.ts";

type BinaryOp = "add" | "sub" | "mul" | "div" | "min" | "max";

// Each loop is written out by hand: a function passed in would cost a call an element.

function columnWithColumn(op: BinaryOp, o: Float64Array, a: Float64Array, b: Float64Array, n: number): void {
  if (op === "add") for (let i = 0; i < n; i++) o[i] = a[i]! + b[i]!;
  else if (op === "sub") for (let i = 0; i < n; i++) o[i] = a[i]! - b[i]!;
  else if (op === "mul") for (let i = 0; i < n; i++) o[i] = a[i]! * b[i]!;
  else if (op === "div") for (let i = 0; i < n; i++) o[i] = a[i]! / b[i]!;
  else if (op === "min") for (let i = 0; i < n; i++) o[i] = b[i]! < a[i]! ? b[i]! : a[i]!;
  else for (let i = 0; i < n; i++) o[i] = b[i]! > a[i]! ? b[i]! : a[i]!;
}

function columnWithNumber(op: BinaryOp, o: Float64Array, a: Float64Array, b: number, n: number): void {
  if (op === "add") for (let i = 0; i < n; i++) o[i] = a[i]! + b;
  else if (op === "sub") for (let i = 0; i < n; i++) o[i] = a[i]! - b;
  else if (op === "mul") for (let i = 0; i < n; i++) o[i] = a[i]! * b;
  else if (op === "div") for (let i = 0; i < n; i++) o[i] = a[i]! / b;
  else if (op === "min") for (let i = 0; i < n; i++) o[i] = b < a[i]! ? b : a[i]!;
  else for (let i = 0; i < n; i++) o[i] = b > a[i]! ? b : a[i]!;
}

function numberWithColumn(op: BinaryOp, o: Float64Array, a: number, b: Float64Array, n: number): void {
  if (op === "add") for (let i = 0; i < n; i++) o[i] = a + b[i]!;
  else if (op === "sub") for (let i = 0; i < n; i++) o[i] = a - b[i]!;
  else if (op === "mul") for (let i = 0; i < n; i++) o[i] = a * b[i]!;
  else if (op === "div") for (let i = 0; i < n; i++) o[i] = a / b[i]!;
  else if (op === "min") for (let i = 0; i < n; i++) o[i] = b[i]! < a ? b[i]! : a;
  else for (let i = 0; i < n; i++) o[i] = b[i]! > a ? b[i]! : a;
}

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
  return numberNode(graph, `${op} ${left.id} ${right.id}`, (out, own) => {
    const n = graph.width;
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
      if (b.uniform) columnWithNumber(op, own, a.data, b.value, n);
      else if (a.uniform) numberWithColumn(op, own, a.value, b.data, n);
      else columnWithColumn(op, own, a.data, b.data, n);
    };
  });
}

function isZero(side: Column): boolean {
  return isCount(side.value) && side.value === 0;
}
