import { expect, it } from "vitest";
import { readRound } from "./read-round.ts";

const offers = JSON.stringify({ offers: [{ id: "a", bidder: { name: "A" }, price: 5 }] });

const requirementWith = (more: object) =>
  JSON.stringify({
    id: "round",
    title: "A round",
    commissioner: { name: "A district" },
    published: "2020-01-01",
    district: "North",
    budget: 1000,
    criteria: [{ id: "price", title: "Price", weight: 100, rule: "lowest-over-price" }],
    ...more,
  });

// What each gate compares offers with; without it every offer would pass.
it.each<[string, string, object]>([
  ["lead-in-within", "leadInMonths", { leadInMonths: 2 }],
  ["enough-places", "places", { places: 60 }],
  ["insured", "insurance", { insurance: 1_000_000 }],
  ["covers-the-district", "jobcentres, claimantGroups", { jobcentres: ["Walsall"] }],
  ["covers-the-district", "jobcentres, claimantGroups", { claimantGroups: ["carers"] }],
])("a gate that no offer could fail is a problem: %s without %s", (gate, keys, said) => {
  const { problems } = readRound(requirementWith({ checks: [gate] }), offers);
  expect(problems).toHaveLength(1);
  expect(problems![0]).toContain(` checks[0]: missing key: ${keys}; expected `);
  expect(problems![0]).toContain(`, which ${gate} reads; without it no offer could fail the gate`);
  expect(readRound(requirementWith({ checks: [gate], ...said }), offers).problems).toEqual([]);
});

it("what cannot be read of the requirement is told once", () => {
  const { problems } = readRound(requirementWith({ checks: ["insured"], insurance: "much" }), offers);
  expect(problems).toHaveLength(1);
  expect(problems![0]).toContain("insurance: invalid value");
});

it("an unknown parameter of a gate says which there are", () => {
  const checks = [
    { rule: "lead-in-within", parameters: { months: 1 } },
    { rule: "insured", parameters: {} },
  ];
  const made = requirementWith({ checks, leadInMonths: 2, insurance: 5 });
  const { problems } = readRound(made, offers);
  expect(problems).toHaveLength(1);
  expect(problems![0]).toMatch(/unknown parameter: months; expected none: lead-in-within has no parameters/);
});

it("so is a check of prices against an amount that nobody stated", () => {
  const asked = (parameters: object) =>
    readRound(requirementWith({ checks: [{ rule: "low-against-estimate", parameters }] }), offers).problems;
  expect(asked({})).toHaveLength(1);
  expect(asked({})[0]).toContain("missing parameter: expectedCost; expected pounds for expectedCost under");
  expect(asked({ expectedCost: 40 })).toEqual([]);
});
