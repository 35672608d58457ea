import type { Ruleset } from "../engine/ruleset.ts";

type Example = Ruleset["examples"][number];

/** What an example gives and expects, in the names and numbers of its file: money of facts stays in pence. */
export function exampleWords({ given, expect }: Pick<Example, "given" | "expect">): string {
  return `given ${givenWords(given)}; expect ${pairs(expect)}`;
}

function givenWords(given: Example["given"]): string {
  if (!Array.isArray((given as { months?: unknown }).months)) return pairs(given) || "nothing";
  const { months } = given as { months: Record<string, unknown>[] };
  return `month by month ${months.map((month) => `{ ${pairs(month)} }`).join(", ")}`;
}

function pairs(values: object): string {
  return Object.entries(values)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(", ");
}
