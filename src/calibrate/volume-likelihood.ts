import { exponential } from "../sim/special/exponential.ts";
import { logarithm } from "../sim/special/logarithm.ts";
import { type SpreadLaw, spreadDensity } from "./contract-spread.ts";
import { type Curve, type MonthCounts, openMonthLikelihood } from "./month-counts.ts";

/** Spreads under this are taken as none: all contracts have one ratio. */
export const leastSpread = 1e-3;

// The trapezium rule on a bell: at steps of one standard deviation its error is 5e-9 of the sum.
const step = 1;
const reach = 6;

/**
 * Opens the log-likelihood of several contracts in the logarithm of their typical ratio, and its derivatives.
 *
 * Each contract has a ratio of its own, drawn from the law of the spread and integrated out.
 */
export function openVolumeLikelihood(
  contracts: readonly MonthCounts[],
  law: SpreadLaw,
  spread: number,
  monthlyVariance: number,
): (logRatio: number) => Curve {
  const months = contracts.map((contract) => openMonthLikelihood(contract, monthlyVariance));
  const isPlain = law === "none" || spread < leastSpread;
  const density = isPlain ? undefined : spreadDensity(law, spread);
  const modes = contracts.map(() => 0);
  return (logRatio) => {
    let [value, slope, bend] = [0, 0, 0];
    for (const [c, likelihood] of months.entries()) {
      const part =
        density === undefined
          ? likelihood(logRatio, exponential(logRatio))
          : integrated(likelihood, density, logRatio, modes, c);
      value += part.value;
      slope += part.slope;
      bend += part.bend;
    }
    return { value, slope, bend };
  };
}

type Density = (offset: number) => Curve;
type Likelihood = (logRatio: number, ratio: number) => Curve;

function integrated(
  likelihood: Likelihood,
  density: Density,
  centre: number,
  modes: number[],
  c: number,
): Curve {
  const at = (offset: number) => ({
    months: likelihood(centre + offset, exponential(centre + offset)),
    own: density(offset),
  });
  let mode = modes[c]!;
  let there = at(mode);
  for (let i = 0; i < 60; i++) {
    const move = (there.months.slope + there.own.slope) / -(there.months.bend + there.own.bend);
    const bounded = Math.max(-1, Math.min(1, move));
    mode += bounded;
    there = at(mode);
    // The next step would be its square.
    if (bounded < 1e-3 && bounded > -1e-3) break;
  }
  modes[c] = mode;
  const width = 1 / Math.sqrt(-(there.months.bend + there.own.bend));
  const top = there.months.value + there.own.value;
  let [sum, slopes, squares, bends] = [0, 0, 0, 0];
  for (let i = -reach; i <= reach; i++) {
    const { months, own } = i === 0 ? there : at(mode + i * step * width);
    const weight = exponential(months.value + own.value - top);
    sum += weight;
    slopes += weight * months.slope;
    squares += weight * months.slope * months.slope;
    bends += weight * months.bend;
  }
  const slope = slopes / sum;
  return {
    value: top + logarithm(sum * step * width),
    slope,
    // Source: T. A. Louis, JRSS B 44 (1982) 226-233, for the second derivative of what is integrated.
    bend: bends / sum + squares / sum - slope * slope,
  };
}
