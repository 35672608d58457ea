import { exponential } from "../sim/special/exponential.ts";
import type { Calibration } from "./calibrate.ts";
import type { FragmentFigure } from "./fragment.ts";
import { logVariance, type RatioLaw, ratioLaw, widestLogSpread } from "./ratio-law.ts";
import { rounded } from "./rounded.ts";

/** The ratio of referrals as a figure of a scenario, with what it is from. */
export function ratioFigure(calibration: Calibration, span: string): FragmentFigure {
  const { volume, contracts, months, ramp } = calibration;
  const { ratio, ratioError, spread } = volume;
  const value = ratioLaw(calibration);
  const what = `Actual over indicative referrals${ramp?.found ? " once the ramp is over" : ""}, ${rounded(ratio.value)} (95 % interval ${rounded(ratio.low)} to ${rounded(ratio.high)}), from ${months} months`;
  const why =
    contracts === 1
      ? "the spread is only how far this contract's own ratio is not known"
      : `the spread is how contracts differ (${rounded(spread?.value ?? 0)}) and how far the ratio is not known (${rounded(ratioError)})`;
  const cut =
    logVariance(volume) > widestLogSpread * widestLogSpread
      ? `, cut to the widest that is drawn, ${widestLogSpread}`
      : "";
  return { value, derived: `${what}; ${why}${cut}${meanWords(value)}: ${span}` };
}

/** A median that is drawn has a mean above it, as some contracts get far more than the typical one. */
function meanWords(law: RatioLaw): string {
  if (!("lognormal" in law) || !("median" in law.lognormal)) return "";
  const { median, sdlog } = law.lognormal;
  return `; half of contracts get more than ${median}, and some far more, so that the mean drawn is ${rounded(median * exponential((sdlog * sdlog) / 2))}`;
}
