import { clopperPearson } from "../sim/risk/clopper-pearson.ts";
import { exponential } from "../sim/special/exponential.ts";
import { logGamma } from "../sim/special/log-gamma.ts";
import { logarithm } from "../sim/special/logarithm.ts";
import { crossing } from "./crossing.ts";
import { type RipeGroup, ripePeople } from "./ripe-people.ts";

/** Above so many outcomes the sums would take long, and the binomial law is near enough. */
const mostSummed = 1500;

/**
 * The exact 95 % interval of a rate from outcomes of people of whom some have not had all of their time.
 *
 * A person of a group has an outcome with chance rate × ripe, so that outcomes are a sum of binomials; the ends are the
 * rates at which so many or more, and so few or fewer, have a chance of 2.5 %. With ripe people only it is Clopper and
 * Pearson's. Groups may stand for several contracts.
 */
export function thinnedInterval(hits: number, groups: readonly RipeGroup[]): { low: number; high: number } {
  const all = groups.reduce((sum, { people }) => sum + people, 0);
  if (groups.every(({ ripe }) => ripe === 1)) return clopperPearson(hits, all);
  if (hits > mostSummed) return clopperPearson(hits, Math.max(hits, ripePeople(groups)));
  const value = Math.min(1, hits / ripePeople(groups));
  const few = (rate: number) => atMost(hits, groups, rate);
  const many = (rate: number) => (hits === 0 ? 1 : 1 - atMost(hits - 1, groups, rate));
  return {
    low: hits === 0 ? 0 : crossing((rate) => many(rate) >= 0.025, value, 0),
    high: few(1) >= 0.025 ? 1 : crossing((rate) => few(rate) >= 0.025, value, 1),
  };
}

/** The chance of so many outcomes or fewer. */
function atMost(hits: number, groups: readonly RipeGroup[], rate: number): number {
  let sums = new Float64Array(hits + 1);
  sums[0] = 1;
  for (const { people, ripe } of groups) {
    const own = binomialChances(people, rate * ripe, hits);
    const next = new Float64Array(hits + 1);
    for (let i = 0; i <= hits; i++) {
      const before = sums[i]!;
      if (before > 0) for (let j = 0; i + j <= hits; j++) next[i + j]! += before * own[j]!;
    }
    sums = next;
  }
  return sums.reduce((sum, chance) => sum + chance, 0);
}

function binomialChances(people: number, chance: number, most: number): Float64Array {
  const chances = new Float64Array(most + 1);
  if (chance <= 0) chances[0] = 1;
  else if (chance >= 1) {
    if (people <= most) chances[people] = 1;
  } else {
    const [yes, no] = [logarithm(chance), logarithm(1 - chance)];
    const ways = logGamma(people + 1);
    for (let k = 0; k <= Math.min(most, people); k++)
      chances[k] = exponential(
        ways - logGamma(k + 1) - logGamma(people - k + 1) + k * yes + (people - k) * no,
      );
  }
  return chances;
}
