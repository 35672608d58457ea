import { type Column, isCount, setUniform } from "./column.ts";
import {
  type Graph,
  type MaskNode,
  type NumberNode,
  newColumn,
  numberNode,
  read,
  readMask,
} from "./graph.ts";
import type { Loops } from "./loops.ts";

/** Turns a uniform column into one that holds a number for each path, to be changed in place. */
export function spread(out: Column, own: Float64Array): void {
  if (out.uniform) own.fill(out.value);
  out.uniform = false;
  out.data = own;
}

/** Adds a column to another in place. */
export function addInto(loops: Loops, out: Column, own: Float64Array, x: Column, n: number): void {
  if (x.uniform && out.uniform) return setUniform(out, out.value + x.value);
  if (x.uniform && x.value === 0 && out.count && x.count) return;
  const count = out.count && x.count;
  spread(out, own);
  out.count = count;
  if (x.uniform) loops.columnNumber.add(own, own, x.value, n);
  else loops.columns.add(own, own, x.data, n);
}

/** The running sum; back to 0 in months in which `restarts` (a uniform column, if given) is 1. */
export function sumNode(graph: Graph, of: NumberNode, restarts?: NumberNode): NumberNode {
  return numberNode(
    graph,
    `sum ${of.id} ${restarts?.id ?? "never"}`,
    (out, own) => {
      graph.resets.push(() => setUniform(out, 0));
      return () => {
        if (restarts !== undefined && read(restarts).value === 1) setUniform(out, 0);
        addInto(graph.loops, out, own, read(of), graph.width);
      };
    },
    true,
  );
}

/** The sum of the last `months` months, this one included; always added from the oldest to the newest. */
export function windowSumNode(graph: Graph, of: NumberNode, months: number): NumberNode {
  return numberNode(
    graph,
    `window ${months} ${of.id}`,
    (out, own) => {
      const ring = Array.from({ length: months }, () => newColumn(graph));
      let filled = 0;
      let next = 0;
      graph.resets.push(() => {
        filled = 0;
        next = 0;
      });
      return () => {
        const slot = ring[next]!;
        copyColumn(slot.column, slot.own, read(of));
        next = (next + 1) % months;
        filled = Math.min(filled + 1, months);
        setUniform(out, 0);
        for (let k = 0; k < filled; k++) {
          addInto(graph.loops, out, own, ring[(next - filled + k + months) % months]!.column, graph.width);
        }
      };
    },
    true,
  );
}

/** Copies what a column shows this month into memory of its own. */
export function copyColumn(out: Column, own: Float64Array, from: Column): void {
  out.uniform = from.uniform;
  out.value = from.value;
  out.count = from.count;
  out.data = own;
  if (!from.uniform) own.set(from.data);
}

/** Months running, up to this one, in which the mask has held. */
export function consecutiveNode(graph: Graph, mask: MaskNode): NumberNode {
  return numberNode(
    graph,
    `consecutive ${mask.id}`,
    (out, own) => {
      graph.resets.push(() => setUniform(out, 0));
      return () => {
        const m = readMask(mask);
        if (m.uniform && (out.uniform || !m.value)) return setUniform(out, m.value ? out.value + 1 : 0);
        spread(out, own);
        const n = graph.width;
        if (m.uniform) graph.loops.columnNumber.add(own, own, 1, n);
        else graph.loops.countOn(own, m.data, n);
      };
    },
    true,
  );
}

/** 1 from the first month in which the mask has held, 0 before. */
export function latchNode(graph: Graph, mask: MaskNode): NumberNode {
  return rememberNode(graph, `latch ${mask.id}`, mask, () => 1);
}

/** The first month in which the mask has held; 0 if not yet. */
export function firstMonthNode(graph: Graph, mask: MaskNode, month: NumberNode): NumberNode {
  return rememberNode(graph, `first month ${mask.id}`, mask, () => read(month).value);
}

function rememberNode(graph: Graph, key: string, mask: MaskNode, mark: () => number): NumberNode {
  return numberNode(
    graph,
    key,
    (out, own) => {
      graph.resets.push(() => setUniform(out, 0));
      return () => {
        const m = readMask(mask);
        if (m.uniform && !m.value) return;
        const now = mark();
        if (out.uniform) {
          if (out.value !== 0) return;
          if (m.uniform) return setUniform(out, now);
        }
        spread(out, own);
        out.count = isCount(now);
        const n = graph.width;
        for (let i = 0; i < n; i++) {
          if (own[i] === 0 && (m.uniform || m.data[i] === 1)) own[i] = now;
        }
      };
    },
    true,
  );
}
