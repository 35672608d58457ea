import type { Requirement } from "../../../award/requirement-schema.ts";
import { shownName } from "../../visible-width.ts";

/** From this day on procurements that begin are under the Procurement Act 2023. */
const newLaw = "2025-02-24";

/** What a bidder can do next, said carefully: it is no legal advice. */
export function nextSteps({ published, commissioner }: Requirement, won: boolean): string[] {
  const who = shownName(commissioner.name);
  const standstill =
    published >= newLaw
      ? "Where a standstill applies, the contract is not entered into for at least 8 working days from the day on which the contract award notice is published (Procurement Act 2023, section 51)."
      : "This requirement was published before the Procurement Act 2023 applied to new procurements: whether there is a standstill depends on the rules under which it was bought.";
  return [
    standstill,
    won
      ? `${who} will write to you about the contract; until it is signed nothing is binding.`
      : `If something here looks wrong or unclear, write to ${who} soon and ask. Time limits for a claim in court are short: take advice early if you consider one.`,
  ];
}
