import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inTwoPages } from "./in-two-pages.ts";
import { openSite, type Site, until, untilDone } from "./opened-site.ts";
import { scenarioShapes } from "./scenario-shapes.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 240_000);
afterAll(() => site?.close());

const address = "risk-frontier.html#futures=2048";
const sentence = (on: Page) => on.locator(".sentence").textContent();
const cells = (on: Page) => on.locator(".pair-grid button").allTextContents();

describe("risk-frontier", () => {
  it("shows today's terms and 42 pairs, and marks the pairs that no other dominates", async () => {
    const { page, faults } = await site.open(address);
    await untilDone(page);
    await page.getByText("Data as a table").click();
    await until(page, 'document.querySelector("#figure-frontier tbody tr") !== null');
    const rows = (await page.evaluate(
      `[...document.querySelectorAll("#figure-frontier tbody tr")].map((row) => [...row.cells].map((cell) => cell.textContent))`,
    )) as string[][];
    expect(rows.length).toBe(43);
    const number = (text: string) => Number(text.replace(/[£%,\s]/g, ""));
    const pairs = rows.slice(1).map((row) => ({ loss: number(row[3]!), bill: number(row[6]!), on: row[9]! }));
    const marked = pairs.filter(({ on }) => on === "yes");
    expect(marked.length).toBeGreaterThan(2);
    // Numbers in the table are rounded, so a pair that beats a marked one does so by no more than rounding.
    for (const point of marked)
      for (const other of pairs)
        expect(other.bill < point.bill - 1 && other.loss < point.loss - 0.1).toBe(false);
    for (const point of pairs.filter(({ on }) => on === "no"))
      expect(pairs.some(({ bill, loss }) => bill <= point.bill && loss <= point.loss)).toBe(true);
    const stars = (await cells(page)).filter((text) => text.startsWith("★")).length;
    expect(stars).toBe(marked.length);
    expect(faults).toEqual([]);
    await page.close();
  });

  it("says the cheapest pair under the limit, and another where the limit moves", async () => {
    const { page } = await site.open(address);
    await untilDone(page);
    const before = await sentence(page);
    expect(before).toMatch(/^The cheapest pair that keeps the provider’s chance of a loss at or under 40\s%/);
    await page.getByLabel("Highest chance of a loss to accept", { exact: true }).fill("10");
    await until(page, 'document.querySelector(".sentence").textContent.includes("10\u00a0%")');
    expect(await sentence(page)).not.toBe(before);
    await until(page, "location.hash.includes('limit=10')");
    await page.close();
  });

  it("leads through the pairs by arrow keys and tells the terms of each", async () => {
    const { page } = await site.open(address);
    await untilDone(page);
    await page.locator(".pair-grid button").first().click();
    const told = () => page.locator(".pair-told").textContent();
    expect(await told()).toMatch(/^No service fee and no cancellation fee: a loss in/);
    await page.keyboard.press("ArrowRight");
    expect(await told()).toMatch(/^A service fee of 10\s% and no cancellation fee: /);
    await page.keyboard.press("ArrowDown");
    expect(await told()).toMatch(/^A service fee of 10\s% and a cancellation fee of up to £1,000: /);
    expect(await page.locator("#figure-frontier .ring").count()).toBe(1);
    expect(await page.locator('.pair-grid button[tabindex="0"]').count()).toBe(1);
    await page.close();
  });

  it("changes its numbers with a term that is held, and shows the same view from its address", async () => {
    const { page: first } = await site.open(address);
    await untilDone(first);
    const before = await cells(first);
    await first.getByLabel("Minimum guarantee", { exact: true }).fill("50");
    await until(first, "location.hash.includes('guaranteeShare=50')");
    await untilDone(first);
    const after = await cells(first);
    expect(after).not.toEqual(before);
    const { page: second } = await site.open(first.url());
    await untilDone(second);
    expect(await cells(second)).toEqual(after);
    expect(await sentence(second)).toBe(await sentence(first));
    await first.close();
    await second.close();
  });

  it("can be run on shipped scenarios of every shape", async () => {
    await inTwoPages(site, scenarioShapes, async (on, id) => {
      await on.goto(`${site.url}risk-frontier.html#scenario=${id}&futures=512`);
      await until(
        on,
        'document.querySelector("#figure-frontier svg") !== null || document.querySelector(".problems li, .observablehq--error") !== null',
      );
      expect([id, await on.locator(".problems").first().textContent()]).toEqual([id, ""]);
      expect([id, await on.locator(".observablehq--error").count()]).toEqual([id, 0]);
    });
  });
});
