/** What a solution must meet: a measure at most, or at least, a limit in the unit of the measure. */
export type Target = { readonly metric: string; readonly at: "most" | "least"; readonly limit: number };

/** Does a value of the measure meet the target? One that does not exist does not. */
export function meets({ at, limit }: Target, value: number | null): boolean {
  if (value === null) return false;
  return at === "most" ? value <= limit : value >= limit;
}

/** How far a value misses: negative where it meets the target. */
export function missOf({ at, limit }: Target, value: number): number {
  return at === "most" ? value - limit : limit - value;
}
