import { type Column, setUniform } from "../engine/column.ts";
import type { Loops } from "../engine/loops.ts";
import { plainLoops } from "../engine/plain-loops.ts";
import { copyInto, multiplyInto, openMonthlyFigure, ownColumn } from "./draw-figure.ts";
import type { Lever } from "./lever.ts";
import { type Luck, luckOf } from "./luck.ts";
import { openJointCounts } from "./quasi/joint-counts.ts";
import { monthsTogether } from "./quasi/months-together.ts";
import { openNodeColumns } from "./quasi/node-columns.ts";
import { openReferralCounts } from "./referral-counts.ts";
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
  const counts = openReferralCounts(months, width, loops);
  const changesByMonth = level.varies || monthly !== undefined || volume.suspension !== undefined;
  const isDrawn = scenario.counts !== "expected" && volume.counts !== "certain";
  const together = Math.max(1, Math.floor(monthsTogether(scenario, timeline)));
  const jointly = openJointCounts(width, loops);

  return (luck) => {
    level.draw(luck);
    const bases: number[] = [];
    const drawExtra = monthly?.(luck);
    const joins = luck.sampling === "quasi" && isDrawn;
    if (!joins) counts.begin(luck);
    limits.begin(luck);
    /** The indicative volume of the months whose counts are still to be drawn: all at one mean. */
    let drawnAt = Number.NaN;
    let waiting: number[] = [];
    const draw = () => {
      if (waiting.length === 0) return;
      counts.draw(
        own,
        waiting.map((month) => out.referrals[month - 1]!),
      );
      for (const month of waiting) limits.apply(month);
      waiting = [];
    };
    for (const { month, monthOfYear, indicativeReferrals } of timeline.months) {
      const referrals = out.referrals[month - 1]!;
      if (indicativeReferrals === 0) {
        draw();
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
      if (joins) {
        bases.push(base);
        meanIn(means(month - 1), month, base, drawExtra);
        continue;
      }
      if (changesByMonth || base !== drawnAt) {
        draw();
        drawnAt = base;
        meanIn(own, month, base, drawExtra);
      }
      if (isDrawn) {
        waiting.push(month);
        continue;
      }
      if (scenario.counts === "expected") copyInto(referrals, own);
      else nearest(referrals, own, width);
      limits.apply(month);
    }
    draw();
    if (joins) {
      const drawn = timeline.months.filter(({ indicativeReferrals }) => indicativeReferrals !== 0);
      jointly(
        drawn.map(({ month }) => means(month - 1)),
        luckOf(luck, "referrals"),
        drawn.map(({ month }) => out.referrals[month - 1]!),
        together,
        // Without these the shares of months are the same in every future.
        changesByMonth ? undefined : bases,
      );
      for (const { month } of timeline.months) limits.apply(month);
    }
    return out;
  };

  function meanIn(
    mean: Column,
    month: number,
    base: number,
    drawExtra: ((extra: Column) => void) | undefined,
  ): void {
    const causes = level.inMonth(month);
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
