import type { AwardKind } from "./kind.ts";

/** What a rule may say of an offer: points, a reason to leave it out, a question to the bidder. */
export const verdicts = ["score", "exclude", "ask"] as const;

export type Verdict = (typeof verdicts)[number];

/** The one verdict that a ruleset of each kind of an award may give. */
export const verdictIn: Readonly<Record<AwardKind, Verdict>> = {
  admission: "exclude",
  quality: "score",
  standard: "exclude",
  "price-check": "ask",
  price: "score",
};

export function isVerdict(type: string): type is Verdict {
  return (verdicts as readonly string[]).includes(type);
}
