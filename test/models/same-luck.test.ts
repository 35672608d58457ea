import { expect, test } from "vitest";
import { packBlock } from "../../src/host/block-packet.ts";
import { type BlockRunner, blockWidth, openBlocks } from "../../src/sim/block.ts";
import { checkModel, runModel } from "./run-model.ts";
import { model, pays, perOutcome, perStart, pounds, terms, where } from "./terms.ts";

// Model: a chain with every kind of draw (causes, months, suspension, delays, drawn facts, costs). No closed form:
// what is exact here is that futures are the same whatever else is asked. 512 to 1,500 paths; equal to the byte.
const lever = (id: string, quantity: string, change: object) => ({
  id,
  title: id,
  quantity,
  cost: 0,
  ...change,
});
const policy = (id: string, rulesets: string[], levers: string[] = []) => ({
  id,
  title: id,
  rulesets,
  levers,
});
const world = {
  volume: {
    indicative: 6,
    factors: { awareness: { gamma: { mean: 0.8, shape: 5 } } },
    overDispersion: { distribution: { gamma: { mean: 1, shape: 9 } }, scope: "month" },
    suspension: { chancePerMonth: 0.05, months: 2 },
  },
  delivery: {
    startRate: { beta: { mean: 0.7, size: 20 } },
    stages: [
      { id: "jobs", rate: 0.3, delayMonths: { empirical: { values: [1, 2, 5] } }, claimedShare: 0.9 },
      { id: "lasting", of: "jobs", rate: { beta: { mean: 0.6, size: 9 } }, delayMonths: 3 },
    ],
  },
  costs: { perMonth: { pert: { min: 500, mode: 900, max: 2000 } }, perStart: 50 },
  levers: [
    lever("aware", "volume.factors.awareness", { scale: { pert: { min: 1, mode: 1.2, max: 2 } } }),
    lever("rates", "delivery.startRate", { shift: { uniform: { min: 0, max: 0.1 } } }),
  ],
  rulesets: [perStart(300), perOutcome("jobs", 900), perOutcome("lasting", 1200)],
  policies: [policy("terms", ["per-start", "per-jobs", "per-lasting"])],
};
const base = (parts: object = {}) =>
  model("same-luck", 12, { contract: { lastMonth: 18 }, ...world, ...parts });
const run = (scenario: unknown, paths = blockWidth) =>
  runModel(scenario, { paths, seed: "same-luck" }).ledgers;
const today = run(base()).terms!;

test("the first futures do not depend on how many are simulated", () => {
  const [few, many] = [run(base(), 700).terms!, run(base(), 1500).terms!];
  for (const [name, column] of Object.entries(few)) expect(many[name]!.subarray(0, 700)).toEqual(column);
});

test("blocks are the same in any order, and again", () => {
  const open = () => openBlocks(checkModel(base()), [{ place: 0, priceScale: 1 }]);
  const luck = (block: number) => ({ seed: "same-luck", block });
  const once = open();
  const numbers = (blocks: BlockRunner, block: number) => packBlock(block, blocks.run(luck(block))).numbers;
  const forth = [0, 1, 2, 3].map((block) => numbers(once, block));
  const back = [3, 1, 0, 2, 3].map((block) => ({ block, result: numbers(once, block) }));
  for (const { block, result } of back) expect(result).toEqual(forth[block]);
  expect(numbers(open(), 2)).toEqual(forth[2]);
  expect(forth[0]).not.toEqual(forth[1]);
});

test("policies, rulesets, drawn facts and stages that are added leave every other draw alone", () => {
  const flag = { value: { bernoulli: { p: 0.5 } }, each: "month", sentence: "A coin." };
  const added = run(
    base({
      drawn: { coin: flag },
      delivery: {
        ...world.delivery,
        stages: [...world.delivery.stages, { id: "longer", of: "lasting", rate: 0.5 }],
      },
      policies: [
        policy("pushed", ["per-start"], ["aware", "rates"]),
        policy("none", []),
        ...world.policies,
        policy("levered", ["per-start", "per-jobs", "per-lasting"], ["rates"]),
      ],
    }),
  );
  expect(added.terms).toEqual(today);
  expect(added.none!.starts).toEqual(today.starts);
  expect(added.levered!.referrals).toEqual(today.referrals);
  expect(added.pushed!.referrals).not.toEqual(today.referrals);
});

test("a lever that empties a month leaves the luck of the months after it alone", () => {
  const later = terms(
    "adjustment",
    "later-starts",
    [
      pays(
        "later",
        { mul: [{ param: "pound" }, { fact: "starts" }] },
        {
          when: { all: [where("month", "greaterThan", 1)] },
        },
      ),
    ],
    { parameters: { pound: pounds(1) } },
  );
  const certain = (indicative: number[], levers: string[]) =>
    run(
      model("same-luck", 4, {
        volume: { indicative, counts: "certain", factors: { awareness: 1 } },
        delivery: { startRate: 0.5 },
        levers: [lever("fewer", "volume.factors.awareness", { scale: 0.4 })],
        rulesets: [later],
        policies: [policy("terms", ["later-starts"], levers)],
      }),
    ).terms!.payment;
  // Referred with the lever: nobody, then 4 a month; without: 1, then 4 a month.
  expect(certain([1, 10], ["fewer"])).toEqual(certain([1, 4], []));
});
