import { type Column, setUniform } from "../engine/column.ts";
import type { Loops } from "../engine/loops.ts";
import { plainLoops } from "../engine/plain-loops.ts";
import { copyInto, multiplyInto, openMonthlyFigure, ownColumn } from "./draw-figure.ts";
import type { Lever } from "./lever.ts";
import { type Luck, luckOf } from "./luck.ts";
import { nativeDrawsOf } from "./native/native-draws.ts";
import { openJointCounts } from "./quasi/joint-counts.ts";
import { monthsTogether } from "./quasi/months-together.ts";
import { openNodeColumns } from "./quasi/node-columns.ts";
import { openPoissonCounts } from "./random/poisson-counts.ts";
import { openReferralLimits } from "./referral-limits.ts";
import type { Scenario } from "./scenario-schema.ts";
import { listed, type Timeline } from "./timeline.ts";
import { openVolumeLevel } from "./volume-level.ts";

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
  loops: Loops = plainLoops,
): (luck: Luck) => VolumeColumns {
  const { volume } = scenario;
  const months = timeline.months.length;
  const columns = () => Array.from({ length: months }, () => ownColumn(width, loops));
  const out: VolumeColumns = {
    referrals: columns(),
    refusedByProvider: columns(),
    beyondPlaces: columns(),
    suspended: columns(),
    ready: columns(),
    placesOpen: columns(),
  };
  const level = openVolumeLevel(scenario, levers, width, loops);
  const overMonths =
    volume.overDispersion?.scope === "month" ? volume.overDispersion.distribution : undefined;
  const monthly = overMonths && openMonthlyFigure(overMonths, "volume.overDispersion", width);
  const extra = ownColumn(width);
  const limits = openReferralLimits(scenario, timeline, width, out);
  const own = ownColumn(width, loops);
  const means = openNodeColumns(width, loops);
  const isDrawn = scenario.counts !== "expected" && volume.counts !== "certain";
  const together = Math.max(1, Math.floor(monthsTogether(scenario, timeline)));
  const jointly = openJointCounts(width, loops);
  const native = nativeDrawsOf(loops);
  const words = loops.words(native === undefined ? 0 : width);
  const uniforms = new Float64Array(native === undefined ? width : 0);

  return (luck) => {
    level.draw(luck);
    const bases: number[] = [];
    const drawExtra = monthly?.(luck);
    const counts = luckOf(luck, "referrals");
    const joins = luck.sampling === "quasi" && isDrawn;
    limits.begin(luck);
    for (const { month, monthOfYear, indicativeReferrals } of timeline.months) {
      const referrals = out.referrals[month - 1]!;
      if (indicativeReferrals === 0) {
        setUniform(referrals, 0);
        limits.runOn(month);
        if (!joins) limits.apply(month);
        continue;
      }
      const place = month - timeline.firstReferralMonth;
      const base =
        indicativeReferrals *
        (volume.ramp ? listed(volume.ramp, place) : 1) *
        (volume.season?.[monthOfYear - 1] ?? 1);
      bases.push(base);
      const causes = level.inMonth(month);
      const mean = joins ? means(month - 1) : own;
      setUniform(mean, base);
      if (causes.uniform) multiplyInto(mean, causes, width);
      else {
        loops.numberColumn.mul(mean.data, base, causes.data, width);
        mean.uniform = false;
        mean.count = false;
      }
      drawExtra?.(extra);
      if (drawExtra !== undefined) multiplyInto(mean, extra, width);
      limits.suspend(month, mean);
      if (joins) continue;
      if (scenario.counts === "expected") copyInto(referrals, mean);
      else if (volume.counts === "certain") nearest(referrals, mean, width);
      else {
        if (mean.uniform) mean.data.fill(mean.value);
        if (native !== undefined) {
          counts.words(words, width);
          native.poissons(mean.data, words, referrals.data, width);
        } else {
          counts.fill(uniforms, width);
          poisson(mean.data, uniforms, referrals.data, width);
        }
        referrals.uniform = false;
        referrals.count = true;
      }
      limits.apply(month);
    }
    if (joins) {
      const drawn = timeline.months.filter(({ indicativeReferrals }) => indicativeReferrals !== 0);
      jointly(
        drawn.map(({ month }) => means(month - 1)),
        counts,
        drawn.map(({ month }) => out.referrals[month - 1]!),
        together,
        // Without these the shares of months are the same in every future.
        level.varies || monthly !== undefined || volume.suspension !== undefined ? undefined : bases,
      );
      for (const { month } of timeline.months) limits.apply(month);
    }
    return out;
  };
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
