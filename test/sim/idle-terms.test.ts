import { describe, expect, it } from "vitest";
import { readLibrary } from "../../src/cli/library.ts";
import type { AmountSpec } from "../../src/engine/amount.ts";
import { idleTerms } from "../../src/sim/idle-terms.ts";
import { checkModel } from "../models/run-model.ts";
import { model, pays, perStart, plain, pounds, type Terms, terms, where } from "../models/terms.ts";

const always = { all: [] };
const fee = terms(
  "cancellation",
  "fee",
  [
    {
      name: "due",
      conditions: always,
      event: { type: "set", params: { output: "settlementPence", amount: { param: "due" } } },
    },
  ],
  { parameters: { due: { ...plain(100, "pounds") } } },
);
const end = terms("termination", "end", [
  { name: "end", conditions: always, event: { type: "end", params: { output: "over" } } },
]);

const notes = (policies: string[][], parts: object = {}) =>
  idleTerms(
    checkModel(
      model("idle", 6, {
        volume: { indicative: 5 },
        rulesets: [perStart(100), fee, end],
        policies: policies.map((rulesets, p) => ({ id: `p${p}`, title: "P", rulesets })),
        ...parts,
      }),
    ),
  );

describe("idleTerms", () => {
  it("says when a fact that rules read is set by nothing", () => {
    const byFault = terms(
      "start-fee",
      "by-fault",
      [{ ...perStart(10).stages[0]!.rules[0]!, conditions: { all: [where("fault", "equal", "provider")] } }],
      { parameters: perStart(10).parameters! },
    );
    const found = notes([["by-fault"]], { rulesets: [byFault] });
    expect(found.map((note) => note.says)).toEqual([
      "no ruleset of the policy sets fault, so it is always neither",
    ]);
  });

  it("is silent on a fact that its reader declares as optional, and says it of one that does not", () => {
    const declared = (optional: boolean) => ({
      bonusPence: { unit: "pence", default: 0, from: "set", sentence: "Owed by another term.", optional },
    });
    const reading = (id: string, optional: boolean) =>
      terms("limit", id, [pays(`half${id}`, { mul: [0.5, { fact: "bonusPence" }] })], {
        facts: declared(optional) as never,
      });
    const rulesets = [reading("may", true), reading("must", false)];
    const saying = (bound: string[]) =>
      notes([bound], { rulesets }).filter(({ says }) => says.includes("bonus"));
    expect(saying(["may"])).toEqual([]);
    expect(saying(["must"]).map(({ says }) => says)).toEqual([
      "no ruleset of the policy sets bonusPence, so it is always 0",
    ]);
  });

  it("says that a fee by the commissioner's share of the fault is never due where nobody says whose it is", () => {
    const byShare = terms(
      "cancellation",
      "fee",
      [
        {
          name: "due",
          conditions: always,
          event: {
            type: "set",
            params: {
              output: "settlementPence",
              amount: { min: [{ mul: [{ fact: "faultShare" }, { param: "due" }] }, { param: "due" }] },
            },
          },
        },
      ],
      { parameters: { due: { ...plain(100, "pounds") } } },
    );
    const found = notes([["per-start", "fee", "end"]], { rulesets: [perStart(100), byShare, end] });
    expect(found.map((note) => note.says)).toEqual([
      "no ruleset of the policy sets faultShare, so it is always 0 and fee is never due; add a fault ruleset such as by-what-both-see",
    ]);
  });

  it("says when a cancellation fee can never be due, as nothing ends the contract", () => {
    expect(
      notes([
        ["per-start", "fee", "end"],
        ["per-start", "fee"],
      ]),
    ).toEqual([
      { path: ["policies", 1], says: "fee is never due, as no ruleset of the policy ends the contract" },
    ]);
  });

  it("says which rulesets no policy binds and which levers no policy pulls", () => {
    const lever = { id: "coaching", title: "C", quantity: "delivery.startRate", scale: 1.1, cost: 0 };
    expect(notes([["per-start"]], { levers: [lever] })).toEqual([
      { path: ["rulesets", 1], says: "no policy binds fee" },
      { path: ["rulesets", 2], says: "no policy binds end" },
      { path: ["levers", 0], says: "no policy pulls coaching" },
    ]);
  });

  it("is silent where everything can count", () => {
    expect(notes([["per-start", "fee", "end"]])).toEqual([]);
  });
});

