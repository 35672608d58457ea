import type { ParsedDocument } from "../engine/document.ts";
import type { Fact, FactValue } from "../engine/fact.ts";
import { penceOf } from "../engine/money.ts";
import { didYouMean } from "../engine/nearest-name.ts";
import type { Problem } from "../engine/problem.ts";
import { answersOf, readsEverything } from "./bind-rule.ts";
import type { BoundRequirement } from "./bound-requirement.ts";
import type { Offer } from "./offer-schema.ts";
import { isUnread } from "./read-as-far.ts";
import { type ReportOffer, readOffers } from "./read-offers.ts";
import { nothingUnknown, type UnknownParts } from "./unknown-parts.ts";

/** An offer with the price that stands on the day of the requirement. */
export type CheckedOffer = { readonly offer: Offer; readonly pricePence: number };

export type CheckedOffers =
  | { readonly offers: readonly CheckedOffer[]; readonly problems: readonly [] }
  | { readonly offers?: undefined; readonly problems: readonly Problem[] };

/** Checks parsed files of offers against a requirement: shape, ids, prices, ratings, district; all problems at once. */
export function checkOffers(
  documents: readonly ParsedDocument[],
  bound: BoundRequirement,
  /** What of the requirement could not be read or bound, and so is held against no offer. */
  unknown: UnknownParts = nothingUnknown,
): CheckedOffers {
  const { written, problems: unread } = readOffers(documents);
  const problems: Problem[] = [...unread];
  const facts = new Map([...bound.checks, ...bound.leaves].flatMap(({ ruleset }) => [...answersOf(ruleset)]));
  const offers = written.flatMap(({ offer, where, unread }): CheckedOffer[] => {
    const report: ReportOffer = (path, problem) => {
      if (!isUnread(path, unread)) problems.push({ where: where(path), ...problem });
    };
    checkPlace(offer, bound, unknown.isIdUnread, report);
    checkRatings(offer, bound, unknown, report);
    if (!unknown.isRuleUnbound) {
      checkAnswers(offer, facts, report);
      checkLowPrice(offer, bound, report);
    }
    const price = priceOn(offer, bound.requirement.published, report);
    return price === undefined ? [] : [{ offer, pricePence: penceOf(price)! }];
  });
  if (problems.length === 0 && unknown === nothingUnknown && offers.length === 0)
    problems.push({ where: "", adjective: "missing", noun: "offers", expected: "at least one offer" });
  return problems.length > 0 ? { problems } : { offers, problems: [] };
}

/** Was the offer made for this requirement, and for its district? */
function checkPlace(
  offer: Offer,
  { requirement }: BoundRequirement,
  isIdUnread: boolean,
  report: ReportOffer,
): void {
  if (!isIdUnread && offer.requirement !== undefined && offer.requirement !== requirement.id) {
    report(["requirement"], {
      adjective: "invalid",
      noun: "requirement",
      found: offer.requirement,
      expected: `an offer for ${requirement.id}`,
    });
  }
  const { district } = requirement;
  if (district !== undefined && offer.districts !== undefined && !offer.districts.includes(district)) {
    report(["districts"], {
      adjective: "invalid",
      noun: "district",
      found: offer.districts.join(", ") || "none",
      expected: `an offer that serves ${district}`,
      hint: "leave offers for other districts out of the round",
    });
  }
}

