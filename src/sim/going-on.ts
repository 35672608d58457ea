import { binary } from "../engine/arithmetic-nodes.ts";
import { setUniform } from "../engine/column.ts";
import { constant, type NumberNode, numberNode, read } from "../engine/graph.ts";
import { compare, select } from "../engine/mask-nodes.ts";
import { roundNode } from "../engine/round-node.ts";
import { sumNode } from "../engine/tracked-nodes.ts";
import type { PolicyFactsInput } from "./policy-facts.ts";

/**
 * What going on is worth to the provider, or costs the commissioner, after this month: what is still planned, with
 * what depends on people multiplied by referrals to date over indicative referrals to date (1 while that is 0).
 */
export function goingOn(input: PolicyFactsInput, referrals: NumberNode, ofProvider: boolean): NumberNode {
  const { graph, sources, checked, running, plan, rounded } = input;
  const month = sources.calendar("month");
  const table = (name: string, values: readonly number[]) =>
    numberNode(
      graph,
      `table ${name} ${values.join()}`,
      (out) => () => setUniform(out, values[read(month).value] ?? 0),
    );
  const toDate = sumNode(graph, referrals);
  const indicative = sumNode(
    graph,
    select(graph, running.live, sources.calendar("indicativeReferrals"), constant(graph, 0)),
  );
  const none = compare(graph, "equal", indicative, constant(graph, 0));
  const q = select(graph, none, constant(graph, 1), binary(graph, "div", toDate, indicative));
  const payments = binary(graph, "mul", q, table("payments", plan.paymentsAfter));
  const fee = table("service fee", plan.serviceFeeAfter);
  const income = binary(graph, "add", fee, payments);
  const peopleCost = binary(graph, "mul", q, table("people cost", plan.peopleCostAfter));
  const value = ofProvider
    ? binary(graph, "sub", binary(graph, "sub", income, table("fixed cost", plan.fixedCostAfter)), peopleCost)
    : income;
  const over = compare(
    graph,
    "greaterThanInclusive",
    month,
    constant(graph, checked.timeline.lastReferralMonth),
  );
  return select(graph, over, constant(graph, 0), rounded ? roundNode(graph, value) : value);
}
