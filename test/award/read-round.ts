import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkOffers } from "../../src/award/check-offers.ts";
import { checkRequirement } from "../../src/award/check-requirement.ts";
import { type OpenRound, openRound } from "../../src/award/open-round.ts";
import { offersFolder, readLibrary, requirementsFolder } from "../../src/cli/library.ts";
import { parseDocument } from "../../src/engine/document.ts";
import { problemText } from "../../src/engine/problem.ts";

const library = new Map(readLibrary().rulesets.map((ruleset) => [ruleset.id, ruleset]));

/** Reads a requirement and its offers from texts; problems come as lines. */
export function readRound(
  requirement: string,
  offers: string,
): { open: OpenRound; problems: [] } | { open?: undefined; problems: string[] } {
  const checked = checkRequirement(
    parseDocument("requirement.yaml", requirement, formatOf(requirement)),
    library,
  );
  if (checked.bound === undefined) return { problems: checked.problems.map(problemText) };
  const read = checkOffers([parseDocument("offers.yaml", offers, formatOf(offers))], checked.bound);
  if (read.offers === undefined) return { problems: read.problems.map(problemText) };
  return { open: openRound(checked.bound, read.offers), problems: [] };
}

/** Every problem of a requirement with problems and of its offers, as the command line tells them. */
export function problemsOfBoth(requirement: string, offers: string): string[] {
  const { problems, partly } = checkRequirement(
    parseDocument("requirement.yaml", requirement, "yaml"),
    library,
  );
  const document = parseDocument("offers.yaml", offers, "yaml");
  const own = partly === undefined ? [] : checkOffers([document], partly.bound, partly.unknown).problems;
  return [...problems, ...own].map(problemText);
}

/** JSON is YAML, and is read much faster as what it is. */
function formatOf(text: string): "json" | "yaml" {
  return text.startsWith("{") ? "json" : "yaml";
}

/** The text of a shipped requirement, and of the offers shipped with it. */
export function shippedTexts(name: string, offers = name): [string, string] {
  return [
    readFileSync(join(requirementsFolder, `${name}.yaml`), "utf8"),
    readFileSync(join(offersFolder, `${offers}.yaml`), "utf8"),
  ];
}

/** A shipped round. */
export function shippedRound(name: string, offers = name): OpenRound {
  const { open, problems } = readRound(...shippedTexts(name, offers));
  if (open === undefined) throw new Error(problems.join("\n"));
  return open;
}

/** Totals of a round by offer, in marks; null where an offer was left out. */
export function totalsOf(open: OpenRound): Record<string, number | null> {
  return Object.fromEntries(
    open
      .judge()
      .ranking.map(({ offer, total }) => [offer.offer.id, total === undefined ? null : total / 100]),
  );
}
