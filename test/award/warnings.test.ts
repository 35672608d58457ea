import { expect, it } from "vitest";
import { pullsBothWays } from "../../src/award/pulls-both-ways.ts";
import { rankingParadox } from "../../src/award/ranking-paradox.ts";
import { unreadValues } from "../../src/award/unread-values.ts";
import { checkAwardFile } from "../../src/cli/check-award-file.ts";
import { readLibrary } from "../../src/cli/library.ts";
import { parseDocument } from "../../src/engine/document.ts";
import { awardText } from "../../src/report/award/award-text.ts";
import { readRound, shippedTexts } from "./read-round.ts";

const requirement = (formula: string) => `id: paradox
title: Half for quality, half for price
commissioner: { name: A district }
published: 2020-01-01
budget: 100
priceCeiling: 200
criteria:
  - { id: quality, title: Quality, weight: 50, rule: rated-share }
  - { id: price, title: Price, weight: 50, rule: ${formula} }
`;
const offers = `offers:
  - { id: a, bidder: { name: A }, price: 100, quality: { quality: { rating: 80 } } }
  - { id: b, bidder: { name: B }, price: 80, quality: { quality: { rating: 62 } } }
  - { id: c, bidder: { name: C }, price: 40, quality: { quality: { rating: 0 } } }
`;

function paradoxUnder(formula: string) {
  const { open } = readRound(requirement(formula), offers);
  return rankingParadox(open!, open!.judge());
}

it("a loser that decides who wins is told, with who would have won without it", () => {
  // With C, 50 × 40 ÷ price: A 40 + 20 = 60, B 31 + 25 = 56, C 0 + 50. Without it, 50 × 80 ÷ price: A 80, B 81.
  expect(paradoxUnder("lowest-over-price")).toEqual({
    criteria: ["price"],
    losers: [{ without: "c", winners: ["b"] }],
    tried: 2,
    of: 2,
  });
});

it("an absolute formula has no such thing, and none is looked for", () => {
  expect(paradoxUnder("linear-to-ceiling")).toBeUndefined();
  expect(paradoxUnder("price-bands")).toBeUndefined();
});

it("a requirement that asks for the one and scores the other is told, by trying its criteria", () => {
  const [text, own] = shippedTexts("dps-lone-parents");
  const pullsOf = (changed: string) => pullsBothWays(readRound(changed, own).open!.bound);
  // Specialist fit is 40 % of 35 marks, and holds an offer for everyone to six tenths.
  const pulls = [{ criterion: "specialistFit", towards: "specialist", weight: 14 }];
  expect(pullsOf(text)).toEqual({ asked: "broad", isStated: true, pulls });
  // Reach, at 10 %, scores who serves more jobcentres and groups.
  expect(pullsOf(text.replace("scope: broad", "scope: specialist"))).toEqual({
    asked: "specialist",
    isStated: true,
    pulls: [{ criterion: "reach", towards: "broad", weight: 10 }],
  });
  // Its summary says so too: "generalist provision that reaches the whole district".
  expect(pullsOf(text.replace("scope: broad\n", ""))).toEqual({ asked: "broad", isStated: false, pulls });
  // Where everyone may earn all points, nothing pulls.
  const level = text.replace(
    "rule: specialist-fit",
    "rule: { rule: specialist-fit, parameters: { generalistShare: 1 } }",
  );
  expect(pullsOf(level)).toBeUndefined();
});

it("a requirement for specialists that scores a long list is told too, and titles are read", () => {
  const wide = (title: string, scope: string, weight: number) => `id: wide
title: ${title}
commissioner: { name: A district }
published: 2020-01-01
budget: 100
jobcentres: [North, South]
${scope}
criteria:
  - { id: reach, title: Reach, weight: ${weight}, rule: broad-reach }
  - { id: price, title: Price, weight: ${100 - weight}, rule: lowest-over-price }
`;
  const some = `offers:
  - { id: a, bidder: { name: A }, price: 50 }
`;
  const pullsOf = (text: string) => pullsBothWays(readRound(text, some).open!.bound);
  const pulls = [{ criterion: "reach", towards: "broad", weight: 30 }];
  expect(pullsOf(wide("Advice", "scope: specialist", 30))).toEqual({
    asked: "specialist",
    isStated: true,
    pulls,
  });
  expect(pullsOf(wide("Specialist advice", "", 30))).toEqual({ asked: "specialist", isStated: false, pulls });
  for (const title of ["Advice, district-wide", "Breadth of advice"])
    expect(pullsOf(wide(title, "", 30))).toBeUndefined();
  const fitted = (title: string) => wide(title, "", 30).replace("rule: broad-reach", "rule: specialist-fit");
  const rated = some.replace("price: 50", "price: 50, quality: { reach: { rating: 50 } }");
  for (const title of ["Advice, district-wide", "Breadth of advice"])
    expect(pullsBothWays(readRound(fitted(title), rated).open!.bound)?.asked).toBe("broad");
});

it("what a requirement states and no rule reads is told, in the award and by check", () => {
  const bare = requirement("lowest-over-price");
  const more = `places: 40
leadInMonths: 2
insurance: 1000
jobcentres: [North]
claimantGroups: [Lone parents]
`;
  const keys = ["priceCeiling", "leadInMonths", "places", "insurance", "jobcentres", "claimantGroups"];
  const open = readRound(bare + more, offers).open!;
  expect(unreadValues(open.bound)).toEqual(keys);
  const warnings = { pulls: undefined, paradox: undefined, unread: keys.slice(0, 1) };
  expect(awardText(open.bound, open.judge(), warnings, 200)).toMatch(
    /What to doubt\n.*priceCeiling is stated, but no check and no criterion reads it/,
  );
  const rulesets = new Map(readLibrary().rulesets.map((ruleset) => [ruleset.id, ruleset]));
  const notes = (text: string) => checkAwardFile(parseDocument("r.yaml", text, "yaml"), rulesets).notes;
  expect(notes(bare + more).join()).toMatch(/leadInMonths, places.* are stated, but no check/);
  // Each is read by a rule of its own.
  const gates = ["price-ceiling", "lead-in-within", "enough-places", "insured", "covers-the-district"];
  const read = `${bare}${more}checks: [${gates.join(", ")}]\n`;
  expect(unreadValues(readRound(read, offers).open!.bound)).toEqual([]);
  expect(notes(read)).toEqual([]);
});
