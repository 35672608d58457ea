import { binary } from "../engine/arithmetic-nodes.ts";
import { alias, type Column, setUniform } from "../engine/column.ts";
import { constant, type Graph, type NumberNode, newColumn, numberNode } from "../engine/graph.ts";
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
    else alias(out, of.out);
  });
}

/** The number as it was `months` months ago; 0 before the first month. */
export function lag(flow: Graph, of: NumberNode, months: number): NumberNode {
  if (months === 0) return of;
  return numberNode(flow, `lag ${months} ${of.id}`, (out) => {
    const ring = Array.from({ length: months + 1 }, () => newColumn(flow));
    let place = 0;
    flow.resets.push(() => {
      place = 0;
      for (const { column } of ring) setUniform(column, 0);
    });
    return () => {
      const slot = ring[place]!;
      copyColumn(slot.column, slot.own, of.out);
      place = (place + 1) % ring.length;
      // The next slot to be written is the oldest: what was put in `months` months ago.
      alias(out, ring[place]!.column);
    };
  });
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
  const cash = numberNode(flow, `cash ${operating.id} ${rates.costOfCapital} ${rounded} ${until}`, (out) => {
    flow.resets.push(() => setUniform(out, 0));
    return undefined;
  });
  const own = cash.out.data;
  let net = operating;
  if (rates.costOfCapital > 0) {
    // `cash` still shows last month's here: it is brought forward after the interest is known.
    const short = binary(flow, "max", binary(flow, "sub", constant(flow, 0), cash), constant(flow, 0));
    const rate = numberNode(flow, `cost of capital ${rates.costOfCapital} ${until}`, (out) => () => {
      setUniform(out, clock.month > lastFlow ? 0 : rates.costOfCapital / 12);
    });
    const charge = binary(flow, "mul", short, rate);
    net = binary(flow, "sub", operating, rounded ? roundNode(flow, charge) : charge);
  }
  const peakFunding = numberNode(flow, `peak ${cash.id} ${net.id}`, (out, peak) => {
    flow.resets.push(() => setUniform(out, 0));
    return () => {
      addInto(cash.out, own, net.out, flow.width);
      deepen(out, peak, cash.out, flow.width);
    };
  });
  const weight = numberNode(flow, `discount ${rates.discountRate}`, (out) => () => {
    setUniform(out, discountFactor(rates.discountRate, clock.month));
  });
  return { cash, peakFunding, npv: sumNode(flow, binary(flow, "mul", net, weight)) };
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
