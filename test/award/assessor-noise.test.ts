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

/** P(B wins) where A leads by a point and each moves by one with chance `move`, up or down alike; a lot at a tie. */
const flipped = (move: number) => {
  const up = move / 2;
  return up * up + (2 * up * (1 - move)) / 2;
};

it.each([0.5, 1])(
  "whole points stay whole: %s off moves one point, rounded up or down by chance",
  async (points) => {
    // The size of what is drawn is uniform on (0, points), so a rating moves with chance points ÷ 2.
    const { open } = readRound(requirement(), offers(["a", 51], ["b", 50]));
    const draws = 4000;
    const { wins } = await assessorNoise(open!, { points, draws, seed: "noise" }, rest);
    const se = Math.sqrt(0.25 / draws);
    expect(flipped(points / 2)).toBeGreaterThan(0.1);
    expect(Math.abs(wins.get("b")!.value - flipped(points / 2))).toBeLessThan(4.5 * se);
  },
);

it("a dead heat that a lot decided does not look firm", async () => {
  const { open } = readRound(requirement(), offers(["a", 50], ["b", 50]));
  const draws = 2000;
  const { same } = await assessorNoise(open!, { points: 0.001, draws, seed: "noise" }, rest);
  expect(Math.abs(same.value - 0.5)).toBeLessThan(4.5 * Math.sqrt(0.25 / draws));
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
