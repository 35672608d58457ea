import { checkRequirement } from "../award/check-requirement.ts";
import { pullsBothWays } from "../award/pulls-both-ways.ts";
import { readOffers } from "../award/read-offers.ts";
import { unreadValues } from "../award/unread-values.ts";
import type { ParsedDocument } from "../engine/document.ts";
import type { Problem } from "../engine/problem.ts";
import type { Ruleset } from "../engine/ruleset.ts";
import { pullsWords, unreadWords } from "../report/award/warning-words.ts";
import { readContract } from "./award-contract.ts";

/** What a file of an award is, or what is wrong with it. */
export type CheckedAwardFile = {
  readonly title?: string;
  readonly about?: string;
  readonly notes: readonly string[];
  readonly problems: readonly Problem[];
};

/** Is the value meant as a requirement or as offers, and not as rules or a scenario? */
export function isAwardFile(value: unknown): boolean {
  return isRequirement(value) || isOffers(value);
}

function has(value: unknown, ...keys: string[]): boolean {
  return typeof value === "object" && value !== null && keys.every((key) => Object.hasOwn(value, key));
}

function isRequirement(value: unknown): boolean {
  return has(value, "criteria") || has(value, "commissioner", "budget");
}

function isOffers(value: unknown): boolean {
  return has(value, "offers") || has(value, "bidder");
}

/** Checks a requirement with its rules, or offers by themselves: what they need of a requirement shows in an award. */
export function checkAwardFile(
  document: ParsedDocument,
  library: ReadonlyMap<string, Ruleset>,
): CheckedAwardFile {
  if (isRequirement(document.value)) {
    const { bound, problems, partly } = checkRequirement(document, library);
    const known = bound === undefined ? partly : { bound, isUnread: () => false };
    // Without a contract it can be judged with one that an option names.
    const contract =
      known?.bound.requirement.contract === undefined
        ? []
        : readContract({}, { ...known, where: document.where }).problems;
    if (bound === undefined || contract.length > 0)
      return { notes: [], problems: [...problems, ...contract] };
    const pulls = pullsBothWays(bound);
    const unread = unreadValues(bound);
    const count = bound.criteria.length;
    return {
      title: bound.requirement.title,
      about: `requirement, ${count} ${count === 1 ? "criterion" : "criteria"}`,
      notes: [
        ...(pulls === undefined ? [] : [pullsWords(pulls, bound)]),
        ...(unread.length === 0 ? [] : [unreadWords(unread)]),
      ].map((words) => `${document.where([])}: ${words}`),
      problems: [],
    };
  }
  const { written, problems } = readOffers([document]);
  if (problems.length > 0) return { notes: [], problems };
  const offers = written.map(({ offer }) => offer);
  return {
    title: offers.length === 1 ? offers[0]!.bidder.name : `${offers.length} offers`,
    about: offers.length === 1 ? "offer" : "offers",
    notes: [],
    problems: [],
  };
}
