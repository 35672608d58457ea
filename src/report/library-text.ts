import { type Kind, kinds } from "../engine/kind.ts";
import type { Ruleset } from "../engine/ruleset.ts";
import { type Emphasis, noEmphasis } from "./emphasis.ts";
import { shownName } from "./visible-width.ts";
import { listLines, wrappedLines } from "./wrapped-lines.ts";

/** What each kind of ruleset is about, in the order in which kinds run. */
export const kindWords: Readonly<Record<Kind, string>> = {
  fault: "Who is at fault, by what both sides can see",
  "service-fee": "Paid for being there: set-up and running, whatever the results",
  "start-fee": "Paid for each person who starts",
  "outcome-payment": "Paid by results",
  volume: "What happens when referrals are fewer or more than indicated",
  indexation: "How payments follow prices from year to year",
  adjustment: "Payments withheld, shared or recovered",
  limit: "The most, or the least, that is paid",
  cancellation: "What is due when the contract ends early",
  termination: "When the contract ends early, and who may end it",
  admission: "Of an award: what an offer must have to be looked at",
  quality: "Of an award: how an offer's quality is scored",
  standard: "Of an award: the quality below which no offer wins",
  "price-check": "Of an award: prices that a bidder is asked to explain",
  price: "Of an award: how a price is scored",
};

/** The library of rulesets for a terminal, kind by kind. */
export function libraryText(
  rulesets: readonly Ruleset[],
  width: number,
  emphasis: Emphasis = noEmphasis,
  /** The words that start riskshare. */
  program = "riskshare",
): string {
  const lines = kinds.flatMap((kind) => {
    const own = rulesets.filter((ruleset) => ruleset.kind === kind);
    if (own.length === 0) return [];
    const wide = Math.max(...own.map((ruleset) => ruleset.id.length));
    return [
      emphasis.bold(kind),
      ...wrappedLines(`${kindWords[kind]}.`, width).map(emphasis.dim),
      ...own.flatMap(({ id, title }) => listLines(`  ${id.padEnd(wide)}  `, shownName(title), width)),
      "",
    ];
  });
  lines.push(
    ...wrappedLines(
      `More: ${program} rules <id> shows one in plain words, ${program} rules --facts everything that rules can read. Policies and requirements bind rulesets by their id.`,
      width,
    ),
  );
  return `${lines.join("\n")}\n`;
}
