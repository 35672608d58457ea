import { binary } from "../engine/arithmetic-nodes.ts";
import { alias, type Column, setUniform } from "../engine/column.ts";
import { constant, type Graph, type NumberNode, newColumn, numberNode, read } from "../engine/graph.ts";
import { roundNode } from "../engine/round-node.ts";
import { addInto, copyColumn, spread, sumNode } from "../engine/tracked-nodes.ts";
import { discountFactor } from "./discount.ts";

/** The clock of a graph of cash: after the contract's last month only what is still to be paid flows. */
export type FlowClock = { month: number; flushing: boolean };

/** What a policy's cash comes to: as at the end of the month, and over all months so far. */
export type CashNodes = {
  readonly cash: NumberNode;
  readonly peakFunding: NumberNode;
  readonly npv: NumberNode;
};

/** A number of the month's graph inside the graph of cash; 0 once the contract's months are over. */
export function flowing(flow: Graph, clock: FlowClock, of: NumberNode): NumberNode {
  return numberNode(flow, `from ${of.id}`, (out) => () => {
    if (clock.flushing) setUniform(out, 0);
    else alias(out, read(of));
  });
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
 * runs until `lastFlow`, the month of this policy's last payment, however long others have to wait for theirs.
 */
export function cashNodes(
  flow: Graph,
  clock: FlowClock,
  received: NumberNode,
  cost: NumberNode,
  rates: { readonly costOfCapital: number; readonly discountRate: number },
  rounded: boolean,
  lastFlow: number,
): CashNodes {
  const operating = binary(flow, "sub", received, cost);
  const until = rates.costOfCapital > 0 ? lastFlow : "never charged";
  const key = `${operating.id} ${rates.costOfCapital} ${rounded} ${until}`;
  const last = numberNode(flow, `cash last month ${key}`, (out) => {
    flow.resets.push(() => setUniform(out, 0));
    return undefined;
  });
  let net = operating;
  if (rates.costOfCapital > 0) {
    const short = binary(flow, "max", binary(flow, "sub", constant(flow, 0), last), constant(flow, 0));
    const rate = numberNode(flow, `cost of capital ${rates.costOfCapital} ${until}`, (out) => () => {
      setUniform(out, clock.month > lastFlow ? 0 : rates.costOfCapital / 12);
    });
    const charge = binary(flow, "mul", short, rate);
    net = binary(flow, "sub", operating, rounded ? roundNode(flow, charge) : charge);
  }
  const peak = numberNode(flow, `peak so far ${key}`, (out) => {
    flow.resets.push(() => setUniform(out, 0));
    return undefined;
  });
  const cash = numberNode(
    flow,
    `cash ${key}`,
    (out, own) => {
      const low = peak.out.data;
      flow.resets.push(() => setUniform(out, 0));
      return () => {
        if (net === operating && operating.stamp !== flow.clock) {
          bringForward(out, own, peak.out, low, read(received), read(cost), flow.width);
        } else {
          addInto(out, own, read(net), flow.width);
          deepen(peak.out, low, out, flow.width);
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
  if (rates.discountRate === 0) return { cash, peakFunding, npv: cash };
  const weight = numberNode(flow, `discount ${rates.discountRate}`, (out) => () => {
    setUniform(out, discountFactor(rates.discountRate, clock.month));
  });
  return { cash, peakFunding, npv: sumNode(flow, binary(flow, "mul", net, weight)) };
}

/** cash += received − cost, and the most that it has been below 0, in one pass. */
function bringForward(
  cash: Column,
  own: Float64Array,
  peak: Column,
  low: Float64Array,
  received: Column,
  cost: Column,
  width: number,
): void {
  if (received.uniform && cost.uniform) {
    addUniform(cash, own, received.value - cost.value, width);
    return deepen(peak, low, cash, width);
  }
  const whole = cash.count && received.count && cost.count && cost.uniform && cost.value === 0;
  spread(cash, own);
  cash.count = whole;
  spread(peak, low);
  peak.count = false;
  const r = received.data;
  const c = cost.data;
  if (received.uniform) {
    const got = received.value;
    for (let i = 0; i < width; i++) {
      const now = own[i]! + (got - c[i]!);
      own[i] = now;
      if (0 - now > low[i]!) low[i] = 0 - now;
    }
  } else if (cost.uniform) {
    const spent = cost.value;
    for (let i = 0; i < width; i++) {
      const now = own[i]! + (r[i]! - spent);
      own[i] = now;
      if (0 - now > low[i]!) low[i] = 0 - now;
    }
  } else {
    for (let i = 0; i < width; i++) {
      const now = own[i]! + (r[i]! - c[i]!);
      own[i] = now;
      if (0 - now > low[i]!) low[i] = 0 - now;
    }
  }
}

function addUniform(cash: Column, own: Float64Array, amount: number, width: number): void {
  if (cash.uniform) return setUniform(cash, cash.value + amount);
  cash.count = false;
  for (let i = 0; i < width; i++) own[i] = own[i]! + amount;
}

function deepen(peak: Column, own: Float64Array, cash: Column, width: number): void {
  if (peak.uniform && cash.uniform) return setUniform(peak, Math.max(peak.value, 0 - cash.value));
  const whole = peak.count;
  spread(peak, own);
  peak.count = whole && cash.count;
  if (cash.uniform) {
    const need = 0 - cash.value;
    for (let i = 0; i < width; i++) if (need > own[i]!) own[i] = need;
  } else {
    const { data } = cash;
    for (let i = 0; i < width; i++) {
      const need = 0 - data[i]!;
      if (need > own[i]!) own[i] = need;
    }
  }
}
