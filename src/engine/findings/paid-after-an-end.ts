import { type Condition, isFactReference, type Leaf } from "../condition.ts";
import type { Ruleset } from "../ruleset.ts";
import { namesInTracked, readsOf } from "../scope.ts";
import type { Finding } from "./finding.ts";

const saysOfTheEnd = /^(endMonth|endGround|phase)$|AfterEnd$/;
const lastMonths = ["lastReferralMonth", "lastMonth"];

/**
 * Payments of the last referral month, or of the last month, that do not ask whether the contract has ended and have
 * no example with an end: kinds that pay run on after an end, so such a payment falls due all the same.
 */
export function paidAfterAnEnd(ruleset: Ruleset): Finding[] {
  if (readsOf(ruleset).some((name) => tellsOfTheEnd(name, ruleset))) return [];
  if (ruleset.examples.some(({ given }) => givesAnEnd(given))) return [];
  const paid = ruleset.stages.flatMap((stage, s) =>
    stage.rules.flatMap((rule, r) => {
      const last = rule.event.type === "pay" ? lastMonthAskedFor(rule.conditions) : undefined;
      return last === undefined ? [] : [{ path: ["stages", s, "rules", r], name: rule.name, last }];
    }),
  );
  const [first] = paid;
  if (first === undefined) return [];
  const who =
    paid.length === 1 ? `rule "${first.name}" pays` : `${paid.length} rules, "${first.name}" first, pay`;
  return [
    {
      path: first.path,
      kind: "paid after an end",
      text: `${who} in ${first.last} after an end too, and no example has an end; the condition endMonth equal 0 keeps it to a contract that runs`,
    },
  ];
}

function lastMonthAskedFor(condition: Condition): string | undefined {
  return leavesOf(condition).flatMap(({ fact, operator, value }) => {
    if (operator !== "equal" || !isFactReference(value)) return [];
    const names = [fact, value.fact];
    return names.includes("month") ? names.filter((name) => lastMonths.includes(name)) : [];
  })[0];
}

function leavesOf(condition: Condition): Leaf[] {
  if ("all" in condition) return condition.all.flatMap(leavesOf);
  if ("any" in condition) return condition.any.flatMap(leavesOf);
  return "not" in condition ? [] : [condition];
}

function tellsOfTheEnd(name: string, ruleset: Ruleset): boolean {
  if (saysOfTheEnd.test(name)) return true;
  const spec = Object.hasOwn(ruleset.tracked, name) ? ruleset.tracked[name] : undefined;
  return spec !== undefined && namesInTracked(spec).some((read) => tellsOfTheEnd(read, ruleset));
}

function givesAnEnd(given: object): boolean {
  const months = "months" in given && Array.isArray(given.months) ? given.months : [given];
  return months.some((month: Record<string, unknown>) => Number(month.endMonth ?? 0) > 0);
}
