import { type Column, setUniform } from "../engine/column.ts";
import { openFigure, ownColumn } from "./draw-figure.ts";
import { type Luck, luckOf } from "./luck.ts";
import type { Scenario } from "./scenario-schema.ts";
import type { Timeline } from "./timeline.ts";
import type { VolumeColumns } from "./volume.ts";

/** What stands between a work coach and a place: suspension, readiness, capacity and places. */
export type ReferralLimits = {
  begin(luck: Luck): void;
  /** Takes suspended months out of the mean of referrals. */
  suspend(month: number, mean: Column): void;
  /** Tells where a suspension runs on in a month without indicative volume, in which none begins. */
  runOn(month: number): void;
  /** Turns away what the provider or the places cannot take, and counts it by reason. */
  apply(month: number): void;
};

/** Prepares the limits of referrals; each is skipped where the scenario does not have it. */
export function openReferralLimits(
  scenario: Scenario,
  timeline: Timeline,
  width: number,
  out: VolumeColumns,
): ReferralLimits {
  const { suspension, readyDelayMonths, capacityPerMonth, places } = scenario.volume;
  const chance =
    suspension &&
    openFigure(suspension.chancePerMonth, "volume.suspension.chance", width, { low: 0, high: 1 });
  const chances = ownColumn(width);
  const delay =
    readyDelayMonths && openFigure(readyDelayMonths, "volume.readyDelayMonths", width, { low: 0 });
  const delays = ownColumn(width);
  const uniforms = new Float64Array(width);
  const suspendedUntil = new Float64Array(width);
  const taken = new Float64Array(width);
  let stream: { fill(out: Float64Array, length: number): void } | undefined;

  const whole = (column: Column, data: Float64Array) => {
    column.uniform = false;
    column.count = scenario.counts === "drawn";
    column.data = data;
  };

  return {
    begin(luck) {
      taken.fill(0);
      suspendedUntil.fill(0);
      for (const column of out.suspended) setUniform(column, 0);
      for (const column of out.refusedByProvider) setUniform(column, 0);
      for (const column of out.beyondPlaces) setUniform(column, 0);
      chance?.(luck, chances);
      stream = suspension && luckOf(luck, "volume.suspension");
      if (delay === undefined) setUniform(delays, 0);
      else delay(luck, delays);
    },
    suspend(month, mean) {
      if (suspension === undefined) return;
      stream!.fill(uniforms, width);
      const flags = out.suspended[month - 1]!;
      if (mean.uniform) mean.data.fill(mean.value);
      mean.uniform = false;
      for (let i = 0; i < width; i++) {
        const running = month <= suspendedUntil[i]!;
        if (!running && uniforms[i]! < (chances.uniform ? chances.value : chances.data[i]!)) {
          suspendedUntil[i] = month + suspension.months - 1;
        }
        const suspended = month <= suspendedUntil[i]!;
        flags.data[i] = suspended ? 1 : 0;
        if (suspended) mean.data[i] = 0;
      }
      flags.uniform = false;
      flags.count = true;
    },
    runOn(month) {
      if (suspension === undefined) return;
      const flags = out.suspended[month - 1]!;
      for (let i = 0; i < width; i++) flags.data[i] = month <= suspendedUntil[i]! ? 1 : 0;
      flags.uniform = false;
      flags.count = true;
    },
    apply(month) {
      const referrals = out.referrals[month - 1]!;
      const ready = out.ready[month - 1]!;
      readyColumn(ready, delays, month, timeline.firstReferralMonth, width);
      const open = out.placesOpen[month - 1]!;
      if (places === undefined) setUniform(open, 0);
      else {
        whole(open, open.data);
        for (let i = 0; i < width; i++) open.data[i] = places - taken[i]!;
      }
      if (referrals.uniform && referrals.value === 0) return;
      const limited =
        !(ready.uniform && ready.value === 1) || capacityPerMonth !== undefined || places !== undefined;
      if (!limited) return;
      if (referrals.uniform) referrals.data.fill(referrals.value);
      const refused = out.refusedByProvider[month - 1]!;
      const beyond = out.beyondPlaces[month - 1]!;
      for (let i = 0; i < width; i++) {
        const made = referrals.data[i]!;
        const isReady = ready.uniform ? ready.value === 1 : ready.data[i] === 1;
        const able = isReady ? Math.min(made, capacityPerMonth ?? Number.POSITIVE_INFINITY) : 0;
        const accepted = places === undefined ? able : Math.min(able, places - taken[i]!);
        refused.data[i] = made - able;
        beyond.data[i] = able - accepted;
        referrals.data[i] = accepted;
        taken[i] = taken[i]! + accepted;
      }
      whole(referrals, referrals.data);
      whole(refused, refused.data);
      whole(beyond, beyond.data);
    },
  };
}

function readyColumn(
  ready: Column,
  delays: Column,
  month: number,
  firstReferralMonth: number,
  width: number,
): void {
  if (delays.uniform) return setUniform(ready, month >= firstReferralMonth + Math.ceil(delays.value) ? 1 : 0);
  for (let i = 0; i < width; i++)
    ready.data[i] = month >= firstReferralMonth + Math.ceil(delays.data[i]!) ? 1 : 0;
  ready.uniform = false;
  ready.count = true;
}
