import type { BoundRequirement } from "../../src/award/bound-requirement.ts";
import type { CheckedOffer } from "../../src/award/check-offers.ts";
import type { FactChange } from "../../src/award/gate-repair.ts";
import type { NearestWin } from "../../src/award/nearest-win.ts";
import type { WinningChange } from "../../src/award/winning-change.ts";

type Lost = Extract<NearestWin, { won: false }>;

/** An offer as its bidder would write it in the file with all that a notice tells it to change. */
export function changedOffer(
  { offer, pricePence }: CheckedOffer,
  { requirement }: BoundRequirement,
  { besides }: Pick<Lost, "besides">,
  change: WinningChange,
): object {
  const { prices: _, ...written } = structuredClone(offer) as typeof offer & { prices?: unknown };
  const changed = { ...written, price: (change.pricePence?.to ?? pricePence) / 100 };
  for (const { leaf, to } of [...besides.ratings, ...change.ratings])
    changed.quality[leaf] = { ...changed.quality[leaf]!, rating: to };
  const facts = besides.facts.map((fact) => keysOf(fact, requirement, change.pricePence !== undefined));
  return Object.assign(changed, ...facts);
}

/** The keys of an offer that hold a fact; a price that was told after it stands. */
function keysOf(
  { fact, to }: FactChange,
  requirement: BoundRequirement["requirement"],
  isPriced: boolean,
): object {
  switch (fact) {
    case "insurancePence":
      return { insurance: to / 100 };
    case "leadInMonths":
      return { leadInMonths: to };
    case "placesOffered":
      return { places: to };
    case "jobcentresServed":
      return { jobcentres: requirement.jobcentres.slice(0, to) };
    case "pricePence":
      return isPriced ? {} : { price: to / 100 };
    default:
      throw new Error(`a test does not know how to write ${fact}`);
  }
}
