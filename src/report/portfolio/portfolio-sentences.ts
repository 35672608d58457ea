import type { AssessedPortfolio } from "../../offer/before/assess-portfolio.ts";
import { shownCount } from "../shown-number.ts";
import { futuresWords, wholePounds } from "./chance-words.ts";
import { standingCount } from "./standing-count.ts";

/** What the two columns of a portfolio mean, and what they leave out. */
export function bothEndsWords(assessed: AssessedPortfolio): string[] {
  if (standingCount(assessed) === 1) return [];
  return [
    "Nobody knows how far the fortunes of contracts hang together, so both ends are shown.",
    "Own luck: each contract has a future of its own, and good ones make up for bad ones.",
    "One fate: all contracts meet the same future, as if one cause (say, jobcentres that refer nobody) moved them all.",
    "The truth is likely to lie between the two.",
    "Whether and when each offer is called off is drawn separately in both.",
  ];
}

/** What the call-offs ask of who has to run them. */
export function capacityWords(assessed: AssessedPortfolio): string[] {
  const { ownLuck, sharedFate, limits } = assessed;
  const count = standingCount(assessed);
  if (count === 1) return [];
  const { mostAtOnce } = limits;
  if (mostAtOnce === undefined)
    return ["No offer says how many contracts you can run at once, so all that are called off are run."];
  if (mostAtOnce >= count) return [];
  const chances = [ownLuck, sharedFate].map(({ probabilityTurnedDown }) => probabilityTurnedDown.value ?? 0);
  const often = futuresWords(chances);
  return [
    `You can run ${mostAtOnce === 1 ? "1 contract" : `${mostAtOnce} contracts`} at once.`,
    often === "no future"
      ? "No future called off more than that."
      : `In ${often} more is called off than that, and what comes beyond is turned down.`,
  ];
}

/** How the numbers were made. */
export function assumptionWords(assessed: AssessedPortfolio): string[] {
  const { offers, limits, paths } = assessed;
  const count = standingCount(assessed);
  const overdraft =
    limits.overdraftPence > 0 ? `, an overdraft of ${wholePounds(limits.overdraftPence)}` : "";
  const own = `${wholePounds(limits.cashPence)} of cash${overdraft} and a loss of ${wholePounds(limits.lossPence)}`;
  const waits = offers.some(({ before }) => before.callOffShare < 1 && before.highMonths > 0);
  const holds = offers.some(({ before }) => before.holdingPence > 0 && before.highMonths > 0);
  return [
    `Your limits are ${own}, and at most 1 future in ${limits.oneIn} may go beyond them.`,
    ...(count > 1 ? ["They are taken as yours for all offers together, and do not add up."] : []),
    ...(limits.differing.length > 0
      ? [`The offers differ in ${limits.differing.join(", ")}: the strictest stands for all.`]
      : []),
    `${count > 1 ? "All offers are" : "The offer is"} made in month 0${waits ? ", and what is never called off is held open for the longest wait" : ""}.`,
    ...(count > 1 && holds
      ? [
          "Waiting is paid for each offer: where the same staff wait for several, give each offer its part of the cost.",
        ]
      : []),
    ...(count > 1
      ? [
          "Each contract is simulated as if the cash were there for it alone. What would follow when they run out of it together, such as contracts handed back, is not simulated.",
        ]
      : []),
    `From ${shownCount(paths)} futures; beside each number is its 95\u00a0% interval.`,
  ];
}
