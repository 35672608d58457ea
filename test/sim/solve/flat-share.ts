/** Revenue at plan £10,000: 10 people a month over 10 months at £100 a start; cost at plan £9,200, a margin of 8 %. */
export const revenue = 10_000;
export const margin = 0.08;

export type FlatShare = {
  readonly counts: "expected" | "drawn";
  /** Referrals over what was indicated. */
  readonly ratio: number;
  /** The fixed share of cost. */
  readonly fixed: number;
  /** The share of revenue that is a flat service fee. */
  readonly share: number;
};

/** A contract of which a share is paid as a flat service fee, taken out of the price of a start. */
export function flatShare({ counts, ratio, fixed, share }: FlatShare): string {
  const cost = (1 - margin) * revenue;
  const pounds = (x: number) => Math.round(x * 100) / 100;
  return JSON.stringify({
    id: "flat",
    title: "A flat share",
    contractStart: "2024-04-01",
    counts,
    paths: 1000,
    contract: { lastReferralMonth: 10 },
    volume: { indicative: 10, factors: { ratio } },
    delivery: { startRate: 1, stages: [{ id: "jobs", rate: 0, delayMonths: 1 }] },
    costs: { perMonth: pounds((fixed * cost) / 10), perStart: pounds(((1 - fixed) * cost) / 100) },
    policies: [
      {
        id: "flat",
        title: "Flat share",
        rulesets: ["flat-share", "per-start"],
        parameters: { startPrice: 100, serviceFeeShare: share, serviceFeeMonths: 7 },
      },
    ],
  });
}
