import fc from "fast-check";
import { expect, it } from "vitest";
import { coin, latticeVolume, policy, scenario } from "./endings.ts";
import { library } from "./library.ts";
import { ruleFile, ruleFiles } from "./rule-file.ts";
import { runModel } from "./run-model.ts";

// rules/volume/minimum-guarantee.json beside every other ruleset of the library, two by two: 18 months of 0, 2 or 6
// referrals a month, with places or without, figures and seeds by fast-check; 256 paths, held path by path.
const guarantee = "minimum-guarantee";
const base = ["per-start", "single-outcome"];
const outputs = (id: string) =>
  ruleFile(id).stages.flatMap(({ rules }) => rules.map(({ event }) => event.params.output));
const paidByBase = base.flatMap(outputs);
const others = [...ruleFiles.values()]
  .filter(({ id }) => id !== guarantee && !outputs(id).some((output) => paidByBase.includes(output)))
  // What is due on an end needs an end, and a fault where it asks for one.
  .map(({ id, kind }) => (kind === "cancellation" ? [id, "for-convenience", "always-commissioner"] : [id]));
const bound: string[][] = [[], ...others];
const hasFee = (ids: string[]) =>
  ids.some((id) => ruleFile(id).kind === "service-fee" && id !== "set-up-by-lead-in");
const staged = ["jobOutcomes", "outcomes13Weeks", "outcomes26Weeks", "outcomes52Weeks", "sustainedOutcomes"];
const figures = fc.record({
  guaranteeShare: fc.integer({ min: 0, max: 20 }).map((n) => n / 20),
  settleMonths: fc.integer({ min: 1, max: 14 }),
  startPrice: fc.integer({ min: 1, max: 900 }),
  inflationRate: fc.constantFrom(-0.3, 0, 0.1),
  totalCap: fc.integer({ min: 0, max: 60_000 }),
  collarFloor: fc.constant(0),
  collarCap: fc.integer({ min: 0, max: 60_000 }),
});
const world = {
  contract: { lastMonth: 20, calledOffValue: 20_000, firstReferralMonth: 2 },
  delivery: { startRate: 0.8, stages: staged.map((id) => ({ id, rate: 0.4, delayMonths: 1 })) },
  // The financial year ends with month 12: what one year's budget cuts of a guarantee is not taken back in the next.
  commissioner: { budgetPerFinancialYear: { empirical: { values: [3000, 15_000] } }, stopsWhenSpent: false },
  costs: { setUp: 3000, perMonth: 300, perStart: 40, posts: { count: 1, costPerYear: 12_000 } },
  drawn: {
    commissionerLeaves: coin(0.04, "month"),
    evidenceAccepted: coin(0.9),
    commissionerAtFault: coin(0.5),
    validationErrorRate: {
      type: "number",
      each: "month",
      unit: "share",
      sentence: "Error rate found.",
      value: { empirical: { values: [0, 0.3] } },
    },
  },
};

it("a guarantee never lowers what is paid, alone and beside every other ruleset", () => {
  let raised = 0;
  fc.assert(
    fc.property(
      figures,
      fc.integer({ min: 0, max: 99 }).map(String),
      fc.constantFrom(undefined, 30),
      (parameters, seed, places) => {
        const { ledgers } = runModel(
          scenario("never-lowers", 18, {
            ...world,
            volume: { ...latticeVolume, ...(places !== undefined && { places }) },
            rulesets: library(...new Set([...base, guarantee, ...bound.flat()])),
            parameters,
            policies: bound.flatMap((ids) => {
              const fee = hasFee(ids) ? { serviceFeeShare: 0.3 } : {};
              const name = ids[0] ?? "alone";
              return [
                policy(name, [...base, ...ids], fee),
                policy(`${name}-guaranteed`, [...base, ...ids, guarantee], fee),
              ];
            }),
          }),
          { paths: 256, seed },
        );
        for (const [name = "alone"] of bound) {
          const [free, guaranteed] = [ledgers[name]!.payment, ledgers[`${name}-guaranteed`]!.payment];
          expect(
            guaranteed.findIndex((paid, path) => paid < free[path]!),
            name,
          ).toBe(-1);
          if (guaranteed.some((paid, path) => paid > free[path]!)) raised += 1;
        }
      },
    ),
    { numRuns: 8, seed: 20_170_323 },
  );
  expect(raised).toBeGreaterThan(50);
});
