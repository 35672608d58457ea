import { describe, expect, it } from "vitest";
import { keptDefaults } from "../../src/sim/kept-defaults.ts";
import { farFactors, unsourcedFigures } from "../../src/sim/odd-figures.ts";
import { checkModel } from "../models/run-model.ts";
import { model, perStart, plain, pounds, terms } from "../models/terms.ts";

const fee = (cap: number) =>
  terms(
    "cancellation",
    "fee",
    [
      {
        name: "due",
        conditions: { all: [] },
        event: { type: "set", params: { output: "settlementPence", amount: { param: "cap" } } },
      },
    ],
    { parameters: { cap: pounds(cap), share: plain(0.5) } },
  );

const checkedWith = (parts: object) =>
  checkModel(
    model("noted", 6, {
      volume: { indicative: { value: 5, source: "The requirement" } },
      rulesets: [perStart(100), fee(8750)],
      policies: [{ id: "own", title: "Own", rulesets: ["per-start", "fee"] }],
      ...parts,
    }),
  );

const price = Object.keys(perStart(100).parameters!)[0]!;
const library = new Map([["fee", true]]);

describe("a sum that stays at the library's default", () => {
  it("is noted where the scenario sets another sum of the policy", () => {
    const checked = checkedWith({ parameters: { [price]: 300 } });
    const note = (at: string) => ({
      path: ["policies", 0],
      says: `cap of fee stays at ${at} £8,750; other sums of the policy are the scenario's own`,
    });
    expect(keptDefaults(checked, library, library)).toEqual([note("the library's")]);
    // A file of one's own that the scenario may bind is not the library.
    expect(keptDefaults(checked, library, new Map())).toEqual([note("its default")]);
  });

  it("is not where all stay, where it is set, and where the ruleset is the scenario's own", () => {
    expect(keptDefaults(checkedWith({}), library, library)).toEqual([]);
    expect(keptDefaults(checkedWith({ parameters: { [price]: 300, cap: 9000 } }), library, library)).toEqual(
      [],
    );
    expect(keptDefaults(checkedWith({ parameters: { [price]: 300 } }), new Map(), library)).toEqual([]);
  });
});

describe("a factor far from 1", () => {
  const notes = (figure: unknown) => {
    const factors = { awareness: figure };
    return farFactors(checkedWith({ volume: { indicative: 5, factors } }).scenario);
  };

  it("is noted by the median of a lognormal and by any other mean", () => {
    expect(notes({ lognormal: { median: 70, sdlog: 0.3 } })).toEqual([
      {
        path: ["volume", "factors", "awareness"],
        says: "the median of a factor, where 1 is as indicated, is 70; 0.7 is 70 % of what is indicated, and 70 is seventy times it",
      },
    ]);
    expect(notes(70)).toHaveLength(1);
    expect(notes(0.01)).toHaveLength(1);
  });

  it("is none between a quarter and twice what was indicated", () => {
    expect(notes({ lognormal: { median: 0.25, sdlog: 1 } })).toEqual([]);
    expect(notes(2)).toEqual([]);
  });
});

describe("a figure without a source", () => {
  it("is noted at its place, a bare indicative volume too", () => {
    const bare = checkedWith({
      volume: { indicative: 5, factors: { known: { value: 1, judgement: "So." }, unknown: 1 } },
      delivery: { startRate: { value: 1, derived: "All start." } },
    });
    expect(unsourcedFigures(bare.scenario).map(({ path }) => path.join("."))).toEqual([
      "volume.indicative",
      "volume.factors.unknown",
    ]);
  });
});
