/**
 * Writes pence as pounds with both pennies, as accounts have it.
 *
 * @example penniesWords(-123456) === "−£1,234.56"; penniesWords(0) === "£0.00"
 */
export function penniesWords(pence: number): string {
  const size = Math.round(Math.abs(pence));
  const pounds = String(Math.floor(size / 100)).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${pence < 0 && size > 0 ? "−" : ""}£${pounds}.${String(size % 100).padStart(2, "0")}`;
}

/**
 * Writes a price, with the decimals of a penny that it has.
 *
 * @example rateWords(17778) === "£177.78"; rateWords(14222.4) === "£142.224"
 */
export function rateWords(pence: number): string {
  const size = Math.abs(pence);
  const whole = Math.floor(size + 1e-9);
  const part = (size - whole).toFixed(6).slice(2).replace(/0+$/, "");
  return `${pence < 0 ? "−" : ""}${penniesWords(whole)}${part}`;
}
