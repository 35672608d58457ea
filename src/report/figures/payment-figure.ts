import type { PolicyResult } from "../../sim/compare.ts";
import { billChart } from "../charts/bill-chart.ts";
import type { Comparison } from "../comparison.ts";
import { measureOf } from "../comparison-lookup.ts";
import { displayStep } from "../display-step.ts";
import { saidName } from "../findings/said.ts";
import { billParts } from "../payment-kinds.ts";
import { shownEstimate } from "../shown-estimate.ts";
import { fixedSpace, shownNumber } from "../shown-number.ts";
import { shownName } from "../visible-width.ts";
import type { ReportFigure } from "./report-figure.ts";

/** What the commissioner's money is paid for under each policy. */
export function paymentFigure(comparison: Comparison): ReportFigure | undefined {
  const parts = comparison.policies.map(billParts);
  const kinds = parts[0]?.filter((_, k) => parts.some((own) => own[k]!.pounds !== 0)) ?? [];
  if (kinds.length === 0) return undefined;
  const title = titleOf(comparison.policies);
  const pounds = (value: number) =>
    shownNumber(value, "pounds", displayStep("pounds", Math.abs(value), null));
  const rows = comparison.policies.map((policy, p) => [
    shownName(policy.title),
    ...kinds.map(({ id }) => pounds(parts[p]!.find((part) => part.id === id)!.pounds)),
    shownEstimate(measureOf(policy, "meanBill")).text,
  ]);
  const description = rows
    .map(
      ([name, ...cells]) => `${name}: ${kinds.map(({ title: kind }, k) => `${kind} ${cells[k]}`).join(", ")}`,
    )
    .join("; ");
  return {
    id: "payments",
    title,
    description,
    note: parts.some((own) => own.some((part) => part.pounds < 0))
      ? "Left of zero: what other terms take back, such as a cap at the value called off."
      : "",
    draw: (id, width) => billChart({ id, width, title, description }, comparison),
    table: { heads: ["Policy", ...kinds.map((kind) => kind.title), "average bill"], rows },
  };
}

/** The share of the bill that falls due whatever the referrals: service fees and cancellation fees. */
function titleOf(policies: readonly PolicyResult[]): string {
  const first = policies[0]!;
  const shares = policies.flatMap((policy) => {
    const bill = measureOf(policy, "meanBill").value ?? 0;
    const fees = billParts(policy).filter((part) => part.id === "service" || part.id === "cancellation");
    return bill > 0 ? [{ policy, share: fees.reduce((sum, part) => sum + part.pounds, 0) / bill }] : [];
  });
  const most = shares.reduce<(typeof shares)[number] | undefined>(
    (top, each) => (top === undefined || each.share > top.share ? each : top),
    undefined,
  );
  const percent = (share: number) => `${Math.round(share * 100)}${fixedSpace}%`;
  const own = shares.find(({ policy }) => policy === first);
  if (most === undefined || own === undefined || most.share < 0.005)
    return "Service and cancellation fees are no part of the bill under any policy";
  if (most.policy === first)
    return `Service and cancellation fees make up ${percent(own.share)} of the bill under ${saidName(first)}`;
  return `Service and cancellation fees make up ${percent(own.share)} of the bill under ${saidName(first)} and at most ${percent(most.share)}, under ${saidName(most.policy)}`;
}