describe("idleTerms of rulesets that change no payment", () => {
  const shipped = readLibrary().rulesets as readonly Terms[];
  const said = (rulesets: string[], parts: { rulesets?: Terms[]; [part: string]: unknown } = {}) =>
    idleTerms(
      checkModel(
        model("idle", 6, {
          volume: { indicative: 5 },
          policies: [{ id: "p", title: "P", rulesets: ["first", ...rulesets] }],
          ...parts,
          rulesets: [
            perStart(100, "first"),
            ...shipped.filter(({ id }) => rulesets.includes(id)),
            ...(parts.rulesets ?? []),
          ],
        }),
      ),
    ).map(({ says }) => says);

  it.each(["flat-share", "by-milestone", "front-loaded"])(
    "says that %s pays nothing while its share is the library's 0, and not where the scenario gives a share",
    (id) => {
      expect(said([id])).toEqual([`${id} pays nothing, as serviceFeeShare is 0`]);
      expect(said([id], { parameters: { serviceFeeShare: 0.3 } })).toEqual([]);
      // Given as 0, that is meant.
      expect(said([id], { parameters: { serviceFeeShare: 0 } })).toEqual([]);
    },
  );

  it("says it of a fee of which a part waits, whose payments are taken from each other", () => {
    const stage = { id: "jobOutcomes", of: "starts", rate: 0.5, delayMonths: 1 };
    const jobs = { delivery: { startRate: 1, stages: [stage] } };
    const about = (parameters: object) =>
      said(["deferred-on-performance"], { ...jobs, parameters }).filter((says) => says.includes("deferred"));
    expect(about({})).toEqual(["deferred-on-performance pays nothing, as serviceFeeShare is 0"]);
    expect(about({ serviceFeeShare: 0.3 })).toEqual([]);
  });

  it("says that limits change nothing where the scenario states no figure for them", () => {
    expect(said(["budget-of-year"])).toEqual(["budget-of-year changes nothing, as no budget is stated"]);
    expect(said(["budget-of-year"], { commissioner: { budgetPerFinancialYear: 5000 } })).toEqual([]);
    expect(said(["value-called-off"])).toEqual([
      "value-called-off changes nothing, as no value called off is stated",
    ]);
  });

  it("says that a fault which nothing reads changes nothing, and is silent where a tracked fact reads it", () => {
    expect(said(["by-what-both-see"])).toEqual([
      "by-what-both-see changes nothing, as no other ruleset of the policy reads the fault",
    ]);
    const reading = terms(
      "adjustment",
      "reading",
      [pays("fine", { mul: [{ param: "finePrice" }, { fact: "monthsAtFault" }] })],
      {
        parameters: { finePrice: pounds(5) },
        tracked: { monthsAtFault: { count: where("fault", "equal", "provider") } },
      },
    );
    expect(said(["by-what-both-see", "reading"], { rulesets: [reading] })).toEqual([]);
  });

  it("is silent where a payment has another part, and where another parameter is 0", () => {
    const feeOf = (amount: AmountSpec) =>
      said(["fee"], {
        rulesets: [
          terms("adjustment", "fee", [pays("fee", amount)], {
            parameters: { share: plain(0), part: pounds(5) },
          }),
        ],
      });
    const product: AmountSpec = { mul: [{ param: "share" }, { fact: "starts" }, { param: "part" }] };
    expect(feeOf(product)).toEqual(["fee pays nothing, as share is 0"]);
    expect(feeOf({ add: [product, { param: "part" }] })).toEqual([]);
    expect(feeOf({ div: [{ param: "part" }, { param: "share" }], otherwise: { param: "part" } })).toEqual([]);
  });
});
