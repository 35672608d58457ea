import type { ParsedDocument } from "../../engine/document.ts";
import { day } from "../../engine/names.ts";
import type { Problem } from "../../engine/problem.ts";
import type { BidStatistic } from "./bid-statistic.ts";
import type { ImportedAward } from "./import-awards.ts";
import { type ImportedCriterion, importCriteria } from "./import-criteria.ts";
import { type ImportedOffer, importOffers } from "./import-offers.ts";
import { type ImportedOrganisation, organisationsOf } from "./import-organisation.ts";
import { importStatistics } from "./import-statistics.ts";
import { kebab } from "./imported-names.ts";
import { importedPounds } from "./imported-pounds.ts";
import { importedLine, importedText } from "./imported-text.ts";
import { firstDay, mergeReleases } from "./merge-releases.ts";
import { readReleases } from "./read-releases.ts";
import type { Release, ReleaseLot } from "./release-shape.ts";

/** A requirement as far as releases tell it; what is undefined people must add before a round is run. */
export type ImportedRequirement = {
  readonly id: string;
  readonly title: string;
  readonly summary: string | undefined;
  readonly source: string;
  readonly commissioner: ImportedOrganisation;
  readonly published: string | undefined;
  readonly budget: number | undefined;
  readonly criteria: readonly ImportedCriterion[];
  readonly mostAwards: number;
};

/** What releases of one contracting process tell of a round. */
export type ImportedProcess = {
  readonly ocid: string;
  readonly requirement: ImportedRequirement;
  readonly offers: readonly ImportedOffer[];
  readonly awards: readonly ImportedAward[];
  readonly statistics: readonly BidStatistic[];
  readonly passedOver: number;
  readonly fromAwards: boolean;
};

export type ImportResult =
  | { readonly process: ImportedProcess; readonly problems: readonly [] }
  | { readonly process?: undefined; readonly problems: readonly Problem[] };

/** Which contracting process of a package, and which lot of it, is meant; needed where there are several. */
export type ImportChoice = { readonly ocid?: string; readonly lot?: string };

/** Reads a requirement, offers, awards and bid statistics from a parsed release or release package. */
export function importProcess(document: ParsedDocument, choice: ImportChoice = {}): ImportResult {
  const { releases, problems } = readReleases(document, choice.ocid);
  if (releases === undefined) return { problems };
  const release = mergeReleases(releases);
  const lots = release.tender?.lots ?? [];
  const chosen = lotOf(lots, choice.lot, document.where([]));
  if ("problem" in chosen) return { problems: [chosen.problem] };
  const { lot } = chosen;
  // One lot is the whole tender, whether or not bids and awards name it.
  const only = lots.length > 1 ? lot?.id : undefined;
  const offers = importOffers(release, only);
  return {
    problems: [],
    process: {
      ocid: release.ocid,
      requirement: requirementOf(release, lot, firstDay(releases), offers.awards.length),
      ...offers,
      statistics: importStatistics(release, only),
    },
  };
}

function requirementOf(
  release: Release,
  lot: ReleaseLot | undefined,
  published: string | undefined,
  awards: number,
): ImportedRequirement {
  const { ocid, tender, buyer } = release;
  const id = kebab(ocid.replace(/^ocds-[a-z0-9]{6}-/, "")) || "imported";
  const who = buyer ?? tender?.procuringEntity;
  const value = importedPounds(lot?.value) ?? importedPounds(tender?.value);
  return {
    id,
    title: importedLine(tender?.title) ?? importedLine(lot?.title) ?? `Contracting process ${id}`,
    summary: importedText(tender?.description),
    source: `Imported from a release of the Open Contracting Data Standard, ocid ${importedLine(ocid)}. The rules that score are assumed.`,
    commissioner: organisationsOf(release)(who ? [who] : [], "A buyer without a name"),
    published: published !== undefined && day.safeParse(published).success ? published : undefined,
    budget: value !== undefined && "pounds" in value ? value.pounds : undefined,
    criteria: importCriteria(lot?.awardCriteria?.criteria ?? []),
    mostAwards: Math.max(1, awards),
  };
}

function lotOf(
  lots: readonly ReleaseLot[],
  asked: string | undefined,
  where: string,
): { readonly lot: ReleaseLot | undefined } | { readonly problem: Problem } {
  const expected = `one of ${lots
    .slice(0, 5)
    .map(({ id }) => id)
    .join(", ")}${lots.length > 5 ? ", …" : ""}`;
  if (asked === undefined) {
    if (lots.length < 2) return { lot: lots[0] };
    const [found, hint] = [`${lots.length} lots`, "choose one with --lot"];
    return { problem: { where, adjective: "ambiguous", noun: "tender", found, expected, hint } };
  }
  const lot = lots.find(({ id }) => id === asked);
  if (lot !== undefined) return { lot };
  return {
    problem: {
      where,
      adjective: "unknown",
      noun: "lot",
      found: asked,
      expected: lots.length === 0 ? "none: the tender has no lots" : expected,
    },
  };
}
