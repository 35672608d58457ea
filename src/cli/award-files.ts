import { existsSync, realpathSync } from "node:fs";
import { basename } from "node:path";
import type { BoundRequirement } from "../award/bound-requirement.ts";
import { type CheckedOffers, checkOffers } from "../award/check-offers.ts";
import { checkRequirement } from "../award/check-requirement.ts";
import { readOffers } from "../award/read-offers.ts";
import { type DocumentPath, type ParsedDocument, parseDocument } from "../engine/document.ts";
import type { Problem } from "../engine/problem.ts";
import { LARGEST_DOCUMENT, LARGEST_OFFERS } from "../engine/reading/document-limits.ts";
import { readInput, shownPath } from "./input-file.ts";
import { filesIn, offersFolder, readLibrary, requirementsFolder } from "./library.ts";
import { readOwnRules } from "./rules-option.ts";
import { namedFile } from "./shipped-file.ts";

/** A requirement as far as it could be read. */
export type RequirementRead = {
  readonly bound: BoundRequirement;
  /** Does a place lie in one that could not be read? */
  readonly isUnread: (path: DocumentPath) => boolean;
  readonly where: (path: DocumentPath) => string;
};

/** A requirement with its offers, where both could be read; with problems, what could be read of either. */
export type AwardInput = {
  readonly bound?: BoundRequirement;
  readonly offers?: NonNullable<CheckedOffers["offers"]>;
  readonly read?: RequirementRead;
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
  if (found.path === undefined) return { problems: [found.problem, ...withoutRequirement(offerFiles)] };
  const library = readLibrary();
  const own = readOwnRules(rules, library.rulesets);
  const document = documentAt(found.path);
  if (library.problems.length > 0) return { problems: library.problems };
  const rulesets = new Map([...library.rulesets, ...own.rulesets].map((ruleset) => [ruleset.id, ruleset]));
  const { bound, problems: wrong, partly } = checkRequirement(document, rulesets, changed);
  // A ruleset of a file that is refused may be the one that is not found.
  const problems = own.problems.length === 0 ? wrong : wrong.filter((problem) => !isUnknownRuleset(problem));
  const files =
    offerFiles.length > 0
      ? offersAt(offerFiles)
      : shippedOffers(found.isShipped ? name : undefined, (bound ?? partly?.bound)?.requirement.offers);
  const documents = files.paths.map((path) => documentAt(path, LARGEST_OFFERS));
  const known = bound === undefined ? partly : { bound, unknown: undefined, isUnread: () => false };
  const before = [...own.problems, ...problems, ...files.problems];
  // What is wrong with the requirement hides nothing that is wrong with the offers.
  if (known === undefined) return { problems: [...before, ...readOffers(documents).problems] };
  const read = { bound: known.bound, isUnread: known.isUnread, where: document.where };
  if (documents.length === 0 && before.length > 0) return { read, problems: before };
  const { offers, problems: ofOffers } = checkOffers(documents, known.bound, known.unknown);
  const all = [...before, ...ofOffers];
  return { ...(bound && { bound }), ...(offers && { offers }), read, problems: all };
}

function isUnknownRuleset({ adjective, noun }: Problem): boolean {
  return adjective === "unknown" && noun === "ruleset";
}

/** What is wrong with offers by themselves, where the requirement was not found. */
function withoutRequirement(offerFiles: readonly string[]): readonly Problem[] {
  const files = offersAt(offerFiles);
  const read = readOffers(files.paths.map((path) => documentAt(path, LARGEST_OFFERS)));
  return [...files.problems, ...read.problems];
}

type Files = { readonly paths: readonly string[]; readonly problems: readonly Problem[] };

/** Offers come in files, or under the bare name of shipped ones. */
function offersAt(names: readonly string[]): Files {
  const shipped = filesIn(offersFolder, [".yaml"]).map((path) => basename(path, ".yaml"));
  const found = names.map((name) =>
    namedFile(name, { names: shipped, folder: offersFolder, holds: "offers" }),
  );
  const problems: Problem[] = [];
  const paths = new Map<string, string>();
  for (const { path, problem } of found) {
    if (path === undefined) problems.push(problem);
    else if (paths.has(realPath(path)))
      problems.push({
        where: shownPath(path),
        adjective: "duplicate",
        noun: "file",
        expected: "each file of offers once",
      });
    else paths.set(realPath(path), path);
  }
  return { paths: [...paths.values()], problems };
}

/** The file behind a path, by whatever way it is named. */
function realPath(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
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
