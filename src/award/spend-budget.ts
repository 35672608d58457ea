import type { Requirement } from "./requirement-schema.ts";

/**
 * Awards in the order of rank until the budget or the number of awards is spent.
 *
 * An offer that costs more than is left is passed over for the next, or ends the awards, as the requirement says.
 * Pence in, pence out.
 */
export function spendBudget(
  prices: readonly number[],
  budgetPence: number,
  { most, ifTooDear }: Requirement["awards"],
): { awarded: boolean[]; budgetLeftPence: number } {
  const awarded = prices.map(() => false);
  let left = budgetPence;
  let count = 0;
  for (const [k, price] of prices.entries()) {
    if (count >= most) break;
    if (price > left) {
      if (ifTooDear === "stop") break;
      continue;
    }
    awarded[k] = true;
    left -= price;
    count += 1;
  }
  return { awarded, budgetLeftPence: left };
}
