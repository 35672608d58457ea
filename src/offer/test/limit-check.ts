import { clopperPearson } from "../../sim/risk/clopper-pearson.ts";
import type { Estimate } from "../../sim/risk/estimate.ts";
import { influenceInterval } from "../../sim/risk/influence-interval.ts";
import type { LedgerColumns } from "../../sim/risk/ledger-columns.ts";
import { momentsOf } from "../../sim/risk/moments.ts";
import { ratioOf, writeRatioInfluence } from "../../sim/risk/ratio.ts";
import type { OwnOffer } from "../own-offer-schema.ts";

/** Kept or broken where the whole 95 % interval says so; unclear where the limit lies inside it. */
export type Standing = "kept" | "broken" | "unclear";

/** One of the provider's own limits beside what the futures say. */
export type LimitCheck = {
  /** Of `cash` and `loss` the limit is a chance, of `margin` a share of income. */
  readonly limit: "cash" | "loss" | "margin";
  /** The pounds of the limit; undefined for the margin. */
  readonly pounds?: number;
  /** The most that the chance may be, or the least that the share may be. */
  readonly wanted: number;
  /** The chance of going over the limit, or margin as a share of income. */
  readonly estimate: Estimate;
  readonly standing: Standing;
};

/** Holds the futures of one policy against the provider's own limits; pence in the ledger, pounds in the limits. */
export function checkLimits(limits: OwnOffer["limits"], ledger: LedgerColumns): readonly LimitCheck[] {
  const { peakFunding, margin, payment } = ledger;
  const rare = 1 / limits.oneIn;
  const [cash, loss] = [Math.round(limits.cash * 100), Math.round(limits.loss * 100)];
  return [
    chanceCheck("cash", limits.cash, rare, peakFunding.length, (path) => peakFunding[path]! > cash),
    chanceCheck("loss", limits.loss, rare, margin.length, (path) => -margin[path]! > loss),
    marginCheck(limits.marginPercent / 100, margin, payment),
  ];
}

function chanceCheck(
  limit: "cash" | "loss",
  pounds: number,
  wanted: number,
  paths: number,
  isOver: (path: number) => boolean,
): LimitCheck {
  let hits = 0;
  for (let path = 0; path < paths; path++) if (isOver(path)) hits += 1;
  const value = hits / paths;
  const { low, high } = clopperPearson(hits, paths);
  const se = Math.sqrt((value * (1 - value)) / paths);
  const standing = high <= wanted ? "kept" : low > wanted ? "broken" : "unclear";
  return { limit, pounds, wanted, estimate: { value, se, low, high, unit: "probability" }, standing };
}

/** Mean margin over mean income, a ratio of means with the delta method; without any income there is none to keep. */
function marginCheck(wanted: number, margin: Float64Array, payment: Float64Array): LimitCheck {
  const below = { column: payment };
  const value = ratioOf(margin, below);
  const unit = "share";
  if (value === null) {
    const estimate = { value: null, se: null, low: null, high: null, unit } as const;
    return { limit: "margin", wanted, estimate, standing: "broken" };
  }
  const influence = new Float64Array(margin.length);
  writeRatioInfluence(margin, below, influence);
  const spread = influenceInterval(value, momentsOf(influence), Math.max(1, margin.length - 1));
  const estimate = {
    value,
    se: spread?.se ?? null,
    low: spread?.low ?? null,
    high: spread?.high ?? null,
    unit,
  } as const;
  const [low, high] = [estimate.low ?? Number.NEGATIVE_INFINITY, estimate.high ?? Number.POSITIVE_INFINITY];
  return {
    limit: "margin",
    wanted,
    estimate,
    standing: low >= wanted ? "kept" : high < wanted ? "broken" : "unclear",
  };
}

/** What the limits together say: all kept, one broken, or too close to tell. */
export type Verdict = "within" | "beyond" | "unclear";

export function verdictOf(checks: readonly LimitCheck[]): Verdict {
  if (checks.some(({ standing }) => standing === "broken")) return "beyond";
  return checks.every(({ standing }) => standing === "kept") ? "within" : "unclear";
}
