import { expect, it } from "vitest";
import { jointLimits } from "../../../src/offer/before/joint-limits.ts";
import { checkModel } from "../../models/run-model.ts";
import { model, perStart } from "../../models/terms.ts";
import { ownOffer } from "./standing-models.ts";

const checkedWith = (overdraft?: number) =>
  checkModel(
    model("limits", 1, {
      volume: { indicative: 1, counts: "certain" },
      provider: { ...(overdraft !== undefined && { reserves: 1, overdraft }) },
      rulesets: [perStart(1)],
    }),
  );

it("limits of offers that agree are those of the organisation, and do not add up", () => {
  const offer = ownOffer({ mostAtOnce: 3 }, { cash: 8000, loss: 5000, marginPercent: 3, oneIn: 20 });
  const limits = jointLimits([
    { offer, checked: checkedWith(4000) },
    { offer, checked: checkedWith(4000) },
  ]);
  expect(limits).toEqual({
    cashPence: 800_000,
    overdraftPence: 400_000,
    lossPence: 500_000,
    marginShare: 0.03,
    oneIn: 20,
    mostAtOnce: 3,
    differing: [],
  });
});

it("where offers differ the strictest stands for all, and which they are is known", () => {
  const one = ownOffer({ mostAtOnce: 2 }, { cash: 8000, loss: 900, marginPercent: 0, oneIn: 50 });
  const other = ownOffer(undefined, { cash: 7000, loss: 5000, marginPercent: 3, oneIn: 20 }, "other");
  const limits = jointLimits([
    { offer: one, checked: checkedWith(100) },
    { offer: other, checked: checkedWith() },
  ]);
  expect({ ...limits, differing: [...limits.differing].sort() }).toEqual({
    cashPence: 700_000,
    overdraftPence: 0,
    lossPence: 90_000,
    marginShare: 0.03,
    oneIn: 50,
    mostAtOnce: 2,
    differing: ["contracts at once", "cash", "overdraft", "loss", "margin", "how rare"].sort(),
  });
});
