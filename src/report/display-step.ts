import type { Unit } from "../sim/risk/estimate.ts";

/**
 * The least difference that is ever shown, by unit; money above £100 is shown without pence, and hundreds of millions to a
 * tenth of one.
 */
function finestStep(unit: Unit, size: number): number {
  switch (unit) {
    case "pounds":
      return size >= 100_000_000 ? 100_000 : size >= 1_000_000 ? 1_000 : size >= 100 ? 1 : 0.01;
    case "probability":
    case "share":
      return 0.0001;
    case "month":
      return 1;
    default:
      return size >= 10 ? 0.1 : 0.01;
  }
}

/** The coarsest step at which a number that is known exactly is still shown. */
function plainStep(unit: Unit, size: number): number {
  switch (unit) {
    case "probability":
    case "share":
      return 0.001;
    case "pounds":
    case "month":
      return finestStep(unit, size);
    default:
      return 0.1;
  }
}

/**
 * The power of ten to which an estimate is rounded: at most half the reach of its interval, so that no digit is shown
 * which chance could have changed. `size` is the largest number shown beside it, in the same unit.
 *
 * @example displayStep("pounds", 12_345, 210) === 100
 */
export function displayStep(unit: Unit, size: number, reach: number | null): number {
  const finest = finestStep(unit, size);
  // An interval this short is the rounding of sums.
  if (reach === null || reach <= 1e-12 * Math.max(1, size)) return plainStep(unit, size);
  return coinStep(unit, Math.max(finest, powerOfTen(Math.floor(Math.log10(reach / 2) + 1e-9))));
}

/** Ten times finer, down to the finest step that is ever shown. */
export function finerStep(unit: Unit, size: number, step: number): number {
  return coinStep(unit, Math.max(finestStep(unit, size), powerOfTen(Math.round(Math.log10(step)) - 1)));
}

/** Money has whole pounds or pence, and nothing between: £0.40 and never £0.4. */
function coinStep(unit: Unit, step: number): number {
  return unit === "pounds" && step < 1 ? 0.01 : step;
}

/** A power of ten without the error of repeated division: 0.001 and not 0.0010000000000000002. */
function powerOfTen(power: number): number {
  return Number(`1e${power}`);
}
