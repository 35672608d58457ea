import alea from "seedrandom/lib/alea.js";
import { expect, test } from "vitest";
import { blockWidth } from "../../../src/sim/block-width.ts";
import { openStream } from "../../../src/sim/random/stream.ts";

test("every value is alea's own, bit for bit, over many keys", () => {
  const out = new Float64Array(257);
  for (let key = 0; key < 500; key++) {
    const seed = `seed ${key % 13} é漢`;
    const purpose = ["referrals", "starts", ""][key % 3] as string;
    const theirs = alea(`${seed}|${purpose}|${key}`, { state: true });
    openStream(seed, purpose, key).fill(out, out.length);
    for (const value of out) if (!Object.is(value, theirs())) expect.fail(`key ${key} differs`);
  }
});

test("the numbers of a block do not depend on the pieces they are read in", () => {
  const whole = new Float64Array(blockWidth);
  openStream("s", "p", 3).fill(whole, blockWidth);
  const stream = openStream("s", "p", 3);
  const pieces: number[] = [];
  for (const length of [1, 0, 7, 500, 4]) {
    const part = new Float64Array(blockWidth);
    stream.fill(part, length);
    pieces.push(...part.subarray(0, length));
  }
  expect(pieces).toEqual(Array.from(whole));
});

test("blocks read together have the numbers that each has alone, call by call", () => {
  const together = openStream("s", "p", 3);
  const alone = [3, 4, 5].map((block) => openStream("s", "p", block));
  for (let call = 0; call < 3; call++) {
    const numbers = new Float64Array(3 * blockWidth);
    together.fill(numbers, numbers.length);
    const expected = alone.flatMap((stream) => {
      const own = new Float64Array(blockWidth);
      stream.fill(own, blockWidth);
      return [...own];
    });
    expect([...numbers]).toEqual(expected);
  }
});

test("values are multiples of 2^-32 from 0 up to but not including 1", () => {
  const out = new Float64Array(20_000);
  openStream("s", "p", 0).fill(out, out.length);
  for (const value of out) {
    if (!(value >= 0 && value < 1 && Number.isInteger(value * 2 ** 32))) expect.fail(String(value));
  }
});

test("another seed, purpose or block gives another sequence", () => {
  const first = (seed: string, purpose: string, block: number) => {
    const out = new Float64Array(4);
    openStream(seed, purpose, block).fill(out, 4);
    return out.join();
  };
  const all = [first("a", "b", 0), first("a", "b", 1), first("a", "c", 0), first("d", "b", 0)];
  expect(new Set(all).size).toBe(4);
});
