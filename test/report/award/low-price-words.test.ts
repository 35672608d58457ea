import { expect, it } from "vitest";
import { awardSentences } from "../../../src/report/award/award-sentences.ts";
import { noticeHtml } from "../../../src/report/award/notice/notice-html.ts";
import { noticeText } from "../../../src/report/award/notice/notice-text.ts";
import { roundOf } from "../../award/round-of.ts";
import { noticesOf } from "./noticed.ts";

/** Half for quality, half for the price; whoever asks for less than nine tenths of the estimate has to explain it. */
function roundAt(expectedCost: number, offers: readonly object[]) {
  return roundOf(
    {
      id: "low-prices",
      title: "Low prices are to be explained",
      commissioner: { name: "A district" },
      published: "2026-05-01",
      budget: 2000,
      priceCeiling: 2000,
      checks: [{ rule: "low-against-estimate", parameters: { expectedCost } }],
      criteria: [
        { id: "quality", title: "Quality", weight: 50, rule: "rated-share" },
        { id: "price", title: "Price", weight: 50, rule: "linear-to-ceiling" },
      ],
    },
    offers,
  );
}

const offer = (id: string, price: number, rating: number, more: object = {}) => ({
  id,
  bidder: { name: id.toUpperCase() },
  price,
  quality: { quality: { rating } },
  ...more,
});
const none = { paradox: undefined, pulls: undefined, unread: [] };
const clause = /; you would have been asked to explain that price, as it is far below our own estimate\.$/;

it("a price that would have won says that it would have had to be explained", async () => {
  const offers = [offer("a", 1500, 90), offer("b", 1500, 60)];
  // B needs 15 marks: 50 marks are lost over £1,000 at least, so that it has to ask for £300 less or more than that.
  const low = (await noticesOf(roundAt(1500, offers))).get("b")!;
  const priced = low.nearestSentences.filter((sentence) => sentence.includes("a price of £"));
  expect(priced.length).toBeGreaterThan(0);
  expect(priced[0]).toMatch(clause);
  const rated = low.nearestSentences.filter((sentence) => !sentence.includes("a price of £"));
  expect(rated.join(" ")).not.toMatch(/asked to explain/);
  // Nothing is asked of a price where the estimate is lower.
  const fine = (await noticesOf(roundAt(100, offers))).get("b")!;
  expect(fine.nearestSentences.join(" ")).not.toMatch(/asked to explain/);
});

it("the award to an offer that has to explain its price waits, in the notice's first sentence and in the command", async () => {
  const waits = /^Your offer is in place to win, but the award waits until an explanation of its low price/;
  const open = roundAt(1500, [offer("a", 1300, 90), offer("b", 1400, 60)]);
  const notice = (await noticesOf(open)).get("a")!;
  expect(notice.headline).toMatch(waits);
  expect(noticeText(notice).replace(/\s+/gu, " ")).toContain(notice.headline);
  expect(noticeHtml(notice)).toContain(notice.headline);
  expect(awardSentences(open.bound, open.judge(), none).award).toMatch(/The award to A waits/);

  const accepted = { lowPrice: { explanation: "Shared rooms.", accepted: true } };
  const explained = roundAt(1500, [offer("a", 1300, 90, accepted), offer("b", 1400, 60)]);
  expect((await noticesOf(explained)).get("a")!.headline).toMatch(/^Your offer has won\./);
  expect(awardSentences(explained.bound, explained.judge(), none).award).not.toMatch(/waits/);
});
