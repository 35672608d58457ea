import type { DocumentPath, ParsedDocument } from "../engine/document.ts";
import type { Fact, FactValue } from "../engine/fact.ts";
import { penceOf } from "../engine/money.ts";
import { didYouMean } from "../engine/nearest-name.ts";
import type { Problem } from "../engine/problem.ts";
import { schemaProblems } from "../engine/schema-problems.ts";
import { answersOf } from "./bind-rule.ts";
import type { BoundRequirement } from "./bound-requirement.ts";
import { type Offer, offerSchema, offersSchema } from "./offer-schema.ts";

/** An offer with the price that stands on the day of the requirement. */
export type CheckedOffer = { readonly offer: Offer; readonly pricePence: number };

export type CheckedOffers =
  | { readonly offers: readonly CheckedOffer[]; readonly problems: readonly [] }
  | { readonly offers?: undefined; readonly problems: readonly Problem[] };

type Report = (path: DocumentPath, problem: Omit<Problem, "where">) => void;

/** Checks parsed files of offers against a requirement: shape, ids, prices, ratings, district; all problems at once. */
export function checkOffers(documents: readonly ParsedDocument[], bound: BoundRequirement): CheckedOffers {
  const problems: Problem[] = [];
  const offers: CheckedOffer[] = [];
  const seen = new Map<string, string>();
  const facts = new Map([...bound.checks, ...bound.leaves].flatMap(({ ruleset }) => [...answersOf(ruleset)]));
  for (const document of documents) {
    problems.push(...document.problems);
    if (document.problems.length > 0) continue;
    const isList =
      typeof document.value === "object" && document.value !== null && "offers" in document.value;
    const schema = isList ? offersSchema : offerSchema;
    const parsed = schema.safeParse(document.value);
    if (!parsed.success) {
      problems.push(...schemaProblems(schema, parsed.error, document));
      continue;
    }
    const list = "offers" in parsed.data ? parsed.data.offers : [parsed.data];
    for (const [o, offer] of list.entries()) {
      const base: DocumentPath = isList ? ["offers", o] : [];
      const report: Report = (path, problem) =>
        problems.push({ where: document.where([...base, ...path]), ...problem });
      const before = seen.get(offer.id);
      if (before !== undefined) {
        report(["id"], {
          adjective: "duplicate",
          noun: "offer",
          found: offer.id,
          expected: `an id of its own; the other is at ${before}`,
        });
      }
      seen.set(offer.id, document.where([...base, "id"]));
      checkPlace(offer, bound, report);
      checkRatings(offer, bound, report);
      checkAnswers(offer, facts, report);
      const price = priceOn(offer, bound.requirement.published, report);
      if (price !== undefined) offers.push({ offer, pricePence: penceOf(price)! });
    }
  }
  if (problems.length === 0 && offers.length === 0)
    problems.push({ where: "", adjective: "missing", noun: "offers", expected: "at least one offer" });
  return problems.length > 0 ? { problems } : { offers, problems: [] };
}

/** Was the offer made for this requirement, and for its district? */
function checkPlace(offer: Offer, { requirement }: BoundRequirement, report: Report): void {
  if (offer.requirement !== undefined && offer.requirement !== requirement.id) {
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

function priceOn(offer: Offer, day: string, report: Report): number | undefined {
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
    report(["prices"], { adjective: "duplicate", noun: "day of a price", found: twice });
  const standing = offer.prices
    .filter(({ from }) => from <= day)
    .reduce<Offer["prices"] extends (infer P)[] | undefined ? P | undefined : never>(
      (best, price) => (best === undefined || price.from > best.from ? price : best),
      undefined,
    );
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

function checkRatings(offer: Offer, { leaves }: BoundRequirement, report: Report): void {
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
  const known = leaves.filter(({ isRated }) => isRated).map(({ id }) => id);
  for (const name of Object.keys(offer.quality)) {
    if (leaves.some(({ id }) => id === name)) continue;
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

function checkAnswers(offer: Offer, facts: ReadonlyMap<string, Fact>, report: Report): void {
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

function isOfFact({ type, values, min, max }: Fact, value: FactValue): boolean {
  if (type === "boolean") return typeof value === "boolean";
  if (type === "enum") return typeof value === "string" && (values ?? []).includes(value);
  return typeof value === "number" && value >= (min ?? value) && value <= (max ?? value);
}
