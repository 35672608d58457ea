import { binary } from "../engine/arithmetic-nodes.ts";
import { alias, at, type Column, setUniform } from "../engine/column.ts";
import { constant, type Graph, type NumberNode, newColumn, numberNode, read } from "../engine/graph.ts";
import { compare, select } from "../engine/mask-nodes.ts";
import { addressOf } from "../engine/native/placed.ts";
import type { NativeExports } from "../engine/native/web-assembly.ts";
import { roundNode } from "../engine/round-node.ts";
import { addInto, copyColumn, spread, sumNode } from "../engine/tracked-nodes.ts";
import { discountFactor } from "./discount.ts";
import { nativeDrawsOf } from "./native/native-draws.ts";

/** The clock of a graph of cash: after the contract's last month only what is still to be paid flows. */
export type FlowClock = { month: number; flushing: boolean };

/** What a policy's cash comes to: as at the end of the month, and over all months so far. */
export type CashNodes = {
  readonly cash: NumberNode;
  readonly peakFunding: NumberNode;
  /** The month in which cash was first that low; 0 where it never was below 0. */
  readonly peakFundingMonth: NumberNode;
  readonly npv: () => NumberNode;
};

/** A number of the month's graph inside the graph of cash; 0 once the contract's months are over. */
export function flowing(flow: Graph, clock: FlowClock, of: NumberNode): NumberNode {
  return numberNode(flow, `from ${of.graph.name} ${of.id}`, (out) => () => {
    if (clock.flushing) setUniform(out, 0);
    else alias(out, read(of));
  });
}

/** The month in which the last payment of each path falls, so far: the contract's last month where none is later. */
export function lastDueNode(
  flow: Graph,
  clock: FlowClock,
  owed: readonly { readonly node: NumberNode; readonly term: number }[],
  lastMonth: number,
): NumberNode {
  const key = owed.map(({ node, term }) => `${node.graph.name} ${node.id} ${term}`).join();
  return numberNode(
    flow,
    `last due ${lastMonth} ${key}`,
    (out, own) => {
      flow.resets.push(() => setUniform(out, lastMonth));
      return () => {
        for (const { node, term } of owed) {
          const paidIn = clock.month + term;
          if (clock.flushing || paidIn <= lastMonth) continue;
          const due = read(node);
          if (due.uniform && due.value === 0) continue;
          spread(out, own);
          out.count = true;
          for (let i = 0; i < flow.width; i++) if (at(due, i) !== 0 && paidIn > own[i]!) own[i] = paidIn;
        }
      };
    },
    true,
  );
}

/** The number as it was `months` months ago; 0 before the first month. */
export function lag(flow: Graph, of: NumberNode, months: number): NumberNode {
  if (months === 0) return of;
  return numberNode(
    flow,
    `lag ${months} ${of.id}`,
    (out) => {
      const ring = Array.from({ length: months + 1 }, () => newColumn(flow));
      let place = 0;
      flow.resets.push(() => {
        place = 0;
        for (const { column } of ring) setUniform(column, 0);
      });
      return () => {
        const slot = ring[place]!;
        copyColumn(slot.column, slot.own, read(of));
        place = (place + 1) % ring.length;
        // The next slot to be written is the oldest: what was put in `months` months ago.
        alias(out, ring[place]!.column);
      };
    },
    true,
  );
}

/**
 * Follows a provider's cash: receipts less cost less the cost of capital on last month's negative cash.
 *
 * Peak funding is the most that cash has been below 0. Net present value discounts each month's flow. Cost of capital
 * runs on each path until the month of its last payment, `lastDue`, however long others have to wait for theirs.
 */
