import type { Fact } from "./fact.ts";

/** A fact of a dictionary as it is written down: a number of the dictionary unless it says otherwise. */
export type Entry = Omit<Fact, "name" | "type" | "from" | "default"> &
  Partial<Pick<Fact, "type" | "from" | "default">>;

export const number = (unit: string, sentence: string, more: Partial<Fact> = {}): Entry => ({
  unit,
  sentence,
  ...more,
});

export const flag = (sentence: string, more: Partial<Fact> = {}): Entry => ({
  type: "boolean",
  unit: "yes or no",
  sentence,
  ...more,
});

export const pence = (sentence: string, more: Partial<Fact> = {}): Entry => number("pence", sentence, more);

/** Groups of entries as one dictionary, by name. */
export function entriesAsFacts(
  groups: Readonly<Record<string, Readonly<Record<string, Entry>>>>,
): ReadonlyMap<string, Fact> {
  const entries = Object.values(groups).flatMap((group) => Object.entries(group));
  return new Map(
    entries.map(([name, entry]): [string, Fact] => {
      const type = entry.type ?? "number";
      const usual = entry.default ?? (type === "boolean" ? false : 0);
      return [name, { from: "dictionary", ...entry, name, type, default: usual }];
    }),
  );
}
