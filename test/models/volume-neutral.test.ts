import { expect, test } from "vitest";
import { volumeNeutralFinding } from "../../src/report/findings/volume-neutral-finding.ts";
import { volumeNeutral } from "../../src/sim/volume-neutral.ts";
import { checkModel } from "./run-model.ts";
import { model, pays, plain, pounds, terms, where } from "./terms.ts";

// Model: 10 starts a month for 4 months at £1,000, of which a share is paid as a flat fee in 4 parts; costs £6,000 a
// month and £300 a start. At plan: revenue £40,000, cost £36,000, so the margin m is 0.1 of revenue and the fixed share
// of cost φ is 24 ÷ 36. Closed form: the volume-neutral share is (1 − m) φ + m = 0.9 × 2/3 + 0.1 = 0.7.
const serviceFeeShare = plain(0);
const perStart = terms(
  "start-fee",
  "per-start",
  [
    pays("startFee", {
      mul: [{ param: "startPrice" }, { sub: [1, { param: "serviceFeeShare" }] }, { fact: "starts" }],
    }),
  ],
  { parameters: { startPrice: pounds(1000, true), serviceFeeShare } },
);
const flatShare = terms(
  "service-fee",
  "flat-share",
  [
    pays(
      "serviceFee",
      {
        instalment: [
          { mul: [{ param: "serviceFeeShare" }, { fact: "contractValuePence" }] },
          { fact: "month" },
          { param: "feeMonths" },
        ],
      },
      { when: { all: [where("month", "lessThanInclusive", { fact: "feeMonths" })] } },
    ),
  ],
  { parameters: { serviceFeeShare, feeMonths: plain(4, "months") } },
);
const shares = { below: 0.65, above: 0.75 };
const checked = checkModel(
  model("volume-neutral", 4, {
    volume: { indicative: 10 },
    costs: { perMonth: 6000, perStart: 300 },
    rulesets: [perStart, flatShare],
    policies: Object.entries(shares).map(([id, share]) => ({
      id,
      title: id,
      rulesets: ["per-start", "flat-share"],
      parameters: { serviceFeeShare: share },
    })),
  }),
);

test("the volume-neutral share is what the closed form gives, and a fee above it over-compensates", () => {
  const [below, above] = checked.policies.map((policy) => volumeNeutral(checked, policy)!);
  for (const found of [below!, above!]) expect(found.share).toBeCloseTo(0.7, 9);
  expect(below).toMatchObject({ own: 0.65, overCompensated: false });
  expect(above).toMatchObject({ own: 0.75, overCompensated: true });
});

test("the finding says which fee over-compensates, and which does not", () => {
  const said = volumeNeutralFinding(checked)!.replaceAll("\u00a0", " ");
  expect(said).toContain(
    "“above” is over-compensated: its service fee of 75 % is above the volume-neutral 70 %",
  );
  expect(said).toContain("The service fee of “below”, 65 %, is below the volume-neutral 70 %");
});
