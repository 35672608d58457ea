import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sharesOf } from "../../src/notebook/award/weights.ts";
import { shippedRound } from "../award/read-round.ts";
import { openSite, type Site, untilShown } from "./opened-site.ts";

const wait = { timeout: 180_000 };

describe("weights by levers", () => {
  const published = { a: 60, b: 40 };

  it("count by their proportions, keep two decimals and come to 100", () => {
    expect(sharesOf({ a: 60, b: 40 }, published)).toEqual(published);
    expect(sharesOf({ a: 30, b: 10 }, published)).toEqual({ a: 75, b: 25 });
    const thirds = sharesOf({ a: 1, b: 1, c: 1 }, { a: 50, b: 25, c: 25 });
    expect(thirds).toEqual({ a: 33.33, b: 33.34, c: 33.33 });
  });

  it("stand as published where all are at 0", () => {
    expect(sharesOf({ a: 0, b: 0 }, published)).toEqual(published);
  });
});

describe("the notebook award-and-feedback", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  }, 240_000);
  afterAll(() => site?.close());

  it("ranks as the command line does, re-orders as a weight moves, and a link restores both", async () => {
    const { page, faults } = await site.open("award-and-feedback.html");
    await untilShown(page);
    const bidders = () => page.locator(".ranking .bidder").allTextContents();
    const { ranking } = shippedRound("dps-lone-parents").judge();
    const names = ranking.map(({ offer }) => offer.offer.bidder.name);
    await expect.poll(bidders, wait).toEqual(names);
    const totals = await page.locator(".ranking .total").allTextContents();
    expect(totals.map(Number)).toEqual(
      ranking.flatMap(({ total }) => (total === undefined ? [] : [total / 100])),
    );

    // By price alone the cheapest leads: £29,500 of those that are left.
    for (const name of ["localNeeds", "reach", "socialValue", "delivery"])
      await page.locator(`input[type=number][id^="lever-weight-${name}"]`).fill("0");
    await expect.poll(async () => (await bidders())[0], wait).toBe("Kale Recruitment");
    expect(await page.locator(".ranking .why").first().textContent()).toContain("wins");
    // The address is written a little after the last move.
    await page.waitForURL(/weight-delivery=0/);
    const moved = await bidders();

    const { page: again } = await site.open(page.url().split("/").at(-1)!);
    await untilShown(again);
    await expect.poll(() => again.locator(".ranking .bidder").allTextContents(), wait).toEqual(moved);
    expect(faults).toEqual([]);
    await again.close();

    // The notice is to the bidder that is chosen, about the round as it stands.
    await page.locator('select[id^="choice-bidder"]').selectOption("cedar");
    await expect.poll(() => page.locator(".notice h3").textContent(), wait).toBe("To Cedar Works");
    expect(await page.locator(".notice").textContent()).toMatch(/What would have won|By how much you won/);
    await page.close();
  });

  it.each([1200, 390])(
    "the notice stands beside the ranking or below it, with its reasons, at %s px",
    async (width) => {
      const { page, faults } = await site.open("award-and-feedback.html", { width });
      await untilShown(page);
      await expect.poll(() => page.locator(".notice").count(), wait).toBe(1);
      const [ranking, notice] = [
        (await page.locator(".ranking").boundingBox())!,
        (await page.locator("#notice").boundingBox())!,
      ];
      const link = page.locator('a[href="#notice"]');
      if (width >= 1100) {
        expect(notice.x).toBeGreaterThanOrEqual(ranking.x + ranking.width);
        expect(notice.y).toBeLessThan(ranking.y + ranking.height);
        expect(await link.isVisible()).toBe(false);
      } else {
        expect(notice.y).toBeGreaterThanOrEqual(ranking.y + ranking.height);
        expect(await link.isVisible()).toBe(true);
      }
      const told = (await page.locator(".notice").textContent())!;
      expect(told).toMatch(/Rated 4 of 5\. Rule “.*Your tender: Section/);
      expect(told).toContain("% of all marks");
      // No number of a strip reaches into the next one.
      const overlaps = await page.locator("#figure-marks svg").evaluate((svg) => {
        const boxes = (name: string, isAsked: (text: string) => boolean) =>
          [...svg.querySelectorAll(name)]
            .filter((each) => isAsked(each.textContent ?? ""))
            .map((each) => each.getBoundingClientRect());
        const texts = boxes("text", (text) => /^[\d.]+$/.test(text));
        const bars = boxes("rect", () => true);
        const meet = texts.filter((text) =>
          bars.some(
            (bar) =>
              bar.left > text.left &&
              bar.left < text.right - 0.5 &&
              bar.top < text.bottom &&
              bar.bottom > text.top,
          ),
        );
        return { texts: texts.length, bars: bars.length, meet: meet.length };
      });
      // A strip a criterion is looked at, five of them.
      expect(overlaps.texts).toBeGreaterThanOrEqual(5);
      expect(overlaps.bars).toBeGreaterThanOrEqual(5);
      expect(overlaps.meet).toBe(0);
      expect(faults).toEqual([]);
      await page.close();
    },
  );
});
