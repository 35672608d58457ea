import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readOfferBase } from "../../src/cli/checked-offer.ts";
import { parseDocument } from "../../src/engine/document.ts";
import { offerDocument } from "../../src/offer/offer-document.ts";
import type { OwnOffer } from "../../src/offer/own-offer-schema.ts";
import { offerQuestions } from "../../src/offer/questions/all-questions.ts";
import type { QuestionSection } from "../../src/offer/questions/question.ts";
import { readOwnOffer } from "../../src/offer/read-own-offer.ts";
import { writtenOffer } from "../../src/offer/written-offer.ts";

const { checked } = readOfferBase("dps-2017", () => "").base!;
const sections = offerQuestions(checked, checked.policies[0]!);
const names = { id: "mine", provider: "Larkfield", scenario: "dps-2017" };

function readBack(text: string): OwnOffer | readonly unknown[] {
  const { offer, problems } = readOwnOffer(parseDocument("a.yaml", text, "yaml"));
  return offer ?? problems;
}

/** Names as hostile as a schema lets through: marks of YAML, of comments, of terminals and of formulas. */
const name = fc
  .oneof(
    fc.string({ unit: "binary", minLength: 1, maxLength: 40 }),
    fc.constantFrom(
      "#x",
      "a: b",
      "- a",
      "null",
      "true",
      "1e3",
      "'",
      '"',
      "a\n# b",
      "\u202eabc",
      "\u001b[2J",
      "a:",
      "---",
      "%a",
    ),
    fc.string({ unit: fc.constantFrom(..."#:-'\"\n\t {}[]&*!|>%@`,?=\\"), minLength: 1, maxLength: 20 }),
  )
  // A lone half of a character cannot be written to a file at all.
  .filter((text) => !/\p{Cs}/u.test(text) && text.length <= 200);
const pounds = fc.integer({ min: 0, max: 100_000_000_000 }).map((pence) => pence / 100);
const share = fc.double({ min: 0, max: 100, noNaN: true }).map((value) => value + 0);
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const offers = fc.record({
  id: fc.constantFrom("a", "my-offer", "120-places"),
  provider: name,
  title: optional(name),
  scenario: fc.constant("dps-2017"),
  terms: optional(fc.constantFrom("today", "both")),
  contract: fc.record({ places: optional(fc.integer({ min: 0, max: 1e6 })), value: optional(pounds) }),
  referrals: optional(fc.record({ lowPer100: share, likelyPer100: share, highPer100: share })),
  delivery: fc.record({
    startsPer100: optional(share),
    outcomesPer100: fc.dictionary(fc.constantFrom("outcomes13Weeks", "valueOf", "other"), share),
  }),
  prices: fc.dictionary(fc.constantFrom("startPrice", "toString", "priceOfNoTerms"), pounds),
  costs: fc.record({
    setUp: optional(pounds),
    posts: optional(fc.integer({ min: 0, max: 40 }).map((n) => n / 2)),
  }),
  limits: fc.record({ cash: pounds, loss: pounds, overdraft: optional(pounds) }),
  before: optional(fc.record({ bidCost: pounds })),
});

describe("a written offer", () => {
  it("reads back to the same offer, whatever the names and whichever answers are left out", () => {
    fc.assert(
      fc.property(offers, (written) => {
        const plain = JSON.parse(JSON.stringify(written));
        const document = parseDocument("a.json", JSON.stringify(plain), "json");
        const { offer, problems } = readOwnOffer(document);
        expect(problems).toEqual([]);
        expect(readBack(writtenOffer(plain, sections, ["Hello."]))).toEqual(offer);
        // With defaults filled in, as it is in memory, it is the same too.
        expect(readBack(writtenOffer(offer as never, sections))).toEqual(offer);
      }),
      { seed: 7, numRuns: 80 },
    );
  });

  it("puts question, guidance, unit, range and source above each number, and takes one mark to answer", () => {
    const limits = new Map([
      ["limits.cash", 8000],
      ["limits.loss", 5000],
    ]);
    const text = writtenOffer(offerDocument(names, limits), sections);
    for (const { ask, guidance } of sections.flatMap(({ questions }) => questions))
      for (const sentence of [ask, guidance]) expect(text.replaceAll(/\n *# /g, " ")).toContain(sentence);
    expect(text).toContain("Typical: £2,500 to £8,000 (our judgement for a contract of 60 places).");
    const left = [...text.matchAll(/^( *)#([A-Za-z0-9]+): (\S+)$/gm)];
    expect(left.length).toBeGreaterThan(20);
    for (const [line, inset, field, value] of left) {
      if (field === "mostAtOnce") continue;
      const answered = readBack(text.replace(line, `${inset}${field}: ${value}`));
      expect([field, Array.isArray(answered) ? answered : []]).toEqual([field, []]);
    }
    expect((readBack(text.replace("#setUp: 5000", "setUp: 6500")) as OwnOffer).costs.setUp).toBe(6500);
  });

  it("keeps what is said in titles of a scenario inside its comment", () => {
    const hostile = sections.map(
      (section): QuestionSection => ({
        ...section,
        intro: "a\nid: stolen",
        questions: section.questions.map((question) => ({ ...question, ask: "x\nid: stolen\u2028y\rz" })),
      }),
    );
    const text = writtenOffer(
      offerDocument(
        names,
        new Map([
          ["limits.cash", 1],
          ["limits.loss", 1],
        ]),
      ),
      hostile,
    );
    expect((readBack(text) as OwnOffer).id).toBe("mine");
    expect(text.split("\n").filter((line) => /stolen/.test(line) && !/^ *# /.test(line))).toEqual([]);
  });
});
