import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { filesIn } from "../../src/cli/library.ts";
import { openSite, type Site, siteFolder, untilShown } from "./opened-site.ts";

// What must hold of every notebook, whoever wrote it: each file in notebooks/ is found and tried.
const names = filesIn("notebooks", [".html"])
  .map((path) => path.replace(/^.*[\\/]/, "").replace(/\.html$/, ""))
  .filter((name) => name !== "index");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const axeRules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 240_000);
afterAll(() => site?.close());

type Finding = { id: string; nodes: { html: string; failureSummary: string }[] };

describe.each(names)("the notebook %s", (name) => {
  for (const theme of ["light", "dark"] as const)
    it(`loads without an error or a request to elsewhere, and axe finds nothing, in ${theme}`, async () => {
      const { page, faults } = await site.open(`${name}.html`, theme);
      await untilShown(page);
      expect(await page.locator(".observablehq--error").count()).toBe(0);
      expect(faults).toEqual([]);
      await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
      await page.waitForTimeout(200);
      await page.evaluate(axe);
      const { violations } = (await page.evaluate(
        `axe.run(document, { runOnly: ${JSON.stringify(axeRules)} })`,
      )) as { violations: Finding[] };
      const said = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
      );
      expect(said).toEqual([]);
      await page.close();
    });

  it("has no sideways scroll at 390 pixels, and targets of at least 24", async () => {
    const { page } = await site.open(`${name}.html`, "light", 390);
    await untilShown(page);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
    const small =
      await page.evaluate(`[...document.querySelectorAll("main :is(button, input, select, summary)")]
      .filter((one) => one.checkVisibility() && !one.closest("label"))
      .filter((one) => Math.min(one.getBoundingClientRect().width, one.getBoundingClientRect().height) < 24)
      .map((one) => one.outerHTML)`);
    expect(small).toEqual([]);
    await page.close();
  });

  it("runs under the policy that its page states, in a single file from disk too", async () => {
    const html = readFileSync(join(siteFolder, `${name}.html`), "utf8");
    expect(html).toContain(
      "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; worker-src 'self' blob:",
    );
    const file = join(siteFolder, "single", `${name}.html`);
    expect(existsSync(file)).toBe(true);
    const { page, faults } = await site.open(pathToFileURL(file).href);
    await untilShown(page);
    expect(await page.locator(".observablehq--error").count()).toBe(0);
    expect(faults).toEqual([]);
    await page.close();
  });
});
