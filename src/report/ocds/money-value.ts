/** Pence as a value of the standard: pounds and their currency. */
export function moneyValue(pence: number): { amount: number; currency: "GBP" } {
  return { amount: pence / 100, currency: "GBP" };
}
