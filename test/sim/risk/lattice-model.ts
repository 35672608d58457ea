export type State = { people: number; luck: number; jobs: number; weight: number };

export const MEAN = 6;

export function latticeStates(): State[] {
  const states: State[] = [];
  let chance = Math.exp(-MEAN);
  for (let people = 0; people < 60; people++) {
    for (const [luck, ofLuck] of [
      [0, 0.8],
      [1, 0.2],
    ] as const) {
      states.push({ people, luck, jobs: people, weight: chance * ofLuck * 0.4 });
      states.push({ people, luck, jobs: 0, weight: chance * ofLuck * 0.6 });
    }
    chance *= MEAN / (people + 1);
  }
  return states;
}

// The rare fee stays out of the bill: a mean that rests on two or three paths of a thousand has no honest interval.
export function billA({ people, luck }: State): number {
  return 10_000 * people + 3000 * luck;
}
export function billB({ people, luck }: State): number {
  return 30_000 + 6000 * people - 5000 * luck;
}
export function feeA({ people }: State): number {
  return people === 0 ? 20_000 : 0;
}
export function marginA(state: State): number {
  return billA(state) - 45_000;
}
export function marginB(state: State): number {
  return billB(state) - 50_000;
}

/** Losses in pounds with their probability, smallest first. */
function exactLosses(states: State[], margin: (state: State) => number): { loss: number; weight: number }[] {
  return states
    .map((state) => ({ loss: 0 - margin(state) / 100, weight: state.weight }))
    .sort((one, other) => one.loss - other.loss);
}

export function exactQuantile(states: State[], margin: (state: State) => number, level = 0.95): number {
  let below = 0;
  for (const { loss, weight } of exactLosses(states, margin)) {
    below += weight;
    if (below >= level) return loss;
  }
  throw new Error("weights do not sum to 1");
}

export function exactShortfall(states: State[], margin: (state: State) => number): number {
  const atRisk = exactQuantile(states, margin);
  const excess = exactLosses(states, margin).reduce(
    (sum, { loss, weight }) => sum + weight * Math.max(0, loss - atRisk),
    0,
  );
  return atRisk + excess / 0.05;
}
