import { expect, test } from "vitest";
import { openWorld } from "../../src/sim/draw-world.ts";
import { leversOf } from "../../src/sim/lever.ts";
import { checkModel, runModel } from "./run-model.ts";
import { model, perStart } from "./terms.ts";

// Model: 100 referrals indicated in each of 3 months and one cause of volume of 1, under levers that the scenario lists
// in an order; counts as expected. Closed form: the levers one after the other in that order, month by month; what they
// come to is held at 0 after the last of them and not before.
const cause = "volume.factors.awareness";
const up = {
  id: "up",
  title: "Up",
  quantity: cause,
  scale: 1.5,
  cost: 0,
  delayMonths: 1,
  decayPerMonth: 0.5,
};
const down = { id: "down", title: "Down", quantity: cause, shift: -0.6, cost: 0 };

function referrals(levers: object[]): number {
  const { measures } = runModel(
    model("lever-order", 3, {
      counts: "expected",
      volume: { indicative: 100, factors: { awareness: 1 } },
      levers,
      rulesets: [perStart(1)],
      policies: [
        {
          id: "pulled",
          title: "Pulled",
          rulesets: ["per-start"],
          levers: levers.map((l) => (l as { id: string }).id),
        },
      ],
    }),
    { paths: 2 },
  );
  return measures.pulled!.meanReferrals!.value!;
}

test("levers that build up or fade work in the scenario's order, as steady ones do", () => {
  const steady = { ...up, delayMonths: 0, decayPerMonth: 0 };
  expect(referrals([steady, down])).toBeCloseTo(3 * 100 * (1.5 - 0.6), 9);
  expect(referrals([down, steady])).toBeCloseTo(3 * 100 * ((1 - 0.6) * 1.5), 9);
  // Not in month 1, in full in month 2, half of it left in month 3.
  expect(referrals([up, down])).toBeCloseTo(100 * (1 - 0.6 + (1.5 - 0.6) + (1.25 - 0.6)), 9);
  expect(referrals([down, up])).toBeCloseTo(100 * 0.4 * (1 + 1.5 + 1.25), 9);
});

test("what levers come to is held at 0 after the last of them alone", () => {
  const far = { ...down, id: "far", shift: -1.2 };
  const back = { ...down, id: "back", shift: 0.5 };
  expect(referrals([up, far, back])).toBeCloseTo(
    100 * (1 - 1.2 + 0.5 + (1.5 - 1.2 + 0.5) + (1.25 - 1.2 + 0.5)),
    9,
  );
  // In month 1 the cause comes to −0.2.
  expect(referrals([up, far])).toBeCloseTo(100 * (0 + 0.3 + 0.05), 9);
});

test("a late lever leaves the months before it, and draws the months after it as a steady one does", () => {
  const scenario = checkModel(
    model("late-lever", 6, {
      volume: {
        indicative: 5,
        factors: {
          awareness: { lognormal: { median: 0.9, sdlog: 0.4 } },
          caseload: { uniform: { min: 0.5, max: 1 } },
        },
        chanceOfNone: 0.1,
      },
      levers: [
        {
          ...up,
          id: "steady",
          delayMonths: 0,
          decayPerMonth: 0,
          scale: { pert: { min: 1, mode: 1.2, max: 2 } },
        },
        {
          ...up,
          id: "late",
          delayMonths: 3,
          decayPerMonth: 0,
          scale: { pert: { min: 1, mode: 1.2, max: 2 } },
        },
      ],
      rulesets: [perStart(1)],
    }),
  );
  const world = (ids: string[], rename?: string) => {
    const levers = leversOf(scenario.scenario, ids).map((l) => ({ ...l, id: rename ?? l.id }));
    const { referrals } = openWorld(
      scenario.scenario,
      scenario.timeline,
      levers,
      512,
    )({ seed: "late", block: 0 });
    return referrals.map((month) => [...month.data]);
  };
  const late = world(["late"], "one");
  expect(late.slice(0, 3)).toEqual(world([]).slice(0, 3));
  expect(late.slice(3)).toEqual(world(["steady"], "one").slice(3));
  expect(late.slice(3)).not.toEqual(world([]).slice(3));
});
