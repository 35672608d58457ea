import { expect, it } from "vitest";
import { readRound, totalsOf } from "./read-round.ts";

// Names that every object of JavaScript has: a criterion, a part or a bidder may be called like one.
const inherited = ["constructor", "toString", "valueOf", "hasOwnProperty"] as const;

it.each(inherited)("a criterion and a part called %s are scored like any other", (name) => {
  const requirement = (criterion: string, part: string) => `id: round
title: A round
commissioner: { name: A district }
published: 2020-01-01
budget: 1000
criteria:
  - id: ${criterion}
    title: Quality
    weight: 60
    parts:
      - { id: ${part}, title: One, weight: 50, rule: rated-share }
      - { id: other, title: Other, weight: 50, rule: rated-share }
  - { id: price, title: Price, weight: 40, rule: lowest-over-price }
`;
  const offers = (part: string) =>
    `offers: [{ id: a, bidder: { name: A }, price: 100, quality: { ${part}: { rating: 50 }, other: { rating: 100 } } }]`;
  // 30 × 0.5 + 30 × 1 + 40.
  expect(totalsOf(readRound(requirement(name, "one"), offers("one")).open!)).toEqual({ a: 85 });
  // Ratings stand under the part's name, and readers of files refuse this one key wherever it stands.
  if (name === "constructor")
    expect(readRound(requirement("quality", name), offers(name)).problems).toEqual([
      "requirement.yaml:11:15 criteria[0] (quality).parts[0] (constructor).id: invalid name: constructor; expected a name other than __proto__, constructor, prototype; no file of offers may have a rating under it",
    ]);
  else expect(totalsOf(readRound(requirement("quality", name), offers(name)).open!)).toEqual({ a: 85 });
});

it.each([
  ["a Hangul filler", "\u3164"],
  ["its halfwidth twin", "\uffa0"],
  ["a zero-width space", "\u200b"],
  ["the blank of Braille", "\u2800"],
  ["fillers and spaces", "\u115f \u1160\u00a0\u180e"],
  ["a mark on nothing", "\u0301"],
  ["a soft hyphen and a variation", "\u00ad\ufe0f"],
])("a name in which nothing can be seen is refused: %s", (_, name) => {
  const requirement = JSON.stringify({
    id: "round",
    title: "A round",
    commissioner: { name: "A district" },
    published: "2020-01-01",
    budget: 1000,
    criteria: [{ id: "price", title: "Price", weight: 100, rule: "lowest-over-price" }],
  });
  const of = (bidder: string) =>
    JSON.stringify({ offers: [{ id: "a", bidder: { name: bidder }, price: 5 }] });
  expect(readRound(requirement, of(`A${name}`)).problems).toEqual([]);
  const { problems } = readRound(requirement, of(name));
  expect(problems).toHaveLength(1);
  expect(problems![0]).toMatch(/bidder\.name: invalid value: .*; expected text that is not blank$/);
});
