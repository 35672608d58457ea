import { expect, it } from "vitest";
import { scrambledReversed } from "../../../src/sim/quasi/scramble.ts";
import { writeSobol } from "../../../src/sim/quasi/scrambled-points.ts";
import { writeStrata } from "../../../src/sim/quasi/strata.ts";
import { openStream } from "../../../src/sim/random/stream.ts";
import { ALPHA, chiSquaredChance } from "../random/chi-squared.ts";

function words(seed: string, block: number, dimension: number): Uint32Array {
  const out = new Uint32Array(512);
  writeSobol(seed, block, dimension, out);
  return out;
}
const strata = (of: Uint32Array) => new Set(Array.from(of, (word) => word >>> 23)).size;

it("a scrambling keeps every stratum filled, and moves a bit only with those below it", () => {
  for (const dimension of [0, 1, 7, 63, 500, 1023])
    for (const block of [0, 3, 16, 35]) expect(strata(words("seed", block, dimension))).toBe(512);
  // In the opposite order a higher bit never moves a lower one.
  for (let bit = 1; bit < 32; bit++) {
    const below = 2 ** bit - 1;
    const [a, b] = [12345 & below, (12345 & below) | (1 << bit)].map((w) =>
      scrambledReversed(w, 987654321, 55555),
    );
    expect((a! ^ b!) & below).toBe(0);
    expect(a).not.toBe(b);
  }
});

it("consecutive blocks of one scrambling are further points of one net: 1,024 strata are filled by two", () => {
  const both = [...words("seed", 4, 9), ...words("seed", 20, 9)];
  expect(new Set(both.map((word) => word >>> 22)).size).toBe(1024);
});

it("scramblings differ by seed, replicate and dimension, and over seeds each point is uniform", () => {
  const first = words("a", 0, 3).join();
  expect(words("b", 0, 3).join()).not.toBe(first);
  expect(words("a", 1, 3).join()).not.toBe(first);
  expect(words("a", 0, 4).join()).not.toBe(first);
  const counts = new Array<number>(64).fill(0);
  const pairs = new Array<number>(64).fill(0);
  const seeds = 300;
  for (let s = 0; s < seeds; s++)
    for (let replicate = 0; replicate < 16; replicate++) {
      const one = words(`uniform ${s}`, replicate, 2);
      const other = words(`uniform ${s}`, replicate, 11);
      counts[one[5]! >>> 26]! += 1;
      // Two dimensions at one point, and two bits far down: independent of each other.
      pairs[((one[77]! >>> 29) << 3) | (other[77]! >>> 29)]! += 1;
    }
  const expected = new Array<number>(64).fill((seeds * 16) / 64);
  expect(chiSquaredChance(counts, expected)).toBeGreaterThan(ALPHA);
  expect(chiSquaredChance(pairs, expected)).toBeGreaterThan(ALPHA);
});

it("strata of a random stream are each filled once, in another order for every call", () => {
  const stream = openStream("strata", "purpose", 0);
  const [a, b] = [new Uint32Array(512), new Uint32Array(512)];
  writeStrata(stream, a);
  writeStrata(stream, b);
  expect([strata(a), strata(b)]).toEqual([512, 512]);
  expect(a.join()).not.toBe(b.join());
  // Where the first stratum ends up is uniform.
  const counts = new Array<number>(16).fill(0);
  for (let call = 0; call < 3200; call++) {
    writeStrata(stream, a);
    counts[Math.floor(a.findIndex((word) => word >>> 23 === 0) / 32)]! += 1;
  }
  expect(chiSquaredChance(counts, new Array<number>(16).fill(200))).toBeGreaterThan(ALPHA);
});
