import type { Contract } from "./contract.ts";
import type { Evaluate } from "./evaluate.ts";
import { openContractMonths, type RulesetMonth } from "./evaluate-contract.ts";
import type { FactValue } from "./fact.ts";

/** Asks a ruleset that is bound alone once, on json-rules-engine, keeping the reasons: how an offer is judged. */
export async function evaluateOnce(
  contract: Contract,
  facts: Readonly<Record<string, FactValue>>,
  evaluate: Evaluate,
): Promise<RulesetMonth> {
  const open = openContractMonths(contract, evaluate, { priceScale: 1, rounded: true });
  const once = await open({ facts, live: true, firstOfContractYear: true, firstOfFinancialYear: true });
  return once.rulesets[0]!;
}
