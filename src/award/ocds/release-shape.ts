import { z } from "zod";

const text = z.string().max(50_000).nullish();
const id = z.union([z.string().min(1).max(500), z.int()]).transform(String);
const number = z.number().nullish();

const list = <S extends z.ZodType>(of: S, most = 20_000) =>
  z
    .array(of)
    .max(most)
    .nullish()
    .transform((items) => items ?? []);

const value = z.object({ amount: number, currency: text }).nullish();
const reference = z.object({ id: id.nullish(), name: text });

const party = z.object({
  id: id.nullish(),
  name: text,
  identifier: z.object({ scheme: text, id: id.nullish(), legalName: text }).nullish(),
  address: z
    .object({
      streetAddress: text,
      locality: text,
      region: text,
      postalCode: text,
      countryName: text,
      description: text,
    })
    .nullish(),
  details: z.object({ scale: text }).nullish(),
});

const criterion = z.object({
  type: text,
  name: text,
  description: text,
  numbers: list(z.object({ number, weight: text }), 100),
});

const lot = z.object({
  id,
  title: text,
  value,
  awardCriteria: z.object({ criteria: list(criterion, 200) }).nullish(),
});

const tender = z.object({
  id: id.nullish(),
  title: text,
  description: text,
  value,
  procuringEntity: reference.nullish(),
  lots: list(lot, 2000),
});

const bid = z.object({
  id,
  submissionType: text,
  status: text,
  tenderers: list(reference, 200),
  value,
  relatedLots: list(id),
});

const statistic = z.object({
  id: id.nullish(),
  measure: z.string().min(1).max(200),
  value: number,
  currency: text,
  relatedLot: id.nullish(),
});

const award = z.object({
  id,
  status: text,
  value,
  suppliers: list(reference, 200),
  relatedBid: id.nullish(),
  relatedBids: list(id),
  relatedLots: list(id),
});

/** What is read of a release of the standard; whatever else stands in it is passed over. */
export const releaseShape = z.object({
  ocid: z.string().min(1).max(500),
  date: text,
  parties: list(party),
  buyer: reference.nullish(),
  tender: tender.nullish(),
  bids: z.object({ details: list(bid), statistics: list(statistic, 2000) }).nullish(),
  awards: list(award),
});

/** What is read of a release package. */
export const packageShape = z.object({ releases: z.array(releaseShape).min(1).max(10_000) });

export type Release = z.output<typeof releaseShape>;
export type ReleaseParty = Release["parties"][number];
export type ReleaseLot = NonNullable<Release["tender"]>["lots"][number];
export type ReleaseCriterion = NonNullable<ReleaseLot["awardCriteria"]>["criteria"][number];
export type ReleaseBid = NonNullable<Release["bids"]>["details"][number];
export type ReleaseAward = Release["awards"][number];
export type ReleaseReference = ReleaseBid["tenderers"][number];
export type ReleaseValue = ReleaseBid["value"];
