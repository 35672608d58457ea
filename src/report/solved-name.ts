import { nameWords } from "../engine/words/name-words.ts";
import { figureWords } from "./figure-words.ts";
import type { SolutionAbout } from "./solution-about.ts";
import { shownName } from "./visible-width.ts";

/** What is solved for, in plain words: things of which amounts are said, or a name that stands before its amount. */
export type SolvedName = { readonly words: string; readonly isThings: boolean };

/** Names what is solved for: "referrals", "outcome rates", "unit prices", what a term says of itself, or a figure. */
export function solvedName({
  scenario,
  variable,
  termSentence,
}: Pick<SolutionAbout, "scenario" | "variable" | "termSentence">): SolvedName {
  const { kind, name, unit } = variable;
  switch (kind) {
    case "referrals":
      return { words: "referrals", isThings: true };
    case "outcomeRates":
      return { words: "outcome rates", isThings: true };
    case "priceScale":
      return { words: "unit prices", isThings: true };
    case "figure":
      return {
        words: `${unit === "share" && name.startsWith("drawn.") ? "chance of " : ""}${figureWords(scenario, name)}`,
        isThings: false,
      };
    default:
      return { words: termWords(name, unit, termSentence), isThings: false };
  }
}

/** A term by its own sentence; one that says nothing of the name, or only which month, stands after the name. */
function termWords(name: string, unit: string, sentence = ""): string {
  const short = nameWords(name);
  const own = shownName(sentence.replace(/[;:.?].*$/s, "").trim());
  if (own === "") return short;
  const said = wordsOf(own);
  const namesIt = unit !== "month" && wordsOf(short).some((word) => word.length > 3 && said.includes(word));
  return namesIt ? own : `${short} (${own.charAt(0).toLowerCase()}${own.slice(1)})`;
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .map((word) => word.replace(/s$/, ""));
}
