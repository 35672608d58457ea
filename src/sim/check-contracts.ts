import type { ParsedDocument } from "../engine/document.ts";
import { didYouMean } from "../engine/nearest-name.ts";
import type { Problem } from "../engine/problem.ts";
import { applyChange } from "./change.ts";
import type { CheckedCallOff, CheckedScenario, ScenarioResult } from "./check-scenario.ts";
import { sharedPurposes } from "./shared-purposes.ts";

/** What all contracts of a provider must have alike: one calendar, one purse, one budget. */
const alike = [
  ["contractStart", (c: CheckedScenario) => c.scenario.contractStart],
  ["counts", (c: CheckedScenario) => c.scenario.counts],
  ["contract.lastMonth", (c: CheckedScenario) => c.timeline.lastMonth],
  ["provider", (c: CheckedScenario) => JSON.stringify(c.scenario.provider)],
  ["commissioner", (c: CheckedScenario) => JSON.stringify(c.scenario.commissioner)],
  ["policies", (c: CheckedScenario) => c.policies.map((policy) => policy.spec.id).join(", ")],
] as const;

/** Checks the several contracts of a scenario, each as the scenario that its changes make; all problems at once. */
export function checkContracts(
  whole: CheckedScenario,
  document: ParsedDocument,
  value: unknown,
  check: (value: unknown) => ScenarioResult,
): ScenarioResult {
  const spec = whole.scenario.contracts!;
  const { contracts: _, ...base } = value as Record<string, unknown>;
  const problems: Problem[] = [];
  const shared = sharedPurposes(whole.scenario);
  for (const [i, name] of spec.common.entries()) {
    if (shared.has(name)) continue;
    const hint = didYouMean(name, shared.keys());
    problems.push({
      where: document.where(["contracts", "common", i]),
      adjective: "unknown",
      noun: "figure",
      found: name,
      expected: `one of ${[...shared.keys()].join(", ")}`,
      ...(hint && { hint }),
    });
  }
  // The budget is the commissioner's, one for all.
  const common = new Set([
    "commissioner.budgetPerFinancialYear",
    ...spec.common.flatMap((name) => shared.get(name) ?? []),
  ]);
  const each: { id: string; title?: string | undefined; change: Record<string, unknown> }[] =
    spec.each ?? Array.from({ length: spec.count! }, (_, k) => ({ id: `contract-${k + 1}`, change: {} }));
  const contracts: CheckedCallOff[] = [];
  for (const [k, { id, title, change }] of each.entries()) {
    const where = (...path: (string | number)[]) => document.where(["contracts", "each", k, ...path]);
    if (contracts.some((other) => other.id === id))
      problems.push({ where: where("id"), adjective: "duplicate", noun: "id", found: id });
    let own: unknown = base;
    for (const [path, to] of Object.entries(change)) {
      const changed = path.startsWith("contracts") ? undefined : applyChange(own, path, to);
      if (changed !== undefined) own = changed;
      else
        problems.push({
          where: where("change", path),
          adjective: "unknown",
          noun: "path",
          found: path,
          expected: "a dotted path to a figure of the scenario",
        });
    }
    const result =
      Object.keys(change).length === 0 && contracts[0] !== undefined && isPlain(each[0]!)
        ? { checked: contracts[0].checked, problems: [] as const }
        : check(own);
    problems.push(...result.problems.map((p) => ({ ...p, where: `${p.where} (contract ${id})` })));
    if (result.checked === undefined) continue;
    for (const [name, of] of alike) {
      if (of(result.checked) === of(whole)) continue;
      problems.push({
        where: where("change"),
        adjective: "unsupported",
        noun: "change",
        found: name,
        expected: "what all contracts of the provider have alike",
      });
    }
    contracts.push({ id, title: title ?? id, checked: result.checked, common });
  }
  if (problems.length > 0) return { problems };
  return { problems: [], checked: { ...whole, contracts } };
}

function isPlain({ change }: { readonly change: object }): boolean {
  return Object.keys(change).length === 0;
}
