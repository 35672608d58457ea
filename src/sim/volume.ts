import { type Column, setUniform } from "../engine/column.ts";
import { type FigureSampler, multiplyInto, openFigure, openMonthlyFigure, ownColumn } from "./draw-figure.ts";
import { effectIn, isSteady, type Lever, openLevered } from "./lever.ts";
import { type Luck, luckOf } from "./luck.ts";
import { openPoissonCounts } from "./random/poisson-counts.ts";
import { openReferralLimits } from "./referral-limits.ts";
import type { Scenario } from "./scenario-schema.ts";
import { listed, type Timeline } from "./timeline.ts";

/** What volume leaves in a block: people by month (place 0 is month 1), and the months' conditions. */
export type VolumeColumns = {
  readonly referrals: Column[];
  readonly refusedByProvider: Column[];
  readonly beyondPlaces: Column[];
  readonly suspended: Column[];
  readonly ready: Column[];
  readonly placesOpen: Column[];
};

/** Tables by mean, built as means are met and the same for every run. */
const poisson = openPoissonCounts();

/**
 * Prepares the drawing of referrals: indicative volume × causes (drawn once a contract) × ramp × season, with
 * counts on top; then what the provider cannot take, and what exceeds the places, is refused and counted.
 */
export function openVolume(
  scenario: Scenario,
  timeline: Timeline,
  levers: readonly Lever[],
  width: number,
): (luck: Luck) => VolumeColumns {
  const { volume } = scenario;
  const months = timeline.months.length;
  const columns = () => Array.from({ length: months }, () => ownColumn(width));
  const out: VolumeColumns = {
    referrals: columns(),
    refusedByProvider: columns(),
    beyondPlaces: columns(),
    suspended: columns(),
    ready: columns(),
    placesOpen: columns(),
  };
  const factor = openContractFactor(scenario, levers, width);
  const overMonths =
    volume.overDispersion?.scope === "month" ? volume.overDispersion.distribution : undefined;
  const monthly = overMonths && openMonthlyFigure(overMonths, "volume.overDispersion", width);
  const extra = ownColumn(width);
  const building = levers
    .filter(
      (lever) =>
        !isSteady(lever) && lever.scale !== undefined && lever.quantity.startsWith("volume.factors."),
    )
    .map((lever) => ({
      lever,
      draw: openFigure(lever.scale!, `lever ${lever.id}`, width),
      by: ownColumn(width),
    }));
  const limits = openReferralLimits(scenario, timeline, width, out);
  const level = ownColumn(width);
  const mean = ownColumn(width);
  const uniforms = new Float64Array(width);

  return (luck) => {
    factor(luck, level);
    for (const { draw, by } of building) draw(luck, by);
    const drawExtra = monthly?.(luck);
    const counts = luckOf(luck, "referrals");
    limits.begin(luck);
    for (const { month, monthOfYear, indicativeReferrals } of timeline.months) {
      const referrals = out.referrals[month - 1]!;
      if (indicativeReferrals === 0) {
        setUniform(referrals, 0);
        limits.runOn(month);
        limits.apply(month);
        continue;
      }
      const place = month - timeline.firstReferralMonth;
      const base =
        indicativeReferrals *
        (volume.ramp ? listed(volume.ramp, place) : 1) *
        (volume.season?.[monthOfYear - 1] ?? 1);
      setUniform(mean, base);
      multiplyInto(mean, level, width);
      drawExtra?.(extra);
      if (drawExtra !== undefined) multiplyInto(mean, extra, width);
      for (const { lever, by } of building) fadeInto(mean, by, effectIn(lever, month), width);
      limits.suspend(month, mean);
      if (scenario.counts === "expected") copyInto(referrals, mean);
      else if (volume.counts === "certain") nearest(referrals, mean, width);
      else {
        if (mean.uniform) mean.data.fill(mean.value);
        counts.fill(uniforms, width);
        poisson(mean.data, uniforms, referrals.data, width);
        referrals.uniform = false;
        referrals.count = true;
      }
      limits.apply(month);
    }
    return out;
  };
}

/** The product of all causes of volume that are drawn once a contract. */
function openContractFactor(scenario: Scenario, levers: readonly Lever[], width: number): FigureSampler {
  const { volume } = scenario;
  const parts = Object.entries(volume.factors).map(([name, figure]) =>
    openLevered(figure, `volume.factors.${name}`, levers, width, { low: 0 }),
  );
  if (volume.overDispersion?.scope === "contract") {
    parts.push(openFigure(volume.overDispersion.distribution, "volume.overDispersion", width, { low: 0 }));
  }
  // A response of behaviour changes referrals as a whole, whatever their causes.
  for (const { id, quantity, scale } of levers) {
    if (quantity === "volume.referrals") parts.push(openFigure(scale!, `lever ${id}`, width));
  }
  const chance =
    volume.chanceOfNone &&
    openLevered(volume.chanceOfNone, "volume.chanceOfNone", levers, width, { low: 0, high: 1 });
  const uniforms = new Float64Array(width);
  const part = ownColumn(width);
  return (luck, out) => {
    setUniform(out, 1);
    for (const draw of parts) {
      draw(luck, part);
      multiplyInto(out, part, width);
    }
    if (chance === undefined) return;
    chance(luck, part);
    luckOf(luck, "volume.none").fill(uniforms, width);
    if (out.uniform) out.data.fill(out.value);
    out.uniform = false;
    for (let i = 0; i < width; i++)
      if (uniforms[i]! < (part.uniform ? part.value : part.data[i]!)) out.data[i] = 0;
  };
}

/** Multiplies by 1 + share × (by − 1): a lever that builds up or fades. */
function fadeInto(mean: Column, by: Column, share: number, width: number): void {
  if (share === 0) return;
  if (mean.uniform) mean.data.fill(mean.value);
  mean.uniform = false;
  const { data } = mean;
  for (let i = 0; i < width; i++)
    data[i] = data[i]! * (1 + share * ((by.uniform ? by.value : by.data[i]!) - 1));
}

function copyInto(out: Column, from: Column): void {
  if (from.uniform) setUniform(out, from.value);
  else {
    out.uniform = false;
    out.count = false;
    out.data.set(from.data);
  }
}

function nearest(out: Column, mean: Column, width: number): void {
  if (mean.uniform && mean.value >= 0.5) return setUniform(out, Math.floor(mean.value + 0.5));
  // A column of zeros that is not uniform still asks for luck further on: else a lever that empties a month would
  // shift the draws of the months after it.
  if (mean.uniform) mean.data.fill(mean.value);
  out.uniform = false;
  out.count = true;
  for (let i = 0; i < width; i++) out.data[i] = Math.floor(mean.data[i]! + 0.5);
}
