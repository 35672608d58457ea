import { expect, it } from "vitest";
import { assessorNoise } from "../../src/award/assessor-noise.ts";
import { readRound } from "./read-round.ts";

const rest = async () => undefined;
const requirement = (more = "") => `id: noise
title: Two offers
commissioner: { name: A district }
published: 2020-01-01
budget: 100
criteria:
  - { id: quality, title: Quality, weight: 100, rule: rated-share }
${more}`;
const offers = (...ratings: readonly [string, number][]) =>
  `offers:\n${ratings
    .map(
      ([id, rating]) =>
        `  - { id: ${id}, bidder: { name: ${id} }, price: 50, quality: { quality: { rating: ${rating} } } }`,
    )
    .join("\n")}\n`;

it("two offers a gap apart change places as often as the sum of two uniforms says", async () => {
  // A leads by d = 1; each rating moves by U(−p, p), p = 2. With s = (uB − uA) triangular on (−2p, 2p):
  // P(s > d) = (2p − d)² ÷ (8p²) = 9 ÷ 32.
  const { open } = readRound(requirement(), offers(["a", 51.5], ["b", 50.5]));
  const draws = 4000;
  const { same, wins } = await assessorNoise(open!, { points: 2, draws, seed: "noise" }, rest);
  const flips = 9 / 32;
  const se = Math.sqrt((flips * (1 - flips)) / draws);
  expect(Math.abs(1 - same.value - flips)).toBeLessThan(4.5 * se);
  expect(wins.get("a")!.value + wins.get("b")!.value).toBeCloseTo(1, 12);
  expect(same.low).toBeLessThan(same.value);
  expect(same.high).toBeGreaterThan(same.value);
});

it("whole points stay whole: half a point moves none of them, and one point moves each with even chances", async () => {
  const { open } = readRound(requirement(), offers(["a", 51], ["b", 50]));
  const half = await assessorNoise(open!, { points: 0.49, draws: 200, seed: "noise" }, rest);
  expect(half.same.value).toBe(1);
  // With ±1: −1, 0, +1 with chances ¼, ½, ¼. B is ahead where it gains 2 on A, and level where it gains 1; then the lot
  // decides, always alike. P(gain 2) = 1/16, P(gain 1) = 2 × ½ × ¼ = ¼.
  const draws = 4000;
  const { wins } = await assessorNoise(open!, { points: 1, draws, seed: "noise" }, rest);
  const chances = [1 / 16, 1 / 16 + 1 / 4];
  const se = Math.sqrt(0.25 / draws);
  const distance = Math.min(...chances.map((chance) => Math.abs(wins.get("b")!.value - chance)));
  expect(distance).toBeLessThan(4.5 * se);
});

it("neither the order of offers nor another offer moves a draw", async () => {
  const of = async (text: string) => {
    const { wins } = await assessorNoise(
      readRound(requirement(), text).open!,
      { points: 3, draws: 300, seed: "x" },
      rest,
    );
    return [wins.get("a"), wins.get("b")];
  };
  const plain = await of(offers(["a", 51.5], ["b", 50.5]));
  expect(await of(offers(["b", 50.5], ["a", 51.5]))).toEqual(plain);
  // One that can never win changes nothing for the others.
  expect(await of(offers(["b", 50.5], ["c", 1], ["a", 51.5]))).toEqual(plain);
});
