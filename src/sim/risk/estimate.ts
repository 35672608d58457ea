/** What a number counts. Money is in pounds, with pence behind the point and not rounded. */
export type Unit =
  | "pounds"
  | "probability"
  | "share"
  | "people"
  | "people a month"
  | "posts"
  | "contracts"
  | "month";

/**
 * An estimate with its standard error and 95 % interval, all in `unit`.
 * All four are null where the quantity does not exist; only the value is known from a single path. One end alone, and
 * the standard error with it, is null where there are too few paths to bound a quantile on that side.
 */
export type Estimate = {
  readonly value: number | null;
  readonly se: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: Unit;
};

/** A 95 % interval, its ends infinite where nothing bounds them, and its standard error, in the unit of its value. */
export type Spread = { readonly se: number; readonly low: number; readonly high: number };

/** Says that the quantity does not exist: a ratio with nothing below, a limit that was never given. */
export function noEstimate(unit: Unit): Estimate {
  return { value: null, se: null, low: null, high: null, unit };
}

/** Says a number that is known without error, in `unit`. */
export function exactly(value: number, unit: Unit): Estimate {
  return { value, se: 0, low: value, high: value, unit };
}

/**
 * Says a value with its spread, both counted in parts of `unit`: `scale` parts make one.
 * The interval is stretched to hold the value, which an adjusted centre can leave just outside, and kept within
 * `least` and `most` (in parts), which the quantity cannot pass. A null spread says that nothing is known of the error.
 */
export function estimated(
  value: number,
  spread: Spread | null,
  unit: Unit,
  { scale = 1, least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = {},
): Estimate {
  const said = value / scale;
  if (spread === null) return { value: said, se: null, low: null, high: null, unit };
  const low = known(Math.min(Math.max(spread.low, least), value) / scale);
  const high = known(Math.max(Math.min(spread.high, most), value) / scale);
  return { value: said, se: known(spread.se / scale), low, high, unit };
}

function known(number: number): number | null {
  return Number.isFinite(number) ? number : null;
}
