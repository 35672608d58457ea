import { expect, test } from "vitest";
import { type JudgedFigure, rankedFigures } from "../../src/report/judged-figures.ts";
import { judgedLines } from "../../src/report/judged-lines.ts";
import { scenarioFigures } from "../../src/report/scenario-figures.ts";
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

test("judged figures that move the answer most come first, those not tried last", () => {
  const tried = (path: string, low: number, high: number): JudgedFigure => {
    return {
      path,
      note: judgement,
      mark: "judgement",
      low,
      base: (low + high) / 2,
      high,
      metric: "average margin",
      unit: "pounds",
    };
  };
  const judged = [tried("volume.factors.awareness", 100, 200), tried("costs.fixedShare", 900, -400)];
  expect(rankedFigures(checked, judged).map(({ path }) => path)).toEqual([
    "costs.fixedShare",
    "volume.factors.awareness",
    "volume.indicative",
    "levers.training.scale",
  ]);
  const lines = judgedLines(checked, judged, 96).join("\n");
  const said = lines.replace(/\s+/g, " ");
  expect(said).toContain(
    "The judged figures that matter most, each held at a low and a high end, and average margin there:",
  );
  expect(said).toContain("costs.fixedShare: £900 to −£400");
});
