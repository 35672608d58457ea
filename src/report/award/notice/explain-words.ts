import { readsEverything } from "../../../award/bind-rule.ts";
import type { BoundRequirement } from "../../../award/bound-requirement.ts";
import { listWords } from "../../../engine/words/name-words.ts";
import { shownName } from "../../visible-width.ts";

/** What a price is far below, where a ruleset asks for its explanation. */
function yardstick(id: string, { checks }: BoundRequirement): string {
  const { ruleset } = checks.find((check) => check.ruleset.id === id)!;
  if (readsEverything(ruleset).includes("meanPricePence")) return "the mean of the offers";
  // A ruleset that reads nothing of other offers compares with what the commissioner stated.
  if (Object.values(ruleset.parameters).some(({ unit }) => unit === "pounds")) return "our own estimate";
  return `what “${shownName(ruleset.title)}” asks`;
}

/** The clause that a price which would have won would have had to be explained; empty where nobody asks. */
export function explainWords(
  askedBy: readonly string[] | undefined,
  bound: BoundRequirement,
  price: "that price" | "your price" = "your price",
): string {
  if (askedBy === undefined || askedBy.length === 0) return "";
  const below = listWords([...new Set(askedBy.map((id) => yardstick(id, bound)))]);
  return `; you would have been asked to explain ${price}, as it is far below ${below}`;
}
