import type { BoundRequirement } from "../../award/bound-requirement.ts";
import type { Round } from "../../award/judge-round.ts";
import { awardList } from "./award-list.ts";
import { bidDetails } from "./bid-details.ts";
import { bidStatistics } from "./bid-statistics.ts";
import { type ExportOptions, plainExport } from "./export-options.ts";
import { partiesOf } from "./parties.ts";
import { onlyLot, tenderSection } from "./tender-section.ts";

const extensions = ["ocds_lots_extension", "ocds_bid_extension", "ocds_awardCriteriaBreakdown_extension"].map(
  (name) => `https://raw.githubusercontent.com/open-contracting-extensions/${name}/master/extension.json`,
);

/**
 * A judged round as a release package of the Open Contracting Data Standard, version 1.1.5.
 *
 * With the day of the award there are two releases, the tender of the day on which it was published and the award;
 * without it one release carries both tags, as a release needs a date and none is invented. Bids come with the award:
 * the standard has no tag of their own.
 */
export function releasePackage(
  bound: BoundRequirement,
  round: Round,
  options: ExportOptions = plainExport,
): object {
  const { requirement } = bound;
  const { prefix, uri, awardDay, withValues } = options;
  const ocid = `${prefix}-${requirement.id}`;
  const parties = partiesOf(bound, round);
  const awards = awardList(round, parties, onlyLot, awardDay);
  const release = (tag: readonly string[], day: string, of: object, more: object) => ({
    ocid,
    id: `${tag.join("-")}-${day}`,
    date: `${day}T00:00:00Z`,
    tag,
    initiationType: "tender",
    language: "en",
    ...of,
    buyer: parties.buyer,
    ...more,
  });
  const closed = tenderSection(
    bound,
    round,
    parties.buyer,
    awards.length === 0 ? "unsuccessful" : "complete",
  );
  const date = awardDay === undefined ? {} : { date: `${awardDay}T00:00:00Z` };
  const judged = {
    tender: { ...closed, numberOfTenderers: parties.bidderParties.length },
    bids: {
      statistics: bidStatistics(round, withValues).map((statistic) => ({
        id: statistic.measure,
        ...statistic,
        ...date,
      })),
      details: bidDetails(round, parties, onlyLot, withValues),
    },
    ...(awards.length > 0 && { awards }),
  };
  const everyone = { parties: [parties.buyerParty, ...parties.bidderParties] };
  const { published } = requirement;
  return {
    uri: uri ?? `urn:example:${ocid}`,
    version: "1.1",
    publishedDate: `${awardDay ?? published}T00:00:00Z`,
    publisher: { name: requirement.commissioner.name },
    extensions,
    releases:
      awardDay === undefined
        ? [release(["tender", "award"], published, everyone, judged)]
        : [
            release(
              ["tender"],
              published,
              { parties: [parties.buyerParty] },
              { tender: tenderSection(bound, round, parties.buyer, "active") },
            ),
            release(["award"], awardDay, everyone, judged),
          ],
  };
}
