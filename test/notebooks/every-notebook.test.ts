import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { filesIn } from "../../src/cli/library.ts";
import { faintMarks } from "./mark-contrast.ts";
import { openSite, type Site, siteFolder, untilShown } from "./opened-site.ts";

// What must hold of every notebook, whoever wrote it: each file in notebooks/ is found and tried.
const names = filesIn("notebooks", [".html"])
  .map((path) => path.replace(/^.*[\\/]/, "").replace(/\.html$/, ""))
  .filter((name) => name !== "index");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const axeRules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
// Charts have all their marks by then; tests of single pages wait for what refines an answer.
const futures = 2048;
const axeRulesOfColour = ["color-contrast", "link-in-text-block"];

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 240_000);
afterAll(() => site?.close());

type Finding = { id: string; nodes: { html: string; failureSummary: string }[] };

/** What axe finds in a page by all rules of the levels above, or by those of colour: no other hangs on the theme. */
async function violationsIn(page: Page, rules: readonly string[]): Promise<string[]> {
  const { violations } = (await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ["violations"] })`,
  )) as { violations: Finding[] };
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}

const background = (page: Page) =>
  page.evaluate(
    "getComputedStyle(document.documentElement).backgroundColor + getComputedStyle(document.body).backgroundColor",
  );

// Each page is on its own, so that some can be tried at the same time.
describe.concurrent.each(names)("the notebook %s", (name) => {
  it("loads without an error or a request to elsewhere, axe finds nothing and every mark is seen, in light and in dark", async () => {
    // A theme may change while a page is open. Each theme is the first of some pages.
    const themes =
      names.indexOf(name) % 2 === 0 ? (["light", "dark"] as const) : (["dark", "light"] as const);
    const { page, faults } = await site.open(`${name}.html`, { theme: themes[0], futures });
    await untilShown(page);
    const backgrounds = new Set();
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme });
      // Charts are drawn anew in the colours of the theme.
      await page.waitForTimeout(600);
      backgrounds.add(await background(page));
      const { marks, faint } = (await page.evaluate(faintMarks)) as { marks: number; faint: string[] };
      expect([theme, faint]).toEqual([theme, []]);
      const charts = await page.locator(".figure .chart").count();
      expect(marks).toBeGreaterThanOrEqual(5 * charts);
      await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
      await page.waitForTimeout(200);
      if (theme === themes[0]) await page.evaluate(axe);
      const rules = theme === themes[0] ? axeRules : axeRulesOfColour;
      expect([theme, await violationsIn(page, rules)]).toEqual([theme, []]);
      expect(await page.locator(".observablehq--error").count()).toBe(0);
      expect(faults).toEqual([]);
    }
    expect(backgrounds.size).toBe(2);
    await page.close();
  });

  it("runs in a single file from disk under the policy that its page states; at 390 pixels it has no sideways scroll and targets of at least 24, and all of it is on paper", async () => {
    const html = readFileSync(join(siteFolder, `${name}.html`), "utf8");
    expect(html).toContain(
      "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; worker-src 'self' blob:",
    );
    const file = join(siteFolder, "single", `${name}.html`);
    expect(existsSync(file)).toBe(true);
    const { page, faults } = await site.open(pathToFileURL(file).href, { width: 390, futures });
    await untilShown(page);
    expect(await page.locator(".observablehq--error").count()).toBe(0);
    expect(faults).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
    const small =
      await page.evaluate(`[...document.querySelectorAll("main :is(button, input, select, summary)")]
      .filter((one) => one.checkVisibility() && !one.closest("label"))
      .filter((one) => Math.min(one.getBoundingClientRect().width, one.getBoundingClientRect().height) < 24)
      .map((one) => one.outerHTML)`);
    expect(small).toEqual([]);

    // On paper no table is cut or lies over another one, and every lever has its value.
    await page.setViewportSize({ width: 690, height: 975 });
    await page.emulateMedia({ media: "print" });
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    await page.waitForTimeout(500);
    const onPaper = await page.evaluate(`(() => {
      const places = [...document.querySelectorAll("main table")].filter((one) => one.checkVisibility())
        .map((one) => ({ name: one.caption?.textContent ?? one.textContent.slice(0, 60), at: one.getBoundingClientRect() }));
      const cut = places.filter(({ at }) => at.right > innerWidth).map(({ name, at }) => name + " is cut at " + at.right);
      const over = places.flatMap((one, p) => places.slice(p + 1).filter(({ at }) =>
        at.left < one.at.right && at.right > one.at.left && at.top < one.at.bottom && at.bottom > one.at.top)
        .map(({ name }) => one.name + " lies over " + name));
      const mute = [...document.querySelectorAll(".lever")].filter((one) => one.checkVisibility())
        .filter((one) => ![...one.querySelectorAll("input:not([type=range]), select")].some((value) => value.checkVisibility())
          && getComputedStyle(one, "::after").content === "none").map((one) => one.textContent);
      return [...cut, ...over, ...mute];
    })()`);
    expect(onPaper).toEqual([]);
    expect(faults).toEqual([]);
    await page.close();
  });
});
