import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";

it("npm run bench:award judges a round of many offers and says how long each part took", () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["bench/award.mjs", "--offers", "2000", "--json"],
    {
      encoding: "utf8",
    },
  );
  expect([status, stderr]).toEqual([0, ""]);
  const { offers, times, award } = JSON.parse(stdout) as {
    offers: number;
    times: Record<string, number>;
    award: number;
  };
  expect(offers).toBe(2000);
  const each = Object.values(times);
  expect(each.length).toBe(5);
  expect(award).toBeCloseTo(
    each.slice(0, 4).reduce((sum, ms) => sum + ms, 0),
    6,
  );
  // About ten times what it takes on a quiet machine of two cores.
  expect(award).toBeLessThan(8000);
  expect(each[4]).toBeLessThan(8000);
});
