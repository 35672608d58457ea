import { expect, test } from "vitest";
import { deviation, runModel } from "./run-model.ts";
import { model } from "./terms.ts";

// Model: one Poisson referral a month for 7 months; one post at £12,000 a year in half-post steps; where the
// referrals of three months fall under half of the indicative, half a post goes: a month to decide, a month of notice
// in which 40 % of its cost is saved, then nothing. Closed form: only 0, 1 or more referrals in a month matter, so
// all 3⁷ futures are enumerated. 100,000 paths; 4 standard errors.
const paths = 100_000;
const run = (release: object, seed: string) =>
  runModel(
    model("posts-released", 7, {
      volume: { indicative: 1 },
      costs: {
        posts: { count: 1, costPerYear: 12_000, redeployableShare: 0.4, release: { below: 0.5, ...release } },
      },
    }),
    { paths, seed },
  ).measures.terms!;

const chances = [Math.exp(-1), Math.exp(-1), 1 - 2 * Math.exp(-1)];

/** Cost of staff where `counts` are referred, month by month, and the posts gone before the last month. */
function staff(counts: number[], most: number, decision: number, notice: number) {
  let cost = 7 * 1000;
  let gone = 0;
  let released = 0;
  for (let month = 3; month <= 7; month++) {
    const made = counts[month - 1]! + counts[month - 2]! + counts[month - 3]!;
    if (made >= 1.5 || released === most) continue;
    released += 0.5;
    if (month + decision + notice < 7) gone += 0.5;
    for (let later = month + decision + 1; later <= 7; later++) {
      cost -= 500 * (later <= month + decision + notice ? 0.4 : 1);
    }
  }
  return { cost, gone };
}

function exact(most: number, decision: number, notice: number) {
  let [mean, second, posts] = [0, 0, 0];
  for (let future = 0; future < 3 ** 7; future++) {
    const counts = Array.from({ length: 7 }, (_, m) => Math.floor(future / 3 ** m) % 3);
    const p = counts.reduce((product, count) => product * chances[count]!, 1);
    const { cost, gone } = staff(counts, most, decision, notice);
    posts += p * gone;
    mean += p * cost;
    second += p * cost ** 2;
  }
  return { mean, sd: Math.sqrt(second - mean ** 2), posts };
}

test.each([
  { most: 0.5, decisionMonths: 1, noticeMonths: 1 },
  { most: 1, decisionMonths: 1, noticeMonths: 1 },
  { most: 1, decisionMonths: 0, noticeMonths: 2 },
])("staff cost is that of all futures enumerated, with $most posts released at most", (release) => {
  const { meanMargin, sdMargin, meanPostsLost } = run(release, `posts-released ${JSON.stringify(release)}`);
  const { mean, sd, posts } = exact(release.most, release.decisionMonths, release.noticeMonths);
  expect(deviation(meanMargin, -mean)).toBeLessThan(4);
  expect(deviation(sdMargin, sd)).toBeLessThan(4);
  expect(deviation(meanPostsLost, posts)).toBeLessThan(4);
});
