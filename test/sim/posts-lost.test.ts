import { expect, test } from "vitest";
import { openPostsLost } from "../../src/sim/posts-lost.ts";
import { checkModel } from "../models/run-model.ts";
import { model } from "../models/terms.ts";

test("an early end costs every post that is filled then, and none before or after", () => {
  const { scenario, timeline } = checkModel(
    model("posts-lost", 8, {
      volume: { indicative: 1 },
      costs: { posts: { count: 2.5, costPerYear: 12_000, firstMonth: 3, lastMonth: 6 } },
    }),
  );
  const lost = openPostsLost(scenario, timeline);
  const byEnd = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((endMonth) => lost(endMonth, 0.5));
  expect(byEnd).toEqual([0.5, 0.5, 0.5, 2.5, 2.5, 2.5, 0.5, 0.5, 0.5]);
});
