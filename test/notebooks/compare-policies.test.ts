import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scenarioNames } from "../../src/cli/library.ts";
import { riskshare } from "../cli/run-riskshare.ts";
import { hangWorkersOn } from "./hung-worker.ts";
import { inTwoPages } from "./in-two-pages.ts";
import { openSite, type Site, until, untilDone } from "./opened-site.ts";
import { scenarioShapes } from "./scenario-shapes.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 240_000);
afterAll(() => site?.close());

const page = "compare-policies.html";
const sentence = (on: Page) => on.locator(".sentence").textContent();
const box = (on: Page, label: string) => on.getByLabel(label, { exact: true });

async function downloaded(on: Page, button: string): Promise<string> {
  const [file] = await Promise.all([
    on.waitForEvent("download"),
    on.getByRole("button", { name: button }).click(),
  ]);
  return readFileSync(await file.path(), "utf8");
}

describe("compare-policies", () => {
  it("gives the command line's answer for the scenario that it saves, byte for byte", async () => {
    const { page: opened } = await site.open(`${page}#serviceFeeShare=35&guaranteeShare=25&seed=a+seed`, {
      futures: "all",
    });
    await opened.waitForSelector("#figure-cash svg");
    const scenario = await downloaded(opened, "Save the scenario with your terms");
    const folder = mkdtempSync(join(tmpdir(), "riskshare-notebook-"));
    try {
      writeFileSync(join(folder, "scenario.yaml"), scenario);
      const words = ["compare", join(folder, "scenario.yaml"), "--policies", "today,your-terms"];
      const more = ["--basis", "same-unit-prices", "--paths", "200000", "--seed", "a seed", "--json"];
      // Both work at the same time.
      const typed = riskshare([...words, ...more]);
      await untilDone(opened);
      const answer = (await downloaded(opened, "Save the answer as JSON")).trim();
      const { stdout, stderr } = await typed;
      expect(stderr).toBe("");
      const untimed = (text: string) => text.trim().replace(/"elapsedMs":[\d.]+/, '"elapsedMs":0');
      expect(untimed(answer)).toBe(untimed(stdout));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    await opened.close();
  });

  it("changes its numbers when a lever is moved by key, and says when the run is done", async () => {
    const { page: opened } = await site.open(page);
    await untilDone(opened);
    const before = await sentence(opened);
    await opened.getByLabel("Minimum guarantee, %").focus();
    for (let press = 0; press < 5; press++) await opened.keyboard.press("ArrowRight");
    expect(await box(opened, "Minimum guarantee").inputValue()).toBe("5");
    await until(opened, "location.hash.includes('guaranteeShare=5')");
    await untilDone(opened);
    expect(await sentence(opened)).not.toBe(before);
    expect(await opened.locator("[aria-live=polite]").textContent()).toBe(await sentence(opened));
    await opened.close();
  });

  it("shows the same view from its address, and refuses numbers out of range", async () => {
    const { page: first } = await site.open(page);
    await untilDone(first);
    await box(first, "Service fee").fill("42.5");
    await first.getByLabel("Training of work coaches").check();
    await untilDone(first);
    await until(first, "location.hash.includes('42.5') && location.hash.includes('training')");
    await untilDone(first);
    await first.evaluate("navigator.clipboard.writeText = async (text) => { globalThis.copied = text; }");
    await first.getByRole("button", { name: "Copy a link" }).click();
    await until(first, "globalThis.copied !== undefined");
    const link = (await first.evaluate("globalThis.copied")) as string;
    // All that the view is made of, moved or not.
    for (const part of ["scenario=dps-2017", "seed=dps-2017", "serviceFeeMonths=6", "serviceFeeShare=42.5"])
      expect(link).toContain(part);
    const { page: second } = await site.open(link.replace(/v=[^&]*/, "v=9.9.9"));
    await untilDone(second);
    expect(await second.locator("[role=note]").textContent()).toContain("made with riskshare 9.9.9");
    expect(await box(second, "Service fee").inputValue()).toBe("42.5");
    expect(await second.getByLabel("Training of work coaches").isChecked()).toBe(true);
    const table = (on: Page) => on.locator("table").first().textContent();
    expect(await table(second)).toBe(await table(first));
    await box(second, "Service fee").fill("400");
    expect(await second.locator(".lever-fault").first().textContent()).toBe(
      "Give a number from 0 to 100; 42.5 is used.",
    );
    await box(second, "Months of service fee").fill("2.6");
    expect(await second.locator(".lever-fault").nth(1).textContent()).toBe("Whole numbers only: 3 is used.");
    await until(second, "location.hash.includes('serviceFeeMonths=3')");
    await second.getByRole("link", { name: "Edit this notebook" }).click();
    await second.waitForURL(/edit\.html#.*serviceFeeShare=42\.5/);
    await first.close();
    await second.close();
  });

  it("shows markup as it is written and does not run it", async () => {
    const seed = '<img src=x onerror="globalThis.hit=1">';
    const { page: opened, faults } = await site.open(`${page}#seed=${encodeURIComponent(seed)}`);
    await untilDone(opened);
    expect(await opened.locator("#figure-cash figcaption").textContent()).toContain(seed);
    expect(await opened.locator("img").count()).toBe(0);
    expect(await opened.evaluate("globalThis.hit")).toBe(undefined);
    expect(faults).toEqual([]);
    await opened.close();
  });

  it("offers every shipped scenario, and runs those of every shape with every term", async () => {
    const terms = "serviceFeeShare=30&triggerShare=60&cancellationCap=500&guaranteeShare=40&noticeMonths=2";
    const { page: opened, faults } = await site.open(page);
    await opened.waitForSelector("#figure-cash svg");
    const ids = (await opened.evaluate(
      '(async () => { while (!document.querySelector("select")) await new Promise((d) => setTimeout(d, 50)); return [...document.querySelector("select").options].map((one) => one.value); })()',
    )) as string[];
    expect([...ids].sort()).toEqual([...scenarioNames()].sort());
    await opened.close();
    await inTwoPages(site, scenarioShapes, async (on, id) => {
      await on.goto(`${site.url}${page}#scenario=${id}&${terms}`);
      await until(
        on,
        'document.querySelector("#figure-cash svg") !== null || document.querySelector(".problems li") !== null || document.querySelector(".observablehq--error") !== null',
      );
      expect([id, await on.locator(".problems").textContent()]).toEqual([id, ""]);
      expect([id, await on.locator(".observablehq--error").count()]).toEqual([id, 0]);
    });
    expect(faults).toEqual([]);
  });

  it("can be stopped, and goes on", async () => {
    const { page: opened } = await site.open(`${page}#scenario=work-programme-jsa25`, { futures: "all" });
    await opened.waitForSelector("#figure-cash svg");
    await opened.getByRole("button", { name: "Stop" }).click();
    await until(opened, 'document.querySelector(".run-text").textContent.startsWith("Stopped")');
    await opened.getByRole("button", { name: "Go on" }).click();
    await until(opened, '/^(Refining|Done)/.test(document.querySelector(".run-text").textContent)');

    // A worker that runs for ever is ended within a second or so, and a new one answers what is asked meanwhile.
    await hangWorkersOn(opened, "hang here");
    await opened.goto(`${site.url}index.html`);
    await opened.goto(site.url + page);
    await opened.waitForSelector("#figure-cash svg");
    const [hung] = opened.workers();
    await box(opened, "Seed of the luck").fill("hang here");
    await until(opened, 'document.querySelector(".run-text").textContent.startsWith("Working")');
    const began = Date.now();
    const ended = hung!.waitForEvent("close");
    await opened.getByRole("button", { name: "Stop" }).click();
    await box(opened, "Seed of the luck").fill("another seed");
    await ended;
    expect(Date.now() - began).toBeLessThan(5000);
    await until(opened, 'document.querySelector("#figure-cash").textContent.includes("another seed")');
    expect(opened.workers().length).toBe(1);
    await opened.close();
  });

  it("lets a reader change a cell under ?edit, and nowhere else", async () => {
    const { page: opened } = await site.open(`${page}?edit`);
    await opened.waitForURL("**/compare-policies.edit.html");
    await untilDone(opened);
    const editor = opened.locator(".cell-editor", { hasText: "Code of cell 11" });
    await editor.locator("summary").click();
    const code = await editor.locator("textarea").inputValue();
    await editor.locator("textarea").fill(code.replace('"Your terms"', '"Terms of ours"'));
    await editor.getByRole("button", { name: "Run" }).click();
    await until(opened, 'document.querySelector("table").textContent.includes("Terms of ours")');
    expect(await opened.locator("#cell-11 + pre").textContent()).toContain("Terms of ours");
    await opened.close();
    const { page: plain } = await site.open(page);
    await untilDone(plain);
    expect(await plain.locator(".cell-editor").count()).toBe(0);
    await plain.close();
  });
});
