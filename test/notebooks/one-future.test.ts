import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ExplainedPath } from "../../src/report/explained-path.ts";
import { riskshare } from "../cli/run-riskshare.ts";
import { inTwoPages } from "./in-two-pages.ts";
import { openSite, type Site, until } from "./opened-site.ts";
import { scenarioShapes } from "./scenario-shapes.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 240_000);
afterAll(() => site?.close());

const page = "one-future.html";

/** Waits until a future is told, and nothing is asked any more. */
async function untilTold(on: Page): Promise<void> {
  // A lever that has just moved has not been asked about yet.
  await on.waitForTimeout(150);
  await until(
    on,
    '(document.querySelector(".which")?.textContent ?? "") !== "" && document.querySelector(".status").textContent === ""',
  );
  await on.waitForTimeout(150);
}

async function downloaded(on: Page, button: string): Promise<string> {
  const [file] = await Promise.all([
    on.waitForEvent("download"),
    on.getByRole("button", { name: button, exact: true }).click(),
  ]);
  return readFileSync(await file.path(), "utf8");
}

const whole = "The whole explanation as JSON";
const which = (on: Page) => on.locator(".which").textContent();

describe("one-future", () => {
  const futures: readonly (readonly [hash: string, ...words: string[]])[] = [
    ["", "dps-2017", "--policy", "both", "--at", "0.05"],
    ["policy=today&at=50", "dps-2017", "--policy", "today", "--at", "0.5"],
    ["by=number&path=7&seed=a+seed", ...["dps-2017", "--policy", "both", "--path", "7", "--seed", "a seed"]],
    ["scenario=restart-shock&at=30", "restart-shock", "--at", "0.3"],
    [
      "scenario=dps-2017-small&policy=both&at=20&basis=same-expected-bill",
      ...["dps-2017-small", "--policy", "both", "--at", "0.2", "--basis", "same-expected-bill"],
    ],
    ["variant=stress&at=40", ...["dps-2017", "--policy", "both", "--at", "0.4", "--variant", "stress"]],
  ];
  for (const [hash, ...words] of futures)
    it(`tells what the command line tells, byte for byte: ${words.join(" ")}`, async () => {
      const explain = (...more: string[]) => riskshare(["explain", ...words, ...more, "--json"]);
      // Both work at the same time, where the policy is not the page's choice.
      const early = words.includes("--policy") ? explain() : undefined;
      const { page: opened, faults } = await site.open(`${page}#${hash}`);
      await untilTold(opened);
      const told = await downloaded(opened, whole);
      const { policy } = JSON.parse(told) as ExplainedPath;
      const { stdout, stderr } = await (early ?? explain("--policy", policy.id));
      expect(stderr).toBe("");
      expect(told.trim() === stdout.trim()).toBe(true);
      expect(faults).toEqual([]);
      await opened.close();
    });

  it("tells another future at every move, says so once, and shows the same from its address", async () => {
    const { page: first } = await site.open(page);
    await untilTold(first);
    const before = await which(first);
    await first.getByLabel("Quantile of the margin, %").focus();
    for (let press = 0; press < 5; press++) await first.keyboard.press("ArrowRight");
    await until(first, "location.hash.includes('at=10')");
    await untilTold(first);
    expect(await which(first)).not.toBe(before);
    expect(await first.locator("[aria-live=polite]").first().textContent()).toBe(
      await first.locator(".sentence").textContent(),
    );
    const { page: second } = await site.open(first.url());
    await untilTold(second);
    expect(await which(second)).toBe(await which(first));
    await second.getByLabel("Choose the future by").selectOption("number");
    await second.getByRole("spinbutton", { name: "Number of the future" }).fill("12");
    await untilTold(second);
    expect(await which(second)).toContain("Future 12 of 10,000");
    await first.close();
    await second.close();
  });

  it("says how far the search is, can be stopped, and goes on", async () => {
    const { page: opened } = await site.open(`${page}#basis=same-expected-bill`);
    await until(opened, '/simulated…$/.test(document.querySelector(".status")?.textContent ?? "")');
    await opened.getByRole("button", { name: "Stop" }).click();
    // The page draws it with its next frame, and nothing of the search comes after it.
    await until(opened, 'document.querySelector(".status").textContent === "Stopped."');
    await opened.waitForTimeout(300);
    expect(await opened.locator(".status").textContent()).toBe("Stopped.");
    await opened.getByRole("button", { name: "Go on" }).click();
    await untilTold(opened);
    expect(await which(opened)).toContain("on the basis “same expected bill”");
    await opened.close();
  });

  it("has a row a month, on paper too, and gives them as CSV", async () => {
    const { page: opened } = await site.open(`${page}#at=50`);
    await untilTold(opened);
    const { months, afterwards, totals } = JSON.parse(await downloaded(opened, whole)) as ExplainedPath;
    const rows = (await downloaded(opened, "Months as CSV")).trim().split("\r\n");
    expect(rows.length).toBe(1 + months.length + afterwards.length);
    // The last cell is the cash when all is paid: the margin.
    expect(Number(rows.at(-1)!.split(",").at(-1))).toBe(totals.margin);
    await opened.emulateMedia({ media: "print" });
    const shown = await opened.evaluate(
      `[...document.querySelectorAll("table")].find((one) => one.caption.textContent.startsWith("All months")).tBodies[0].querySelectorAll("tr").length`,
    );
    expect(shown).toBe(months.length + afterwards.length);
    await opened.close();
  });

  it("gives the reasons of a month as the command line does", async () => {
    const { page: opened } = await site.open(page);
    await untilTold(opened);
    const { months, decisions } = JSON.parse(await downloaded(opened, whole)) as ExplainedPath;
    const { month, explanation } = months.find(({ end }) => end !== null) ?? months[0]!;
    await opened.locator(`#reasons-month-${month} summary`).click();
    await until(opened, `document.querySelector("#reasons-month-${month} .reasons") !== null`);
    const text = await opened.locator(`#reasons-month-${month}`).textContent();
    for (const child of explanation.children ?? []) expect(text).toContain(child.text);
    const listed = await opened.locator(".decisions dd").count();
    expect(listed).toBe(decisions.reduce((sum, { reasons }) => sum + reasons.length, 0));
    await opened.close();
  });

  it("tells a future under the reader's own terms", async () => {
    const { page: opened, faults } = await site.open(`${page}#policy=your-terms&at=50&serviceFeeShare=40`);
    await untilTold(opened);
    expect(await which(opened)).toContain("Your own terms");
    const before = await opened.locator("#figure-payments .figure-title").textContent();
    await opened.getByLabel("Service fee", { exact: true }).fill("80");
    await untilTold(opened);
    expect(await opened.locator("#figure-payments .figure-title").textContent()).not.toBe(before);
    expect(faults).toEqual([]);
    await opened.close();
  });

  it("tells a future of shipped scenarios of every shape", async () => {
    await inTwoPages(site, scenarioShapes, async (opened, name) => {
      await opened.goto(`${site.url}${page}#scenario=${name}&by=number&path=3`);
      await untilTold(opened);
      expect([name, await opened.locator(".observablehq--error").count()]).toEqual([name, 0]);
      expect([name, await which(opened)]).toEqual([name, expect.stringContaining("Future 3 of")]);
    });
  });
});
