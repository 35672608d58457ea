/** The kinds of ruleset of a contract, in the order in which they run in a month. */
export const contractKinds = [
  "fault",
  "service-fee",
  "start-fee",
  "outcome-payment",
  "volume",
  "indexation",
  "adjustment",
  "limit",
  "cancellation",
  "termination",
] as const;

/** The kinds of ruleset of an award, in the order in which they run. */
export const awardKinds = ["admission", "quality", "standard", "price-check", "price"] as const;

export type AwardKind = (typeof awardKinds)[number];

/** Every kind of ruleset: terms of a contract, then criteria of an award. */
export const kinds = [...contractKinds, ...awardKinds] as const;

export type Kind = (typeof kinds)[number];

export function orderOfKind(kind: Kind): number {
  return kinds.indexOf(kind);
}

/** Does a ruleset of this kind judge an offer, and not a month of a contract? */
export function isAwardKind(kind: Kind): kind is AwardKind {
  return (awardKinds as readonly Kind[]).includes(kind);
}

/** A policy binds at most one ruleset of these kinds: a contract has one settlement and one way to end. */
export const singleKinds: readonly Kind[] = ["cancellation", "termination"];

/** Kinds that owe payments; what a cancellation owes is the settlement. */
export const paymentKinds: readonly Kind[] = [
  "service-fee",
  "start-fee",
  "outcome-payment",
  "volume",
  "indexation",
  "adjustment",
  "limit",
];

/** After a path's end these kinds no longer run on it. */
export const kindsUntilEnd: readonly Kind[] = ["fault", "cancellation", "termination"];

/** The name of a kind in camelCase, as it stands in names of facts and columns. */
export function nameOfKind(kind: Kind): string {
  return kind.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
