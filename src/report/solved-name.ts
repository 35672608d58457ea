import { nameWords } from "../engine/words/name-words.ts";
import type { Scenario } from "../sim/scenario-schema.ts";
import type { Variable } from "../sim/solve/variable.ts";
import { figureWords } from "./figure-words.ts";

/** What is solved for, in plain words, and whether they speak of several things. */
export type SolvedName = { readonly words: string; readonly plural: boolean };

/** Names what is solved for: "referrals", "outcome rates", "unit prices", or the name of the term or figure. */
export function solvedName(scenario: Scenario, { kind, name, unit }: Variable): SolvedName {
  switch (kind) {
    case "referrals":
      return { words: "referrals", plural: true };
    case "outcomeRates":
      return { words: "outcome rates", plural: true };
    case "priceScale":
      return { words: "unit prices", plural: true };
    case "figure":
      return {
        words: `${unit === "share" && name.startsWith("drawn.") ? "chance of " : ""}${figureWords(scenario, name)}`,
        plural: false,
      };
    default:
      return { words: nameWords(name), plural: false };
  }
}
