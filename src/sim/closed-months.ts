import { type Column, holds, type Mask } from "../engine/column.ts";
import { carry, type Graph, type MaskNode, maskNode, type NumberNode, read } from "../engine/graph.ts";
import type { Loops } from "../engine/loops.ts";
import { settleMask, setUniformMask } from "../engine/mask-nodes.ts";
import type { ClosedMonths } from "./delivered.ts";

export type BudgetGate = ClosedMonths & {
  /** Where referrals are open this month. */
  readonly open: MaskNode;
  /** To be called once with what is owed in the financial year to date at the end of each month. */
  readonly closesWhen: (dueThisFinancialYear: NumberNode) => void;
};

/**
 * Opens the gate of a yearly budget: once a financial year's budget is committed, referrals stop until the next.
 *
 * It remembers which start months were closed on which path, so that later outcomes of people who could not start
 * are taken out.
 */
export function openBudgetGate(
  graph: Graph,
  key: string,
  budgetPence: NumberNode,
  lastMonthOfFinancialYear: NumberNode,
  month: NumberNode,
): BudgetGate {
  const past: { closed: Int32Array; own: Int32Array }[] = [];
  const name = `budget ${key}`;
  let everClosed = false;
  const open = maskNode(
    graph,
    name,
    (out) => {
      graph.resets.push(() => {
        setUniformMask(out, true);
        everClosed = false;
      });
      return () => {
        const m = read(month).value;
        past[m] ??= { closed: nobody, own: new Int32Array(graph.width) };
        past[m].closed = closedPaths(out, past[m].own);
        everClosed ||= !(out.uniform && out.value);
      };
    },
    true,
  );
  const own = open.out.data;
  return {
    key: name,
    open,
    everClosed: () => everClosed,
    closedIn: (start) => past[start]?.closed ?? nobody,
    closesWhen: (due) => {
      carry(graph, [due, lastMonthOfFinancialYear, budgetPence], () => {
        if (read(lastMonthOfFinancialYear).value === 1) return setUniformMask(open.out, true);
        settleMask(
          open.out,
          own,
          openPaths(graph.loops, read(due), read(budgetPence), own, graph.width),
          graph.width,
        );
      });
    },
  };
}

const nobody = new Int32Array(0);

/** Lists the paths on which a mask does not hold. */
function closedPaths(open: Mask, own: Int32Array): Int32Array {
  if (open.uniform && open.value) return nobody;
  let count = 0;
  for (let i = 0; i < own.length; i++) if (!holds(open, i)) own[count++] = i;
  return own.subarray(0, count);
}

function openPaths(loops: Loops, due: Column, budget: Column, own: Uint8Array, width: number): number {
  if (due.uniform && budget.uniform) {
    const isOpen = due.value < budget.value;
    own.fill(isOpen ? 1 : 0);
    return isOpen ? width : 0;
  }
  if (budget.uniform) return loops.compareNumber.lessThan(own, due.data, budget.value, width);
  if (due.uniform) return loops.compareNumber.greaterThan(own, budget.data, due.value, width);
  return loops.compareColumns.lessThan(own, due.data, budget.data, width);
}
