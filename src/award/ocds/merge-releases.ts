import type { Release } from "./release-shape.ts";

type Plain = Readonly<Record<string, unknown>>;

/**
 * Merges the releases of one process into what is known at the end: the standard's rules for what is read here.
 *
 * Later releases win; objects merge, lists of things with ids merge by id, other lists are replaced. What a later
 * release does not say, or says is null, stays. Dates are compared as text, so that two of one day with different
 * offsets from Greenwich may come in the wrong order.
 */
export function mergeReleases(releases: readonly Release[]): Release {
  const inOrder = [...releases].sort((a, b) => ((a.date ?? "") < (b.date ?? "") ? -1 : 1));
  return inOrder.reduce((before, after) => merged(before, after) as Release);
}

/** The day on which the process was first told of, in a release that has a tender where there is one. */
export function firstDay(releases: readonly Release[]): string | undefined {
  const days = (of: readonly Release[]) =>
    of.flatMap(({ date }) => (/^\d{4}-\d{2}-\d{2}/.test(date ?? "") ? [date!.slice(0, 10)] : [])).sort();
  return days(releases.filter(({ tender }) => tender?.title))[0] ?? days(releases)[0];
}

function merged(before: unknown, after: unknown): unknown {
  if (after === undefined || after === null) return before;
  if (Array.isArray(before) && Array.isArray(after)) return mergedLists(before, after);
  if (!isPlain(before) || !isPlain(after)) return after;
  const both: Record<string, unknown> = { ...before };
  for (const [key, value] of Object.entries(after)) both[key] = merged(before[key], value);
  return both;
}

function mergedLists(before: readonly unknown[], after: readonly unknown[]): unknown[] {
  // What was not said was read as an empty list.
  if (after.length === 0) return [...before];
  const all = [...before, ...after];
  if (!all.every((item) => isPlain(item) && typeof item.id === "string")) return [...after];
  const byId = new Map<string, unknown>();
  for (const item of all as (Plain & { id: string })[])
    byId.set(item.id, byId.has(item.id) ? merged(byId.get(item.id), item) : item);
  return [...byId.values()];
}

function isPlain(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
