import type { Law } from "./exact.ts";

const MONTHS = 24;
const MEAN = 0.7;
const SHAPE = 4;
const forecast = (m: number) => 40 * Math.min(1, m / 4);

export type Endings = {
  /** P(end after month m); 0 stands for a contract that runs to its last month. */
  readonly endsAfter: Law;
  readonly referrals: number;
  readonly monthsRun: number;
};

/** How the standard workload ends: a Markov chain for each volume factor, over the gamma law by Simpson's rule. */
export function endings(): Endings {
  // Beyond 1.5 times the forecast no chain falls under half of it (chance under 1e-12), so what is left runs on.
  const most = 1.5;
  const steps = 300;
  const endsAfter = new Float64Array(MONTHS + 1);
  const lost = { referrals: 0, months: 0 };
  for (let k = 1; k <= steps; k++) {
    const factor = (most * k) / steps;
    const weight = ((k === steps ? 1 : k % 2 === 1 ? 4 : 2) * most) / steps / 3;
    const chain = endsOf(factor);
    for (let m = 1; m <= MONTHS; m++) {
      const chance = weight * density(factor) * chain[m]!;
      endsAfter[m]! += chance;
      lost.months += chance * (MONTHS - m);
      for (let later = m + 1; later <= MONTHS; later++) lost.referrals += chance * factor * forecast(later);
    }
  }
  const ended = endsAfter.reduce((a, b) => a + b);
  const law = new Map<number, number>([[0, 1 - ended]]);
  for (let m = 1; m <= MONTHS; m++) if (endsAfter[m]! > 0) law.set(m, endsAfter[m]!);
  return { endsAfter: law, referrals: 900 * MEAN - lost.referrals, monthsRun: MONTHS - lost.months };
}

function density(x: number): number {
  const rate = SHAPE / MEAN;
  return (rate ** SHAPE * x ** (SHAPE - 1) * Math.exp(-rate * x)) / 6;
}

/** P(end after month m), given the volume factor. */
function endsOf(factor: number): Float64Array {
  const ends = new Float64Array(MONTHS + 1);
  // From half the whole forecast on a contract is never below again.
  const safe = 450;
  let states = [new Float64Array(safe), new Float64Array(safe), new Float64Array(safe)];
  states[0]![0] = 1;
  let toDate = 0;
  for (let m = 1; m <= MONTHS; m++) {
    toDate += forecast(m);
    const next = [new Float64Array(safe), new Float64Array(safe), new Float64Array(safe)];
    const step = poissonStep(factor * forecast(m));
    for (const [running, chances] of states.entries()) {
      for (let referrals = 0; referrals < safe; referrals++) {
        const chance = chances[referrals]!;
        if (chance < 1e-18) continue;
        for (let more = 0; more < step.length && referrals + more < safe; more++) {
          const total = referrals + more;
          const below = m >= 6 && total < toDate / 2 ? running + 1 : 0;
          const p = chance * step[more]!;
          if (below === 3) ends[m]! += p;
          else next[below]![total]! += p;
        }
      }
    }
    states = next;
  }
  return ends;
}

function poissonStep(mean: number): Float64Array {
  const chances: number[] = [Math.exp(-mean)];
  for (let k = 1; k < 20 || chances[k - 1]! > 1e-17 || k < mean; k++)
    chances.push((chances[k - 1]! * mean) / k);
  return Float64Array.from(chances);
}

/**
 * The margin of `none` where nothing ends, in pounds: starts are negative binomial (shape 4, mean 472.5), each worth
 * £150 (0.7), £1,350 with a job (0.12) or £2,950 with a sustained one (0.18), less £348,000. Panjer's recursion.
 */
export function resultWithoutEnd(): Law {
  const unit = 50;
  const worth = [
    { units: 150 / unit, chance: 0.7 },
    { units: 1350 / unit, chance: 0.12 },
    { units: 2950 / unit, chance: 0.18 },
  ];
  const odds = (900 * MEAN * 0.75) / SHAPE;
  const a = odds / (1 + odds);
  const b = (SHAPE - 1) * a;
  const sum = new Float64Array(80_000);
  sum[0] = (1 + odds) ** -SHAPE;
  for (let s = 1; s < sum.length; s++) {
    for (const { units, chance } of worth)
      if (units <= s) sum[s]! += (a + (b * units) / s) * chance * sum[s - units]!;
  }
  return new Map(
    [...sum].map((chance, s): [number, number] => [s * unit - 348_000, chance]).filter(([, p]) => p > 0),
  );
}
