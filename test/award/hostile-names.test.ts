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
      "offers.yaml:1:63 offers[0].quality: invalid name: constructor",
    ]);
  else expect(totalsOf(readRound(requirement("quality", name), offers(name)).open!)).toEqual({ a: 85 });
});
