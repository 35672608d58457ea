import { expect, test } from "vitest";
import { figureWords } from "../../src/report/figure-words.ts";
import { type JudgedFigure, type JudgedRanking, rankedFigures } from "../../src/report/judged-figures.ts";
import { judgedLines } from "../../src/report/judged-lines.ts";
import type { Estimate } from "../../src/sim/risk/estimate.ts";
import { scenarioFigures } from "../../src/sim/scenario-figures.ts";
import { madeScenario } from "./made-comparison.ts";

const judgement = "we think so";
const checked = madeScenario(["Any"], {
  volume: { indicative: { value: 5, judgement }, factors: { awareness: { value: 1, judgement } } },
  delivery: { startRate: { value: 0.75, source: "A document" } },
  costs: {
    perMonth: 100,
    fixedShare: { value: { pert: { min: 0.6, mode: 0.75, max: 0.9 } }, central: 0.75, judgement },
  },
  levers: [
    {
      id: "training",
      title: "Training",
      quantity: "volume.factors.awareness",
      scale: { value: 1.1, judgement },
      cost: 0,
    },
  ],
});

test("every figure of a scenario is found by its path, with its mark", () => {
  const found = Object.fromEntries(scenarioFigures(checked.scenario).map(({ path, mark }) => [path, mark]));
  expect(found).toMatchObject({
    "volume.indicative": "judgement",
    "volume.factors.awareness": "judgement",
    "delivery.startRate": "source",
    "costs.perMonth": "unsourced",
    "costs.fixedShare": "judgement",
    "levers.training.scale": "judgement",
  });
});

const pounds = (value: number, reach: number): Estimate => {
  return { value, se: reach / 2, low: value - reach, high: value + reach, unit: "pounds" };
};
const tried = (path: string, low: number, high: number, more: Partial<JudgedFigure> = {}): JudgedFigure => {
  return { path, note: judgement, ends: "halves", low: pounds(low, 30), high: pounds(high, 30), ...more };
};
const ranking = (more: Partial<JudgedRanking> = {}): JudgedRanking => ({
  figures: [
    tried("volume.factors.awareness", 100, 200, { whenDoubled: { as: "best" } }),
    tried("costs.fixedShare", 900, -400, { ends: "quantiles", whenDoubled: { as: "beaten", by: "Other" } }),
  ],
  base: pounds(150, 30),
  best: "Any",
  safest: "Any",
  on: { basis: "same-expected-bill", requirement: null },
  futures: 1024,
  ...more,
});
const saidBy = (of: JudgedRanking) => judgedLines(checked, of, 96).join(" ").replace(/\s+/g, " ");

test("judged figures that move the answer most come first, those not tried last", () => {
  expect(rankedFigures(checked, ranking()).map(({ path }) => path)).toEqual([
    "costs.fixedShare",
    "volume.factors.awareness",
    "volume.indicative",
    "levers.training.scale",
  ]);
});

test("the text says by what, on which basis, at which ends and with how much luck figures were ranked", () => {
  const said = saidBy(ranking());
  expect(said).toContain("For the same expected bill, “Any” leaves the provider the least average loss");
  expect(said).toContain("it takes off £150 ±30 a contract");
  expect(said).toContain("unit prices are solved anew at each end, on the same 1,024 futures");
  expect(said).toContain("below, and above, in 1 future in 10; of a single number or a chance half of it");
  expect(saidBy(ranking({ on: { basis: "same-unit-prices", requirement: null } }))).toContain(
    "unit prices stay as they are",
  );
});

test("each figure is said in plain words and by its path, with its ends and what becomes of the choice", () => {
  const said = saidBy(ranking());
  expect(said).toContain("fixed share (costs) [costs.fixedShare]: £900 ±30 to −£400 ±30.");
  expect(said).toContain("If it were out by twice as much, “Other” would be the better choice. we think so");
  expect(said).toContain("awareness (a cause of volume) [volume.factors.awareness]: £100 ±30 to £200 ±30.");
  expect(said).toContain("Even if it were out by twice as much, “Any” would still be the best choice.");
  expect(said).toContain("effect of “Training” [levers.training.scale]: not tried.");
});

test("where the findings name another policy, or none, a sentence says why", () => {
  const why = "What stands above goes by how often the provider loses";
  expect(saidBy(ranking())).not.toContain(why);
  expect(saidBy(ranking({ safest: "Other" }))).toContain(
    `${why}, where “Other” has the lowest chance of a loss`,
  );
  expect(saidBy(ranking({ safest: undefined }))).toContain(
    `${why}, where no policy clearly lowers that chance`,
  );
});

test("a figure's plain words take the titles of what it belongs to", () => {
  const words = (path: string) => figureWords(checked.scenario, path);
  expect(words("levers.training.cost")).toBe("cost of “Training”");
  expect(words("provider.reserves")).toBe("the provider's reserves");
  expect(words("costs.posts.costPerYear")).toBe("cost per year of posts");
  expect(words("drawn.evidenceAccepted.value")).toBe("evidence accepted");
  expect(words("delivery.stages.outcomes13Weeks.delayMonths")).toBe("delay months of “outcomes 13 weeks”");
});
