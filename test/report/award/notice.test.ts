import { beforeAll, describe, expect, it } from "vitest";
import type { Besides } from "../../../src/award/nearest-win.ts";
import { openRound } from "../../../src/award/open-round.ts";
import { awardSentences } from "../../../src/report/award/award-sentences.ts";
import type { Notice, NoticeScore } from "../../../src/report/award/notice/notice.ts";
import { noticeHtml } from "../../../src/report/award/notice/notice-html.ts";
import { noticeText } from "../../../src/report/award/notice/notice-text.ts";
import { visibleWidth } from "../../../src/report/visible-width.ts";
import { roundOf, shippedRound } from "../../award/round-of.ts";
import { elementsOf } from "../markup-check.ts";
import { noticesOf } from "./noticed.ts";

const hostile = `=HYPERLINK("x") <script>alert(1)</script><img src=x onerror='y'> & \u202e`;
const open = withCosts();
const ids = open.offers.map(({ offer }) => offer.id);
let notices: Map<string, Notice>;

beforeAll(async () => {
  notices = await noticesOf(open);
});

/** The shipped round, where every bidder has cost lines of its own that nobody else may see. */
function withCosts() {
  const { bound, offers } = shippedRound("dps-lone-parents");
  return openRound(
    bound,
    offers.map(({ offer, pricePence }, k) => ({
      offer: { ...offer, costs: { setUp: 271_828 + k, perStart: 314_159 + k } },
      pricePence,
    })),
  );
}

const words = (text: string) => text.replace(/\s+/gu, " ");

describe("regulation 31, field by field", () => {
  it.each(ids)(
    "the notice to %s has every field of an assessment summary, as data and in both prints",
    (id) => {
      const notice = notices.get(id)!;
      const judged = open.judge().ranking.find(({ offer }) => offer.offer.id === id)!;
      const prints = [words(noticeText(notice)), noticeHtml(notice)];
      const printed = (text: string) => {
        expect(prints[0]).toContain(text);
        expect(prints[1]).toContain(text.replaceAll("&", "&amp;").replaceAll("'", "&#39;"));
      };
      // The supplier's name, address and identifier; what is not on file is said to be missing.
      printed(judged.offer.offer.bidder.name);
      printed("address not on file; identifier not on file");
      printed(notice.commissioner.name);
      printed(notice.requirement.title);
      // Each criterion: title, relative importance, scores available, how assessed.
      const scores = notice.criteria.flatMap((criterion) => [criterion, ...criterion.parts]);
      expect(scores.map(({ importance }) => importance)).toEqual([35, 21, 14, 10, 10, 15, 30]);
      for (const { title, assessed } of scores) {
        expect(prints[1]).toContain(title.replaceAll("'", "&#39;"));
        if (assessed !== "By its parts") printed(assessed);
      }
      // The score with an explanation by the tender and the rule, for everything that was scored.
      for (const score of scores.filter(({ parts }) => parts.length === 0)) {
        const marks = judged.marks[score.id];
        expect(score.marks).toBe(marks === undefined ? undefined : marks / 100);
        if (marks === undefined) continue;
        expect(score.reason!.rule).not.toBe("");
        expect(score.reason!.held).not.toBe("");
        const told = judged.offer.offer.quality[score.id];
        expect(score.reason!.tender).toBe(told?.tender);
        expect(score.reason!.rating).toBe(told?.rating);
      }
      // Total and sub-totals.
      expect(notice.total).toBe(judged.total === undefined ? undefined : judged.total / 100);
      if (notice.total !== undefined)
        expect(Math.round((notice.subTotals.quality! + notice.subTotals.price!) * 100)).toBe(judged.total);
      // Any further reason for not winning.
      expect(notice.furtherReasons).toHaveLength(judged.excluded.length + (id === "elm" ? 1 : 0));
      // The winners' names, totals and scores, and what can be done next.
      expect(notice.winners.map(({ total }) => total)).toEqual([85.67, 81.61, 75]);
      for (const { winners } of scores) expect(winners).toHaveLength(3);
      expect(notice.next.length).toBeGreaterThan(0);
      expect(notice.localNeeds.sentences.length).toBeGreaterThan(0);
    },
  );
});

