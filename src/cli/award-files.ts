import { basename } from "node:path";
import { type CheckedOffers, checkOffers } from "../award/check-offers.ts";
import { type CheckedRequirement, checkRequirement } from "../award/check-requirement.ts";
import { readOffers } from "../award/read-offers.ts";
import { type ParsedDocument, parseDocument } from "../engine/document.ts";
import type { Problem } from "../engine/problem.ts";
import { LARGEST_DOCUMENT, LARGEST_OFFERS } from "../engine/reading/document-limits.ts";
import { readInput, shownPath } from "./input-file.ts";
import { filesIn, offersFolder, readLibrary, requirementsFolder } from "./library.ts";
import { readOwnRules } from "./rules-option.ts";
import { namedFile } from "./shipped-file.ts";

/** A requirement with its offers, where both could be read. */
export type AwardInput = {
  readonly bound?: NonNullable<CheckedRequirement["bound"]>;
  readonly offers?: NonNullable<CheckedOffers["offers"]>;
  readonly problems: readonly Problem[];
};

/** The bare names of the shipped requirements. */
export function requirementNames(): string[] {
  return filesIn(requirementsFolder, [".yaml"]).map((path) => basename(path, ".yaml"));
}

/** Finds a requirement by its path or bare name, and its offers by theirs: those shipped with it where none is named. */
export function readAward(
  name: string,
  offerFiles: readonly string[],
  rules?: readonly string[],
  changed?: Parameters<typeof checkRequirement>[2],
): AwardInput {
  const shipped = { names: requirementNames(), folder: requirementsFolder, holds: "requirement" };
  const found = namedFile(name, shipped);
  if (found.path === undefined) return { problems: [found.problem] };
  const library = readLibrary();
  const own = readOwnRules(rules, library.rulesets);
  const document = documentAt(found.path);
  if (library.problems.length + own.problems.length > 0)
    return { problems: [...library.problems, ...own.problems] };
  const rulesets = new Map([...library.rulesets, ...own.rulesets].map((ruleset) => [ruleset.id, ruleset]));
  const { bound, problems, partly } = checkRequirement(document, rulesets, changed);
  const files =
    offerFiles.length > 0
      ? offersAt(offerFiles)
      : shippedOffers(found.isShipped ? name : undefined, bound?.requirement.offers);
  if (bound === undefined) {
    // What is wrong with the requirement hides nothing that is wrong with the offers.
    const documents = files.paths.map((path) => documentAt(path, LARGEST_OFFERS));
    const offers =
      partly === undefined
        ? readOffers(documents).problems
        : checkOffers(documents, partly.bound, partly.unknown).problems;
    return { problems: [...problems, ...files.problems, ...offers] };
  }
  if (files.problems.length > 0) return { problems: files.problems };
  const checked = checkOffers(
    files.paths.map((path) => documentAt(path, LARGEST_OFFERS)),
    bound,
  );
  return checked.offers === undefined
    ? { problems: checked.problems }
    : { bound, offers: checked.offers, problems: [] };
}

type Files = { readonly paths: readonly string[]; readonly problems: readonly Problem[] };

/** Offers come in files, or under the bare name of shipped ones. */
function offersAt(names: readonly string[]): Files {
  const shipped = filesIn(offersFolder, [".yaml"]).map((path) => basename(path, ".yaml"));
  const found = names.map((name) =>
    namedFile(name, { names: shipped, folder: offersFolder, holds: "offers" }),
  );
  return {
    paths: found.flatMap(({ path }) => (path === undefined ? [] : [path])),
    problems: found.flatMap(({ problem }) => (problem === undefined ? [] : [problem])),
  };
}

function shippedOffers(requirement: string | undefined, offers: string | undefined): Files {
  if (requirement !== undefined) return offersAt([offers ?? requirement]);
  const missing: Problem = {
    where: "offers",
    adjective: "missing",
    noun: "argument",
    expected: "one or more files of offers after the requirement",
  };
  return { paths: [], problems: [missing] };
}

function documentAt(path: string, largest = LARGEST_DOCUMENT): ParsedDocument {
  const { text, problems } = readInput(path, largest);
  if (problems.length > 0) return { value: undefined, problems, where: () => shownPath(path) };
  return parseDocument(shownPath(path), text, path.endsWith(".json") ? "json" : "yaml", largest);
}
