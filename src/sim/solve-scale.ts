/** A guess of the scale of unit prices, and how far it misses; a higher scale misses by no less, as a rule. */
export type Guess = { readonly scale: number; readonly miss: number };

/**
 * Proposes the next scale of unit prices from the guesses so far: the secant through the two nearest to the
 * solution, kept inside the bracket where the miss changes its sign. Undefined where more guesses cannot help.
 * The first `given` of the guesses were not proposed here.
 */
export function nextScale(guesses: readonly Guess[], given = 0): number | undefined {
  const last = guesses[guesses.length - 1];
  if (last === undefined) return 1;
  // Where the miss is flat, many guesses miss alike: the bracket is between the innermost.
  const below = nearest(guesses, (g) => g.miss < 0, "greatest");
  const above = nearest(guesses, (g) => g.miss > 0, "least");
  if (guesses.length === 1) return last.scale * (last.miss > 0 ? 0.95 : 1.05);
  if (below !== undefined && above !== undefined) {
    const width = above.scale - below.scale;
    if (Math.abs(width) < 1e-12) return undefined;
    const secant = below.scale + (width * (0 - below.miss)) / (above.miss - below.miss);
    // Every third guess halves the bracket, so that a curve that hugs one side cannot stall the secant.
    return (guesses.length - given) % 3 === 2 ? below.scale + width / 2 : secant;
  }
  const [a, b] = [...guesses].sort((x, y) => Math.abs(x.miss) - Math.abs(y.miss)) as [Guess, Guess];
  const slope = (a.miss - b.miss) / (a.scale - b.scale);
  // Where the miss is flat, a secant leads nowhere: on from the farthest guess, in steps that double.
  const outside = fromOutside(guesses, a.miss);
  const from = slope === 0 ? outside[0]! : a.scale;
  const step = slope === 0 ? 2 * (outside[0]! - outside[1]!) : (1.2 * (0 - a.miss)) / slope;
  const proposed = Math.min(Math.max(from + step, from / 4), from * 4);
  return proposed < 1e-6 || proposed > 1e4 ? undefined : proposed;
}

/** Scales from the one farthest out, on the side where the solution must lie, inwards. */
function fromOutside(guesses: readonly Guess[], miss: number): readonly number[] {
  return guesses.map((g) => g.scale).sort((x, y) => (miss > 0 ? x - y : y - x));
}

function nearest(
  guesses: readonly Guess[],
  side: (guess: Guess) => boolean,
  ofEqual: "greatest" | "least",
): Guess | undefined {
  const sign = ofEqual === "greatest" ? -1 : 1;
  return guesses
    .filter(side)
    .sort((a, b) => Math.abs(a.miss) - Math.abs(b.miss) || sign * (a.scale - b.scale))[0];
}
