import type { History } from "./history.ts";

/** Which months a history covers and of how many contracts, in words: “4 contracts, 2022-04 to 2023-09”. */
export function historySpan({ contracts }: History): string {
  const firsts = contracts.map(({ months }) => months[0]!);
  const lasts = contracts.map(({ months }) => months.at(-1)!);
  const place = (words: string) => Number(words.replaceAll(/\D/g, ""));
  const first = firsts.reduce((a, b) => (place(b) < place(a) ? b : a));
  const last = lasts.reduce((a, b) => (place(b) > place(a) ? b : a));
  const count = contracts.length === 1 ? "one contract" : `${contracts.length} contracts`;
  return first === last ? `${count}, ${first}` : `${count}, ${first} to ${last}`;
}
