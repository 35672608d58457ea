import { expect, it } from "vitest";
import { openNativeLoops } from "../../../src/engine/native/native-loops.ts";
import { nativeDrawsOf } from "../../../src/sim/native/native-draws.ts";
import { openBinomialCounts } from "../../../src/sim/random/binomial-counts.ts";
import { binomialCountsVaryingRate } from "../../../src/sim/random/binomial-counts-varying-rate.ts";
import { openPoissonCounts } from "../../../src/sim/random/poisson-counts.ts";
import { openStream } from "../../../src/sim/random/stream.ts";
import { uniforms } from "../random/uniforms.ts";

const loops = openNativeLoops()!;
const draws = nativeDrawsOf(loops)!;
const length = 50_000;
const edges = [0, 1, 2, 2 ** 24, 2 ** 31, 2 ** 32 - 2, 2 ** 32 - 1];

/** The same luck as words in native memory and as fractions, with the words at which tables turn. */
function luck(purpose: string): { words: Uint32Array; fractions: Float64Array } {
  const words = loops.words(length);
  openStream("native draws", purpose, 0).words(words, length);
  for (const [i, word] of edges.entries()) words[i * 7] = word;
  return { words, fractions: Float64Array.from(words, (word) => word / 2 ** 32) };
}

function native(values: Float64Array): Float64Array {
  const own = loops.numbers(values.length);
  own.set(values);
  return own;
}

it("Poisson counts are those of the plain sampler: small, large and hopeless means", () => {
  const { words, fractions } = luck("poisson");
  const means = uniforms("native poisson means", length).map((v, i) =>
    i % 50 === 0 ? [0, 511.99, 512, 700, 1e5, 0.125, 3][(i / 50) % 7]! : [120, 8, 0.5][i % 3]! * v,
  );
  const out = loops.numbers(length);
  draws.poissons(native(means), [words], [out], length);
  const witness = new Float64Array(length);
  openPoissonCounts()(means, fractions, witness, length);
  expect([...out]).toEqual([...witness]);
});

it.each([1e-9, 0.03, 0.3, 0.5, 0.75, 1 - 1e-9])(
  "binomial counts at rate %d are those of the plain sampler",
  (p) => {
    const { words, fractions } = luck(`binomial ${p}`);
    const trials = uniforms("native trials", length).map((v, i) =>
      Math.floor(i % 100 === 0 ? 900 * v : 90 * v),
    );
    const out = native(trials);
    // In place, as outcomes may be.
    draws.binomials(p, out, words, out, length);
    const witness = new Float64Array(length);
    openBinomialCounts(p)(trials, fractions, witness, length);
    expect([...out]).toEqual([...witness]);
  },
);

it("binomial counts at a rate for each path are those of the plain sampler", () => {
  const { words, fractions } = luck("varying");
  const trials = uniforms("varying trials", length).map((v, i) =>
    Math.floor(i % 40 === 0 ? 500 * v : 70 * v),
  );
  const rates = uniforms("varying rates", length).map((v, i) => (i % 97 === 0 ? [0, 1, 0.5][i % 3]! : v));
  const out = loops.numbers(length);
  draws.binomialsVaryingRate(native(trials), native(rates), words, out, length);
  const witness = new Float64Array(length);
  binomialCountsVaryingRate(trials, rates, fractions, witness, length);
  expect([...out]).toEqual([...witness]);
});

it("refuses arrays that are not in native memory", () => {
  const out = loops.numbers(16);
  const words = loops.words(16);
  expect(() => draws.poissons(new Float64Array(16), [words], [out], 16)).toThrow("not in native memory");
  expect(() => draws.binomials(0.5, out, new Uint32Array(16), out, 16)).toThrow("not in native memory");
});
