import { beforeAll, describe, expect, it } from "vitest";
import { type OfferTest, testOffer } from "../../../src/offer/test/test-offer.ts";
import { boardHtml } from "../../../src/report/offer/board-html.ts";
import { offerCsv } from "../../../src/report/offer/offer-csv.ts";
import { offerTestText } from "../../../src/report/offer/offer-test-text.ts";
import { worstMargin } from "../../../src/report/offer/worst-margin.ts";
import { shownEstimate } from "../../../src/report/shown-estimate.ts";
import { shownName, visibleWidth } from "../../../src/report/visible-width.ts";
import { simulateHere } from "../../../src/sim/simulate-here.ts";
import { type OpenedOwnOffer, sampleOffer, soundOffer } from "../../offer/open-own-offer.ts";

const hostile = '<script>alert(1)</script> & "=1+1" \u202e';

describe("a test of an offer on paper and on screen", () => {
  let own: OpenedOwnOffer;
  let test: OfferTest;
  beforeAll(async () => {
    own = soundOffer({ ...sampleOffer(), provider: hostile, title: `=${hostile}` });
    test = await testOffer({
      ...own,
      paths: 512,
      seed: "board",
      rest: async () => {},
      simulate: (policies, n) => simulateHere(own.checked, policies, n, { seed: "board" }),
    });
  });

  it("shows markup in names and runs none of it", () => {
    const html = boardHtml(own.offer, own.checked, test, { command: `riskshare offer test '${hostile}'` });
    expect(html).not.toContain("<script");
    expect(html).toContain("&lt;script&gt;");
    expect(html).not.toContain("\u202e");
  });

  it("has the verdict, the limits, the cash, three risks at most, what to ask for and all terms", () => {
    const html = boardHtml(own.offer, own.checked, test, { command: "riskshare offer test x" });
    for (const title of [
      "Against your limits",
      "What it comes to",
      "Your cash, month by month",
      "The biggest risks",
      "What to ask the commissioner for",
      "The same offer under other terms",
    ])
      expect(html).toContain(title);
    expect(html.match(/<ol>.*?<\/ol>/s)![0].match(/<li>/g)!.length).toBeLessThanOrEqual(3);
    for (const { title } of test.terms) expect(html).toContain(shownName(title).replaceAll("'", "&#39;"));
    // A picture has words for those who do not see it.
    expect(html).toMatch(/<desc id="cash-desc">In the middle future cash is lowest in month \d+/);
  });

  it.each([80, 120])("fits a terminal of %d columns", (width) => {
    const lines = offerTestText(own.offer, own.checked, test, width).split("\n");
    expect(lines.filter((line) => visibleWidth(line) > width)).toEqual([]);
  });

  it("has the worst futures as a margin, with the sign that the page and the terminal share", () => {
    // A loss on average in them is a margin below nothing, the same text in both.
    const worst = test.terms[test.own]!.measures.expectedShortfall95.value!;
    expect(worst).toBeGreaterThan(0);
    const shown = shownEstimate(worstMargin(test.terms[test.own]!.measures)).text;
    expect(shown).toMatch(/^−£/);
    expect(boardHtml(own.offer, own.checked, test, { command: "x" })).toContain(shown);
    expect(offerTestText(own.offer, own.checked, test, 120)).toContain(shown);
  });

  it("gives cash by month as a table, lowest share first", () => {
    const rows = offerCsv(test)["cash.csv"]!.trim().split("\r\n").slice(1);
    expect(rows).toHaveLength(test.cash.pounds[0]!.length);
    for (const row of rows) {
      const pounds = row.split(",").slice(1).map(Number);
      expect(pounds).toEqual([...pounds].sort((a, b) => a - b));
    }
  });
});
