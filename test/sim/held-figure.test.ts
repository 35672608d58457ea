import { expect, test } from "vitest";
import { type Figure, figureSchema } from "../../src/sim/figure.ts";
import { endsOfFigure, figureAt, heldAt, holdFigure } from "../../src/sim/held-figure.ts";
import { meanOf } from "../../src/sim/random/distribution.ts";
import { checkModel } from "../models/run-model.ts";
import { model, perStart } from "../models/terms.ts";

const share = (value: unknown): Figure => figureSchema({ min: 0, max: 1 }).parse(value);
const pounds = (value: unknown): Figure => figureSchema({ min: 0, max: 1e10 }).parse(value);
const free = (value: unknown): Figure => figureSchema().parse(value);
/** The means of a figure at its low and its high end, once and twice as far off. */
const ends = (figure: Figure) =>
  ([1, 2] as const).flatMap((times) =>
    (["low", "high"] as const).map((end) => {
      const held = heldAt(figure, end, times);
      expect(held.mean).toBeCloseTo(meanOf(held.distribution), 12);
      expect(held.believed).toBe(figure.believed);
      return held.mean;
    }),
  );
const close = (found: readonly number[], expected: readonly number[]) => {
  for (const [i, each] of expected.entries()) expect(found[i], `end ${i}`).toBeCloseTo(each, 9);
};

test("a drawn figure is held at its 10 % and 90 % quantile, then twice as far from its median", () => {
  // Uniform from 10 to 20: quantiles 11 and 19, median 15.
  const uniform = pounds({ uniform: { min: 10, max: 20 } });
  expect(endsOfFigure(uniform)).toBe("quantiles");
  close(ends(uniform), [11, 19, 7, 23]);
  expect(heldAt(uniform, "low").distribution).toEqual({ kind: "fixed", value: 11 });
});

test("a single number is held at half and one and a half of itself, then at nothing and twice itself", () => {
  expect(endsOfFigure(pounds(400))).toBe("halves");
  close(ends(pounds(400)), [200, 600, 0, 800]);
  close(ends(pounds(1)), [0.5, 1.5, 0, 2]);
  // The low end of a number below zero is the lower one.
  close(ends(free(-0.4)), [-0.6, -0.2, -0.8, 0]);
});

test("no end lies outside the range of the figure, whatever its distribution", () => {
  close(ends(share(0.8)), [0.4, 1, 0, 1]);
  // Uniform from 0.6 to 1: quantiles 0.64 and 0.96, median 0.8; twice as far off 0.48 and 1.12.
  close(ends(share({ uniform: { min: 0.6, max: 1 } })), [0.64, 0.96, 0.48, 1]);
});

test("a chance moves, and not what is drawn with it", () => {
  const accepted = share({ bernoulli: { p: 0.9 } });
  expect(endsOfFigure(accepted)).toBe("halves");
  close(ends(accepted), [0.45, 1, 0, 1]);
  close(ends(share({ bernoulli: { p: 0.4 } })), [0.2, 0.6, 0, 0.8]);
  expect(heldAt(accepted, "low").distribution).toEqual({ kind: "bernoulli", p: 0.45 });
});

test("what is nearly always the same has the chance of anything else moved", () => {
  // 0 in 92 of 100, 50 in 8: both quantiles are 0, the mean is 4.
  const rare = pounds({ empirical: { values: [0, 50], weights: [92, 8] } });
  expect(endsOfFigure(rare)).toBe("halves");
  close(ends(rare), [2, 6, 0, 8]);
  close(ends(pounds({ poisson: { mean: 0.04 } })), [0.02, 0.06, 0, 0.08]);
  const mixed = { mixture: [{ weight: 0.95, distribution: { empirical: { values: [1] } } }] };
  expect(endsOfFigure(pounds(mixed))).toBe("halves");
});

test("a figure is found and held where it stands: in a list by id, within its source, in every contract", () => {
  const judgement = "we think so";
  const checked = checkModel(
    model("held", 2, {
      volume: { indicative: 5, factors: { awareness: { value: 0.8, judgement } } },
      delivery: { startRate: 1, stages: [{ id: "jobs", rate: { value: 0.4, judgement } }] },
      costs: { perMonth: 10, fixedShare: { value: 0.5, central: 0.5, judgement } },
      drawn: { sure: { value: { value: 1, judgement }, sentence: "A yes." } },
      rulesets: [perStart(100)],
      contracts: { count: 2 },
    }),
  );
  const held = (path: string) => holdFigure(checked, path, "low")!;
  const meanAt = (path: string) => figureAt(held(path).scenario, path)?.mean;
  expect(meanAt("volume.factors.awareness")).toBe(0.4);
  expect(meanAt("delivery.stages.jobs.rate")).toBe(0.2);
  expect(meanAt("costs.fixedShare")).toBe(0.25);
  const contracts = held("delivery.stages.jobs.rate").contracts;
  expect(contracts).toHaveLength(2);
  for (const { checked: own } of contracts) expect(own.scenario.delivery.stages[0]!.rate.mean).toBe(0.2);
  // A certain yes is held as a chance: half a yes would be neither.
  expect(figureAt(held("drawn.sure.value").scenario, "drawn.sure.value")?.distribution).toEqual({
    kind: "bernoulli",
    p: 0.5,
  });
  expect(holdFigure(checked, "volume.indicative", "low")).toBeUndefined();
  expect(holdFigure(checked, "volume.nothing", "low")).toBeUndefined();
});