function priceOn(offer: Offer, day: string, report: ReportOffer): number | undefined {
  if (offer.price !== undefined && offer.prices !== undefined) {
    report(["prices"], {
      adjective: "unsupported",
      noun: "key",
      found: "prices beside price",
      expected: "one of them",
    });
    return undefined;
  }
  if (offer.price !== undefined) return offer.price;
  if (offer.prices === undefined) {
    report([], { adjective: "missing", noun: "price", expected: "price, or prices of a standing offer" });
    return undefined;
  }
  const days = offer.prices.map(({ from }) => from);
  const twice = days.find((from, p) => days.indexOf(from) !== p);
  if (twice !== undefined)
    report(["prices"], {
      adjective: "duplicate",
      noun: "day of a price",
      found: twice,
      expected: "each day once",
    });
  const [standing] = offer.prices
    .filter(({ from }) => from <= day)
    .sort((a, b) => (a.from > b.from ? -1 : 1));
  if (standing === undefined) {
    report(["prices"], {
      adjective: "missing",
      noun: "price",
      found: `first from ${[...days].sort()[0]}`,
      expected: `a price that stands on ${day}, when the requirement was published`,
    });
  }
  return standing?.price;
}

function checkRatings(
  offer: Offer,
  { leaves }: BoundRequirement,
  { unbound, isCriterionUnread }: UnknownParts,
  report: ReportOffer,
): void {
  for (const leaf of leaves) {
    const given = Object.hasOwn(offer.quality, leaf.id) ? offer.quality[leaf.id] : undefined;
    if (given === undefined) {
      if (leaf.isRated) {
        report(["quality"], {
          adjective: "missing",
          noun: "rating",
          found: leaf.id,
          expected: `a rating from 0 to ${leaf.ratingTop}`,
        });
      }
    } else if (!leaf.isRated) {
      report(["quality", leaf.id], {
        adjective: "unsupported",
        noun: "rating",
        found: leaf.id,
        expected: `none: ${leaf.ruleset.id} does not read one`,
      });
    } else if (given.rating > leaf.ratingTop) {
      report(["quality", leaf.id, "rating"], {
        adjective: "invalid",
        noun: "value",
        found: String(given.rating),
        expected: `at most ${leaf.ratingTop}, the top of the scale`,
      });
    }
  }
  if (isCriterionUnread) return;
  const known = [...leaves.filter(({ isRated }) => isRated).map(({ id }) => id), ...unbound];
  for (const name of Object.keys(offer.quality)) {
    if (unbound.has(name) || leaves.some(({ id }) => id === name)) continue;
    const hint = didYouMean(name, known);
    report(["quality", name], {
      adjective: "unknown",
      noun: "criterion",
      found: name,
      expected: `one of ${known.join(", ")}`,
      ...(hint && { hint }),
    });
  }
}

function checkAnswers(offer: Offer, facts: ReadonlyMap<string, Fact>, report: ReportOffer): void {
  for (const [name, value] of Object.entries(offer.answers)) {
    const fact = facts.get(name);
    if (fact === undefined) {
      const hint = didYouMean(name, facts.keys());
      report(["answers", name], {
        adjective: "unknown",
        noun: "answer",
        found: name,
        expected: "a fact that a ruleset of the requirement declares with from: scenario",
        ...(hint && { hint }),
      });
    } else if (!isOfFact(fact, value)) {
      report(["answers", name], {
        adjective: "invalid",
        noun: "value",
        found: String(value),
        expected:
          fact.values?.join(", ") ?? (fact.type === "boolean" ? "true or false" : `a number of ${fact.unit}`),
      });
    }
  }
}

/** An explanation that was not accepted leaves an offer out by a gate; without one it would be as if nobody had judged it. */
function checkLowPrice({ lowPrice }: Offer, { checks }: BoundRequirement, report: ReportOffer): void {
  if (lowPrice === undefined || lowPrice.accepted) return;
  if (checks.some(({ ruleset }) => readsEverything(ruleset).includes("lowPriceExplanation"))) return;
  report(["lowPrice", "accepted"], {
    adjective: "unsupported",
    noun: "value",
    found: "false",
    expected: "a requirement with the check low-price-explained, which leaves such an offer out",
  });
}

function isOfFact({ type, values, min, max }: Fact, value: FactValue): boolean {
  if (type === "boolean") return typeof value === "boolean";
  if (type === "enum") return typeof value === "string" && (values ?? []).includes(value);
  return typeof value === "number" && value >= (min ?? value) && value <= (max ?? value);
}
