import type { CheckedScenario } from "../sim/check-scenario.ts";
import type { Figure } from "../sim/figure.ts";
import type { OwnOffer } from "./own-offer-schema.ts";
import { postRelease } from "./post-release.ts";
import { startsShare } from "./starts-share.ts";

/** Dotted paths of a scenario, with what stands there under an offer. */
export type Changes = Record<string, unknown>;

const own = (value: number) => ({ value, source: "The provider's own figure" });

/** What of a scenario is another under an offer, but for the value called off, which follows from the rest. */
export function offerChanges(offer: OwnOffer, checked: CheckedScenario): Changes {
  return {
    ...contractChanges(offer, checked),
    ...referralChanges(offer, checked),
    ...deliveryChanges(offer, checked),
    ...priceChanges(offer, checked),
    ...costChanges(offer, checked),
  };
}

/** Months move together: what lies between the lead-in, the referrals and the end stays as long as it was. */
function contractChanges({ contract }: OwnOffer, { scenario, timeline }: CheckedScenario): Changes {
  const { firstReferralMonth, lastReferralMonth } = timeline;
  const lead = contract.leadInMonths ?? scenario.contract.leadInMonths;
  const first = firstReferralMonth + lead - scenario.contract.leadInMonths;
  const last = first + (contract.referralMonths ?? lastReferralMonth - firstReferralMonth + 1) - 1;
  const [startsLater, endsLater] = [first - firstReferralMonth, last - lastReferralMonth];
  const { posts } = scenario.costs;
  const changes: Changes = {};
  if (startsLater !== 0 || endsLater !== 0) {
    changes["contract.leadInMonths"] = lead;
    changes["contract.firstReferralMonth"] = first;
    changes["contract.lastReferralMonth"] = last;
    const { lastMonth } = scenario.contract;
    if (lastMonth !== undefined) changes["contract.lastMonth"] = lastMonth + endsLater;
    if (posts?.lastMonth !== undefined) changes["costs.posts.lastMonth"] = posts.lastMonth + endsLater;
    if (posts !== undefined && posts.firstMonth >= firstReferralMonth)
      changes["costs.posts.firstMonth"] = posts.firstMonth + startsLater;
  }
  if (contract.paymentTermDays !== undefined) changes["contract.paymentTermDays"] = contract.paymentTermDays;
  if (contract.referralsPerMonth !== undefined)
    changes["volume.indicative"] = own(contract.referralsPerMonth);
  const { places } = scenario.volume;
  if (contract.places !== undefined) changes["volume.places"] = contract.places;
  else if (places !== undefined && contract.referralsPerMonth !== undefined)
    changes["volume.places"] = Math.ceil(contract.referralsPerMonth * (last - first + 1) - 1e-9);
  else if (places !== undefined && contract.referralMonths !== undefined)
    changes["volume.places"] = Math.ceil(
      (places * (last - first + 1)) / (lastReferralMonth - firstReferralMonth + 1) - 1e-9,
    );
  return changes;
}

/** The provider's own view of referrals stands in one cause of volume, which a lever can still move; the others are 1. */
function referralChanges({ referrals }: OwnOffer, { scenario }: CheckedScenario): Changes {
  if (referrals === undefined) return {};
  const { factors } = scenario.volume;
  const names = Object.keys(factors);
  const pulled = scenario.levers.map(({ quantity }) => quantity.replace("volume.factors.", ""));
  const carrier = names.find((name) => pulled.includes(name)) ?? names[0] ?? "referrals";
  const [min, mode, max] = [
    referrals.lowPer100 / 100,
    referrals.likelyPer100 / 100,
    referrals.highPer100 / 100,
  ];
  const spread = min === max ? mode : { pert: { min, mode, max } };
  return {
    "volume.factors": {
      ...Object.fromEntries(names.map((name) => [name, { value: 1, derived: "in the provider's own view" }])),
      [carrier]: { value: spread, judgement: "The provider's own view of referrals." },
    },
    ...(scenario.volume.chanceOfNone !== undefined && {
      "volume.chanceOfNone": { value: 0, derived: "in the provider's own view of referrals" },
    }),
    ...(scenario.volume.overDispersion?.scope === "contract" && {
      "volume.overDispersion": { distribution: 1, scope: "contract" },
    }),
  };
}

/** Rates keep the scenario's doubt about them; what is believed is what the provider says. */
function deliveryChanges({ delivery }: OwnOffer, { scenario }: CheckedScenario): Changes {
  const changes: Changes = {};
  if (delivery.startsPer100 !== undefined)
    changes["delivery.startRate"] = rateAbout(delivery.startsPer100 / 100, scenario.delivery.startRate);
  const believed = (id: string): number => {
    if (id === "starts") return 1;
    const given = delivery.outcomesPer100[id];
    return given === undefined ? startsShare(scenario, id) : given / 100;
  };
  const touched = (id: string) => Object.hasOwn(delivery.outcomesPer100, id);
  for (const { id, of } of scenario.delivery.stages) {
    if (!touched(id) && !touched(of)) continue;
    const before = believed(of);
    const rate = before === 0 ? 0 : Math.min(1, believed(id) / before);
    changes[`delivery.stages.${id}.rate`] = own(rate);
  }
  return changes;
}

/** A rate with the same doubt about it as another had, where that is a beta distribution. */
function rateAbout(rate: number, { distribution }: Figure): unknown {
  if (distribution.kind !== "beta" || rate <= 0 || rate >= 1) return own(rate);
  const size = distribution.alpha + distribution.beta;
  return { ...own(0), value: { beta: { mean: rate, size } }, believed: rate };
}

/** Prices stand for every policy, in place of what one sets itself. */
function priceChanges({ prices }: OwnOffer, { scenario }: CheckedScenario): Changes {
  const changes: Changes = {};
  for (const [name, pounds] of Object.entries(prices)) {
    changes[`parameters.${name}`] = pounds;
    for (const { id, parameters } of scenario.policies)
      if (Object.hasOwn(parameters, name)) changes[`policies.${id}.parameters.${name}`] = pounds;
  }
  return changes;
}

function costChanges({ costs, limits }: OwnOffer, { scenario }: CheckedScenario): Changes {
  const changes: Changes = {
    "provider.reserves": own(limits.cash),
    // Nobody lends because a scenario says so.
    "provider.overdraft": own(limits.overdraft ?? 0),
  };
  const { posts, postCostPerYear, postsToLetGo, perOutcome, ...sums } = costs;
  for (const [name, pounds] of Object.entries(sums))
    if (pounds !== undefined) changes[`costs.${name}`] = own(pounds);
  for (const [stage, pounds] of Object.entries(perOutcome))
    changes[`costs.perOutcome.${stage}`] = own(pounds);
  if (scenario.costs.posts === undefined) {
    const release = postRelease(postsToLetGo ?? 0, undefined);
    if (posts !== undefined)
      changes["costs.posts"] = {
        count: posts,
        costPerYear: own(postCostPerYear ?? 0),
        ...(release && { release }),
      };
  } else {
    if (posts !== undefined) changes["costs.posts.count"] = posts;
    if (postCostPerYear !== undefined) changes["costs.posts.costPerYear"] = own(postCostPerYear);
    if (postsToLetGo !== undefined)
      changes["costs.posts.release"] = postRelease(postsToLetGo, scenario.costs.posts.release);
  }
  return changes;
}