it.each(ids)("no rival's price, and nobody's cost lines, are in the notice to %s", (id) => {
  const notice = notices.get(id)!;
  const all = [JSON.stringify(notice), noticeText(notice), noticeHtml(notice)].join("\n");
  for (const { offer, pricePence } of open.offers) {
    if (offer.id !== id) {
      const pounds = String(pricePence / 100);
      const shown = `£${pounds.slice(0, -3)},${pounds.slice(-3)}`;
      for (const price of [shown, `"${pounds}"`, String(pricePence)])
        expect(all.replaceAll("4800000", "").includes(price), `${offer.id}'s ${price}`).toBe(false);
    }
    for (const cost of Object.values(offer.costs)) expect(all).not.toContain(String(cost));
  }
  expect(all).not.toMatch(/271,?8|314,?1|perStart|setUp/);
});

it("the rule that gave a score is told with the offer's own values and no other's", () => {
  const held = (notice: Notice, id: string) =>
    notice.criteria.flatMap((c): readonly NoticeScore[] => [c, ...c.parts]).find((score) => score.id === id)!
      .reason!.held;
  const elm = notices.get("elm")!;
  expect(held(elm, "understanding").replaceAll("\u00a0", " ")).toBe("good (4): 21 points × good share 80 %");
  expect(held(elm, "price")).toBe("30 points × (lowest price ÷ price £40,200)");
});

describe("what can be worked out is said where it is so, and nowhere else", () => {
  const compares = /compares offers/;

  it("of a relative formula, to all but the lowest price", () => {
    expect(notices.get("elm")!.caveats.join()).toMatch(compares);
    expect(notices.get("kale")!.caveats.join()).not.toMatch(compares);
    expect(notices.get("hazel")!.caveats.join()).not.toMatch(compares);
  });

  it("not of an absolute formula", async () => {
    const absolute = roundOf(
      {
        id: "absolute",
        title: "An absolute formula",
        commissioner: { name: "An authority" },
        published: "2025-03-01",
        budget: 1000,
        priceCeiling: 1000,
        criteria: [{ id: "price", title: "Price", weight: 100, rule: "price-bands" }],
        tieBreaks: ["price", "lot"],
      },
      [
        { id: "a", bidder: { name: "A" }, price: 700 },
        { id: "b", bidder: { name: "B" }, price: 800 },
      ],
    );
    const made = await noticesOf(absolute);
    // But for what a price that would have won tells, nothing follows.
    expect(made.get("b")!.caveats).toEqual([expect.stringMatching(/^A price that would have won/)]);
    // From 24 February 2025 on the standstill of the Act is told.
    expect(made.get("b")!.next[0]).toMatch(/8 working days/);
    expect(notices.get("elm")!.next[0]).not.toMatch(/8 working days/);
  });
});

it("where an offer stands: rank, spread and the tie that was decided", async () => {
  const made = await noticesOf(shippedRound("goldilocks"));
  // 75, 70.83, 75: the first two by quality, the middle of three is 75.
  expect(made.get("a")).toMatchObject({ rank: 2, ranked: 3, total: 75 });
  expect(made.get("a")!.standing.spread).toEqual({ highest: 75, middle: 75, lowest: 70.83 });
  expect(made.get("a")!.standing.sentences.join(" ")).toMatch(/same total.*more marks for Quality/);
});

it("a bidder that was left out learns why, what would have passed, and what would have followed", () => {
  const hazel = noticeText(notices.get("hazel")!);
  expect(words(hazel)).toContain(
    "(lead-in too long). Your offer has a lead-in of 4 months; a lead-in of 2 months would have passed.",
  );
  expect(words(hazel)).toContain(
    "With a lead-in of 2 months your offer would have ranked 1st with 89.33 marks and won.",
  );
  expect(notices.get("hazel")!.localNeeds.metConditions).toBe(false);
  expect(notices.get("elm")!.localNeeds.metConditions).toBe(true);
});

