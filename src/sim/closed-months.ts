import { at, type Column, type Mask } from "../engine/column.ts";
import { carry, type Graph, type MaskNode, maskNode, type NumberNode, read } from "../engine/graph.ts";
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
  const past: { mask: Mask; own: Uint8Array }[] = [];
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
        past[m] ??= {
          mask: { uniform: true, value: true, data: out.data },
          own: new Uint8Array(graph.width),
        };
        const { mask, own } = past[m];
        mask.uniform = out.uniform;
        mask.value = out.value;
        mask.data = own;
        if (!out.uniform) own.set(out.data);
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
    openIn: (start) => past[start]?.mask,
    closesWhen: (due) => {
      carry(graph, [due, lastMonthOfFinancialYear, budgetPence], () => {
        if (read(lastMonthOfFinancialYear).value === 1) return setUniformMask(open.out, true);
        settleMask(open.out, own, openPaths(read(due), read(budgetPence), own, graph.width), graph.width);
      });
    },
  };
}

function openPaths(due: Column, budget: Column, own: Uint8Array, width: number): number {
  let open = 0;
  for (let i = 0; i < width; i++) {
    own[i] = at(due, i) < at(budget, i) ? 1 : 0;
    open += own[i]!;
  }
  return open;
}
