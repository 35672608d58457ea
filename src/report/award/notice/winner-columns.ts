import type { Notice } from "./notice.ts";

/** Winners that have a column of their own. */
export const mostColumns = 3;

/** Who the winners in the columns are, and how many more there are. */
export function winnerKey(winners: Notice["winners"], head: string): string {
  if (winners.length === 0) return "No offer won.";
  const shown = winners.slice(0, mostColumns);
  if (winners.length === 1) return `${head}: ${shown[0]!.name}.`;
  const named = shown.map(({ name }, w) => `${head} ${w + 1}: ${name}`);
  const more = winners.length > mostColumns ? `; ${winners.length - mostColumns} more won` : "";
  return `${named.join("; ")}${more}.`;
}
