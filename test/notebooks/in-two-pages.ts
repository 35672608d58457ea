import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { Site } from "./opened-site.ts";

/**
 * Does each work in a page that shows something else before it, on two pages at the same time; nothing may go wrong in them.
 * A live run ends at one block of futures.
 */
export async function inTwoPages(
  site: Site,
  all: readonly string[],
  work: (page: Page, one: string) => Promise<void>,
): Promise<void> {
  const rest = [...all];
  const follow = async () => {
    const { page, faults } = await site.open("index.html", { futures: 512 });
    for (let one = rest.shift(); one !== undefined; one = rest.shift()) {
      // Where only what follows # differs, a page is not loaded anew.
      await page.goto(`${site.url}index.html`);
      await work(page, one);
    }
    expect(faults).toEqual([]);
    await page.close();
  };
  await Promise.all([follow(), follow()]);
}
