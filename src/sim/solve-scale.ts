/** A guess of the scale of unit prices, and how far it misses. */
export type Guess = { readonly scale: number; readonly miss: number };

/**
 * Proposes the next scale of unit prices from the guesses so far: the secant through the two nearest to the
 * solution, kept inside the bracket where the miss changes its sign. Undefined where more guesses cannot help.
 */
export function nextScale(guesses: readonly Guess[]): number | undefined {
  const last = guesses[guesses.length - 1];
  if (last === undefined) return 1;
  const below = nearest(guesses, (g) => g.miss < 0);
  const above = nearest(guesses, (g) => g.miss > 0);
  if (guesses.length === 1) return last.scale * (last.miss > 0 ? 0.95 : 1.05);
  if (below !== undefined && above !== undefined) {
    const width = above.scale - below.scale;
    if (Math.abs(width) < 1e-12) return undefined;
    const secant = below.scale + (width * (0 - below.miss)) / (above.miss - below.miss);
    // Every third guess halves the bracket, so that a curve that hugs one side cannot stall the secant.
    return guesses.length % 3 === 2 ? below.scale + width / 2 : secant;
  }
  const [a, b] = [...guesses].sort((x, y) => Math.abs(x.miss) - Math.abs(y.miss)) as [Guess, Guess];
  const slope = (a.miss - b.miss) / (a.scale - b.scale);
  const step = slope === 0 ? (a.miss > 0 ? -0.5 : 0.5) * a.scale : (0 - a.miss) / slope;
  const proposed = Math.min(Math.max(a.scale + 1.2 * step, a.scale / 4), a.scale * 4);
  return proposed < 1e-6 || proposed > 1e4 ? undefined : proposed;
}

function nearest(guesses: readonly Guess[], side: (guess: Guess) => boolean): Guess | undefined {
  return guesses.filter(side).sort((a, b) => Math.abs(a.miss) - Math.abs(b.miss))[0];
}