it("conditions are counted as they were asked, and local needs are answered from what was noted", () => {
  const { sentences, gates } = notices.get("gorse")!.localNeeds;
  const told = sentences.join(" ");
  // Seven gates and the standard, which is not asked of an offer that a gate stopped.
  expect(gates.map(({ passed }) => passed)).toEqual([true, true, true, true, false, true, true, undefined]);
  expect(told).toContain(
    "It met 6 of the 7 conditions that were looked at; it did not meet “The bidder holds the insurance asked for”.",
  );
  expect(told).toContain("was not looked at, as your offer had been stopped before");
  expect(told).toContain(
    "Understanding of lone parents' needs: rated 3 of 5. Your tender: Section 2 plans childcare with a partner.",
  );
  expect(told).toContain("It serves 4 of the 4 jobcentres named");
  expect(notices.get("elm")!.localNeeds.sentences.join(" ")).toContain("It met all 8 conditions");
});

it("every step that a change needs is counted and named", () => {
  const all = (id: string) => words(notices.get(id)!.nearestSentences.join(" "));
  // Larch has to come under the ceiling; the price that wins does that too, and the two count as one.
  expect(all("larch")).toMatch(/Two steps together: with a rating of 2.5 .* and a price of £39,200 instead/);
  // Gorse has to hold the insurance besides whatever else.
  const { besides, pair } = notices.get("gorse")!.nearest as { besides: Besides; pair: object };
  expect(besides.facts.map(({ fact }) => fact)).toEqual(["insurancePence"]);
  expect(pair).toBeDefined();
  expect(all("gorse")).toMatch(/Three steps together: with insurance cover of £1,000,000, a rating/);
  // Below the standard: understanding at 3 reaches it, and is one of the two.
  expect(all("ivy")).toMatch(/Two steps together: with a rating of 3 instead of 2 .* and a price of £18,150/);
});

describe("a bidder that was excluded", () => {
  const round = (more: object) =>
    roundOf(
      {
        id: "excluded",
        title: "Grounds of exclusion",
        commissioner: { name: "An authority" },
        published: "2025-03-01",
        budget: 1000,
        checks: ["not-excluded", "low-price-explained"],
        criteria: [{ id: "quality", title: "Quality", weight: 100, rule: "rated-share" }],
      },
      [{ id: "a", bidder: { name: "A" }, price: 700, quality: { quality: { rating: 60 } }, ...more }],
    );

  it("is told the ground that was found, and that nobody met all conditions", async () => {
    const made = await noticesOf(round({ exclusions: ["Serious misconduct, <2024>", "Unpaid tax"] }));
    const [reason] = made.get("a")!.furtherReasons;
    expect(reason).toBe(
      "Not met: “No ground of exclusion applies”. We found that these grounds of exclusion in law apply to you: “Serious misconduct, <2024>” and “Unpaid tax”.",
    );
    expect(noticeHtml(made.get("a")!)).toContain("Serious misconduct, &lt;2024&gt;");
    const { bound, judge } = round({ exclusions: ["Unpaid tax"] });
    const said = awardSentences(bound, judge(), { pulls: undefined, paradox: undefined, unread: [] });
    expect(said.award).toBe("Nobody wins: no offer met all conditions, so none was ranked.");
  });

  it("is told that its explanation of a low price was not accepted", async () => {
    const made = await noticesOf(round({ lowPrice: { explanation: "Shared staff.", accepted: false } }));
    const notice = made.get("a")!;
    expect(notice.furtherReasons).toEqual([
      "Not met: “An abnormally low price is explained”. We found your price abnormally low and asked you to explain it. You explained: “Shared staff.” We did not accept that explanation.",
    ]);
    // It is no ground of exclusion, and no sentence says so.
    expect(notice.localNeeds.sentences).toEqual([
      "It met 1 of the 2 conditions that were looked at; it did not meet “An abnormally low price is explained”.",
    ]);
    expect(`${noticeText(notice)} ${noticeHtml(notice)}`).not.toMatch(/ground of exclusion/i);
  });
});

