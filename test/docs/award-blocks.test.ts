import { expect, it } from "vitest";
import { winnersOf } from "../../src/award/ranking-paradox.ts";
import { readRound } from "../award/read-round.ts";
import { exampleBlocks } from "./example-blocks.ts";

it("the requirement and the offers of the manual make a round", () => {
  const block = (tag: string) => exampleBlocks().find(({ tags }) => tags.includes(tag))!.text;
  const { open, problems } = readRound(block("requirement"), block("offers"));
  expect(problems).toEqual([]);
  const round = open!.judge();
  // £60,000 − £31,000 leaves £29,000, which pays for £28,500.
  expect(winnersOf(round)).toEqual(["first", "second"]);
  expect(round.budgetLeftPence).toBe((60_000 - 31_000 - 28_500) * 100);
  // 60 × 0.8 and 60 × 0.6; 40 × (40,000 − price) ÷ 20,000.
  expect(round.ranking.map(({ total }) => total! / 100)).toEqual([48 + 18, 36 + 23]);
});
