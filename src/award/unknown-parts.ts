/** What of a requirement with problems is not known, so that offers are not told of what may be right. */
export type UnknownParts = {
  /** Criteria and parts by name whose rule could not be bound. */
  readonly unbound: ReadonlySet<string>;
  readonly isCriterionUnread: boolean;
  /** Some rule could not be bound: it may read answers. */
  readonly isRuleUnbound: boolean;
  readonly isIdUnread: boolean;
};

/** A requirement without problems. */
export const nothingUnknown: UnknownParts = {
  unbound: new Set(),
  isCriterionUnread: false,
  isRuleUnbound: false,
  isIdUnread: false,
};