it("no mark for the price of a loser can be read or worked out", async () => {
  const made = await noticesOf(shippedRound("goldilocks"));
  // A, who lost, has 50 of 50 for its price of £50, B 33.33: only the winner's 25 may stand beside a bidder's own.
  const price = made.get("b")!.criteria.find(({ id }) => id === "price")!;
  expect(price).toMatchObject({ marks: 33.33, winners: [25] });
  expect(price).not.toHaveProperty("spread");
  expect(noticeText(made.get("b")!)).not.toMatch(/high +mid +low/);
  expect(made.get("b")!.caveats.join(" ")).toMatch(
    /A price that would have won.*may still tell roughly what another bidder asked for/,
  );
  // A's nearest price used to be £49.98, two pence under a tie.
  expect(made.get("a")!.nearestSentences.join(" ")).toContain("£49.90");
  // Where only the price is scored totals are prices.
  const alone = roundOf(
    {
      id: "price-alone",
      title: "Price alone",
      commissioner: { name: "An authority" },
      published: "2025-03-01",
      budget: 1000,
      criteria: [{ id: "price", title: "Price", weight: 100, rule: "lowest-over-price" }],
    },
    ["a", "b", "c"].map((id, k) => ({ id, bidder: { name: id }, price: 500 + 100 * k })),
  );
  for (const notice of (await noticesOf(alone)).values()) expect(notice.standing.spread).toBeUndefined();
});

it("what bidders type stays text, in every print", async () => {
  const { bound, offers } = shippedRound("dps-lone-parents");
  const typed = offers.map(({ offer, pricePence }) => ({
    offer: {
      ...offer,
      bidder: { name: hostile, address: hostile, identifier: hostile },
      quality: Object.fromEntries(
        Object.entries(offer.quality).map(([leaf, of]) => [
          leaf,
          { ...of, tender: hostile, because: hostile },
        ]),
      ),
    },
    pricePence,
  }));
  for (const notice of (await noticesOf(openRound(bound, typed))).values()) {
    const html = noticeHtml(notice);
    const elements = elementsOf(html);
    expect(elements.filter(({ name }) => ["script", "img", "a", "link"].includes(name))).toEqual([]);
    for (const { attributes } of elements)
      for (const key of attributes.keys()) expect(key).not.toMatch(/^on/);
    expect(html).not.toContain("\u202e");
    expect(noticeText(notice)).not.toContain("\u202e");
  }
});

it("plain text is 80 columns wide", () => {
  for (const notice of notices.values())
    for (const line of noticeText(notice).split("\n")) expect(visibleWidth(line)).toBeLessThanOrEqual(80);
});

it("a sole winner without a price that is scored reads nothing that it cannot understand", async () => {
  const alone = roundOf(
    {
      id: "alone",
      title: "One offer, quality alone",
      commissioner: { name: "An authority" },
      published: "2025-03-01",
      budget: 1000,
      criteria: [{ id: "quality", title: "Quality", weight: 100, rule: "rated-share" }],
    },
    [{ id: "a", bidder: { name: "A" }, price: 700, quality: { quality: { rating: 60 } } }],
  );
  const notice = (await noticesOf(alone)).get("a")!;
  expect(notice.headline).toBe("Your offer has won. It was the only one that was ranked.");
  expect(notice.nearestSentences).toEqual([
    "No losing offer was ranked below yours, so there is no lead to tell.",
  ]);
  expect(words(noticeText(notice))).toContain("Total 60 of 100: quality 60. Why");
  expect(noticeHtml(notice)).not.toContain("price –");
});
