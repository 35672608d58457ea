import { describe, expect, it } from "vitest";
import { idleTerms } from "../../src/sim/idle-terms.ts";
import { checkModel } from "../models/run-model.ts";
import { model, pays, perStart, plain, terms, where } from "../models/terms.ts";

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
