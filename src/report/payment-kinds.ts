import type { PolicyResult } from "../sim/compare.ts";
import { measureOf } from "./comparison-lookup.ts";

/** One part of the average bill: a kind of payment, or a cost that the commissioner has beside it. */
export type BillPart = { readonly id: string; readonly title: string; readonly pounds: number };

const kinds = [
  { id: "start", title: "starts", metric: "meanStartFee" },
  { id: "outcome", title: "outcomes", metric: "meanOutcomePayment" },
  { id: "service", title: "service fee", metric: "meanServiceFee" },
  { id: "cancellation", title: "cancellation fee", metric: "meanCancellationFee" },
] as const;

/** Splits a policy's average bill by kind of payment; what is left over is other terms, levers and buying again. */
export function billParts(policy: PolicyResult): BillPart[] {
  const poundsOf = (metric: string) => measureOf(policy, metric).value ?? 0;
  const named = kinds.map(({ id, title, metric }) => ({ id, title, pounds: poundsOf(metric) }));
  const sum = named.reduce((total, part) => total + part.pounds, 0);
  const other = poundsOf("meanPayment") - sum;
  const beside = poundsOf("meanBill") - poundsOf("meanPayment");
  return [
    ...named,
    { id: "other", title: "other terms", pounds: shown(other) },
    { id: "beside", title: "levers and buying again", pounds: shown(beside) },
  ];
}

/** What is left of a sum of rounded averages is not a payment. */
function shown(pounds: number): number {
  return Math.abs(pounds) < 0.005 ? 0 : pounds;
}