export function cashNodes(
  flow: Graph,
  clock: FlowClock,
  received: NumberNode,
  cost: NumberNode,
  rates: { readonly costOfCapital: number; readonly discountRate: number },
  rounded: boolean,
  lastDue: NumberNode,
): CashNodes {
  const native = nativeDrawsOf(flow.loops)?.loops;
  const operating = binary(flow, "sub", received, cost);
  const until = rates.costOfCapital > 0 ? lastDue.id : "never charged";
  const key = `${operating.id} ${rates.costOfCapital} ${rounded} ${until}`;
  const last = numberNode(flow, `cash last month ${key}`, (out) => {
    flow.resets.push(() => setUniform(out, 0));
    return undefined;
  });
  let net = operating;
  if (rates.costOfCapital > 0) {
    const short = binary(flow, "max", binary(flow, "sub", constant(flow, 0), last), constant(flow, 0));
    const now = numberNode(flow, "month of the flow", (out) => () => setUniform(out, clock.month));
    const rate = select(
      flow,
      compare(flow, "greaterThan", now, lastDue),
      constant(flow, 0),
      constant(flow, rates.costOfCapital / 12),
    );
    const charge = binary(flow, "mul", short, rate);
    net = binary(flow, "sub", operating, rounded ? roundNode(flow, charge) : charge);
  }
  const peak = numberNode(flow, `peak so far ${key}`, (out) => {
    flow.resets.push(() => setUniform(out, 0));
    return undefined;
  });
  const peakMonth = numberNode(flow, `month of the peak so far ${key}`, (out) => {
    flow.resets.push(() => setUniform(out, 0));
    return undefined;
  });
  const cash = numberNode(
    flow,
    `cash ${key}`,
    (out, own) => {
      const deepest: Deepest = {
        need: peak.out,
        needs: peak.out.data,
        month: peakMonth.out,
        months: peakMonth.out.data,
      };
      flow.resets.push(() => setUniform(out, 0));
      return () => {
        if (net === operating && operating.stamp !== flow.clock) {
          bringForward(native, out, own, deepest, read(received), read(cost), clock.month, flow.width);
        } else {
          addInto(flow.loops, out, own, read(net), flow.width);
          deepen(deepest, out, clock.month, flow.width);
        }
        alias(last.out, out);
      };
    },
    true,
  );
  const peakFunding = numberNode(flow, `peak ${key}`, (out) => () => {
    read(cash);
    alias(out, peak.out);
  });
  const peakFundingMonth = numberNode(flow, `month of the peak ${key}`, (out) => () => {
    read(cash);
    alias(out, peakMonth.out);
  });
  if (rates.discountRate === 0) return { cash, peakFunding, peakFundingMonth, npv: () => cash };
  const weight = numberNode(flow, `discount ${rates.discountRate}`, (out) => () => {
    setUniform(out, discountFactor(rates.discountRate, clock.month));
  });
  const npv = () => sumNode(flow, binary(flow, "mul", net, weight));
  return { cash, peakFunding, peakFundingMonth, npv };
}

/** The most that cash has been below 0 and the month of it, with the memory of each once paths differ. */
type Deepest = {
  readonly need: Column;
  readonly needs: Float64Array;
  readonly month: Column;
  readonly months: Float64Array;
};

/** cash += received − cost, and the most that it has been below 0, in one pass. */
function bringForward(
  native: NativeExports | undefined,
  cash: Column,
  own: Float64Array,
  deepest: Deepest,
  received: Column,
  cost: Column,
  month: number,
  width: number,
): void {
  if (received.uniform && cost.uniform) {
    addUniform(cash, own, received.value - cost.value, width);
    return deepen(deepest, cash, month, width);
  }
  const whole = cash.count && received.count && cost.count && cost.uniform && cost.value === 0;
  spread(cash, own);
  cash.count = whole;
  spreadDeepest(deepest, false);
  const { needs, months } = deepest;
  const r = received.data;
  const c = cost.data;
  if (native !== undefined) {
    const to = addressOf(own);
    const deep = addressOf(needs);
    const when = addressOf(months);
    if (received.uniform)
      native.cashReceivedNumber!(to, received.value, addressOf(c), deep, when, month, width);
    else if (cost.uniform) native.cashCostNumber!(to, addressOf(r), cost.value, deep, when, month, width);
    else native.cashColumns!(to, addressOf(r), addressOf(c), deep, when, month, width);
  } else if (received.uniform) {
    const got = received.value;
    for (let i = 0; i < width; i++) {
      const now = own[i]! + (got - c[i]!);
      own[i] = now;
      if (0 - now > needs[i]!) {
        needs[i] = 0 - now;
        months[i] = month;
      }
    }
  } else if (cost.uniform) {
    const spent = cost.value;
    for (let i = 0; i < width; i++) {
      const now = own[i]! + (r[i]! - spent);
      own[i] = now;
      if (0 - now > needs[i]!) {
        needs[i] = 0 - now;
        months[i] = month;
      }
    }
  } else {
    for (let i = 0; i < width; i++) {
      const now = own[i]! + (r[i]! - c[i]!);
      own[i] = now;
      if (0 - now > needs[i]!) {
        needs[i] = 0 - now;
        months[i] = month;
      }
    }
  }
}

function addUniform(cash: Column, own: Float64Array, amount: number, width: number): void {
  if (cash.uniform) return setUniform(cash, cash.value + amount);
  cash.count = false;
  for (let i = 0; i < width; i++) own[i] = own[i]! + amount;
}

function spreadDeepest({ need, needs, month, months }: Deepest, whole: boolean): void {
  spread(need, needs);
  need.count = whole;
  spread(month, months);
  month.count = true;
}

function deepen(deepest: Deepest, cash: Column, month: number, width: number): void {
  const { need, needs, months } = deepest;
  if (need.uniform && cash.uniform) {
    if (0 - cash.value <= need.value) return;
    setUniform(need, 0 - cash.value);
    return setUniform(deepest.month, month);
  }
  spreadDeepest(deepest, need.count && cash.count);
  for (let i = 0; i < width; i++) {
    const short = 0 - (cash.uniform ? cash.value : cash.data[i]!);
    if (short <= needs[i]!) continue;
    needs[i] = short;
    months[i] = month;
  }
}
