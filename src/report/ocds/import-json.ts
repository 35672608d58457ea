import type { ImportedProcess } from "../../award/ocds/import-process.ts";
import { offerNotes, requirementNotes } from "./import-notes.ts";

/** What was imported as data; what the release does not tell is null. */
export function importJson(process: ImportedProcess): object {
  const { ocid, requirement, offers, awards, statistics } = process;
  const { summary, published, budget, criteria, ...rest } = requirement;
  return {
    schema: "riskshare.import/1",
    ocid,
    requirement: {
      ...rest,
      summary: summary ?? null,
      published: published ?? null,
      budget: budget ?? null,
      criteria: criteria.map(({ weight, assessed, ...criterion }) => ({
        ...criterion,
        weight: weight ?? null,
        assessed: assessed ?? null,
      })),
    },
    offers: offers.map((offer) => ({ ...offer, price: offer.price ?? null })),
    awards: awards.map(({ pounds, status, ...award }) => ({
      ...award,
      value: pounds ?? null,
      status: status ?? null,
    })),
    statistics,
    notes: [...requirementNotes(process), ...offerNotes(process)],
  };
}
