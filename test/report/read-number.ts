/** Reads a printed number back, in the unit it was printed from; `beside` lends a bare number its %, or its millions. */
export function readNumber(text: string, beside = text): { value: number; isBound: boolean } {
  const digits = text
    .replaceAll(",", "")
    .replaceAll("−", "-")
    .replace(/[^\d.-]/g, "");
  const percent = beside.includes("%") ? 0.01 : 1;
  const millions = /\dm$/.test(text) ? 1e6 : 1;
  return { value: Number(digits) * percent * millions, isBound: /[<>]/.test(text) };
}
