/** Facts of the dictionary of which one is never over the other, in any month of any contract. */
const neverOver: readonly (readonly [least: string, most: string, strictly?: true])[] = [
  ["month", "lastMonth"],
  ["firstReferralMonth", "lastReferralMonth"],
  ["firstReferralMonth", "lastMonth"],
  ["lastReferralMonth", "lastMonth"],
  // The month after which it ended: known from the next month on.
  ["endMonth", "month", true],
  ["endMonth", "lastMonth", true],
  ["referralsRefusedByProvider", "referralsRefused"],
  ["referralsBeyondPlaces", "referralsRefused"],
  ["setUpCostPence", "setUpCostToDatePence"],
  ["setUpCostPence", "costToDatePence"],
  ["setUpCostToDatePence", "costToDatePence"],
];

/** The relations that hold among some facts. */
export function relationsAmong(names: readonly string[]): typeof neverOver {
  return neverOver.filter(([least, most]) => names.includes(least) && names.includes(most));
}

/** Can numbers stand so to each other? */
export function isInOrder(
  [least, most, strictly]: (typeof neverOver)[number],
  situation: Readonly<Record<string, unknown>>,
): boolean {
  const [small, large] = [Number(situation[least]), Number(situation[most])];
  return strictly ? small < large : small <= large;
}
