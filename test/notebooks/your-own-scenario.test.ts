import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hangWorkersOn, shortenWaits } from "./hung-worker.ts";
import { openSite, type Site, until } from "./opened-site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 240_000);
afterAll(() => site?.close());

const address = "your-own-scenario.html";
const example = readFileSync("scenarios/dps-2017-small.yaml", "utf8");
const feeRules = readFileSync("rules/service-fee/front-loaded.json", "utf8");

/** Puts a text into a box as pasting does, and waits until what is said of it has changed. */
async function put(page: Page, box: "scenario" | "ruleset", text: string): Promise<void> {
  const at = box === "scenario" ? 0 : 1;
  await page.evaluate(
    `{ const box = document.querySelectorAll(".written textarea")[${at}];
       document.querySelectorAll(".written-said")[${at}].textContent = "…";
       box.value = ${JSON.stringify(text)}; box.dispatchEvent(new Event("input", { bubbles: true })); }`,
  );
  await until(page, `document.querySelectorAll(".written-said")[${at}].textContent !== "…"`);
}
const said = (page: Page, at = 0) => page.locator(".written-said").nth(at).textContent();
const problems = (page: Page) => page.locator(".written .problems li").allTextContents();

async function opened(futures: number | "all" = 5120) {
  const { page, faults } = await site.open(address, { futures });
  await until(page, 'document.querySelector("#figure-margin svg") !== null');
  return { page, faults };
}

async function downloaded(page: Page, button: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button }).click(),
  ]);
  return readFileSync(await file.path(), "utf8");
}

describe("your-own-scenario", () => {
  it("starts from a shipped scenario and runs what is changed in it", async () => {
    const { page, faults } = await opened();
    expect(await page.locator("textarea").first().inputValue()).toBe(example);
    expect(await said(page)).toBe("No problems: 20 months, 9 policies.");
    await put(page, "scenario", example.replace("title: Today's terms", "title: As it is now"));
    await until(page, 'document.querySelector("#figure-margin").textContent.includes("As it is now")');
    await page.getByLabel("Start from").selectOption("lse-60-40");
    await until(page, '!document.querySelector("textarea").value.includes("As it is now")');
    await page.getByRole("button", { name: "Bring back what was there" }).click();
    expect(await page.locator("textarea").first().inputValue()).toContain("As it is now");
    await put(page, "scenario", feeRules);
    // The hint stands in a cell of its own, which follows.
    await until(page, 'document.querySelector("main").textContent.includes("This looks like a ruleset")');
    expect(await page.getByText("This looks like a ruleset").count()).toBe(1);
    await put(page, "scenario", example);
    await until(page, '!document.querySelector("main").textContent.includes("This looks like a ruleset")');
    expect(faults).toEqual([]);
    await page.close();
  });

  it("shows a problem at its line, and leads there", async () => {
    const { page } = await opened();
    const line = example.split("\n").findIndex((one) => one.includes("startRate:")) + 1;
    await put(page, "scenario", example.replace("startRate:", "strtRate:"));
    const found = await problems(page);
    expect(found.some((one) => one.startsWith(`scenario.yaml:${line}:`))).toBe(true);
    expect(await page.locator(".gutter").first().textContent()).toContain(`▶ ${line}\n`);
    await page
      .locator(".to-place", { hasText: `scenario.yaml:${line}:` })
      .first()
      .click();
    const selected = await page.evaluate(
      "document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)",
    );
    expect(selected).toContain("strtRate");
    expect(await page.locator(".stale[role=status]").textContent()).toContain("cannot be run as it stands");
    await page.close();
  });

  it.each([
    ["months", example.replace(/lastMonth: \d+/, "lastMonth: 1000000000"), /lastMonth.*1000000000; expected/],
    ["futures", example.replace(/paths: \d+/, "paths: 1000000000"), /paths.*1000000000; expected/],
    [
      "characters",
      `${example}#${"x".repeat(2_100_000)}`,
      /unsupported text: \d+ characters; expected at most/,
    ],
  ])(
    "refuses too many %s in a plain sentence, at once",
    async (_, text, sentence) => {
      const { page } = await opened();
      const began = Date.now();
      await put(page, "scenario", text);
      expect((await problems(page)).join("\n")).toMatch(sentence);
      expect(Date.now() - began).toBeLessThan(10_000);
      await page.close();
    },
    90_000,
  );

  it("shows markup in names as it is written and does not run it", async () => {
    const { page, faults } = await opened();
    const markup = "<img src=x onerror=globalThis.hit=1><b>bold</b>";
    const text = example
      .replace(/^title: .*$/m, `title: "${markup}"`)
      .replace("title: Today's terms", `title: "${markup}"`);
    await put(page, "scenario", text);
    await until(page, 'document.querySelector("#figure-cash figcaption").textContent.includes("<img")');
    await put(page, "ruleset", feeRules.replace(/"title": "[^"]*"/, `"title": "${markup}"`));
    await until(page, 'document.querySelector(".rule-words h3")?.textContent.includes("<img") ?? false');
    await put(page, "scenario", `${markup}: 1\n${example}`);
    expect((await problems(page)).join()).toContain("<img");
    expect(await page.locator("main img, main b").count()).toBe(0);
    expect(await page.evaluate("globalThis.hit")).toBe(undefined);
    expect(faults).toEqual([]);
    await page.close();
  });

  it("checks a ruleset, tells it in words and binds it, and saves all that was made", async () => {
    const { page } = await opened();
    await put(page, "ruleset", feeRules.replace('"stages"', '"stagse"'));
    expect(await said(page, 1)).toMatch(/^\d+ problems?\. /);
    expect((await problems(page)).join()).toContain("ruleset.json:");
    const own = feeRules
      .replace('"front-loaded"', '"my-fee"')
      .replace(/"title": "[^"]*"/, '"title": "My fee"');
    await put(page, "ruleset", own);
    expect(await said(page, 1)).toBe("No problems: My fee.");
    expect(await page.locator(".rule-words").textContent()).toContain("What it says");
    const { examples } = JSON.parse(own) as { examples: { name: string; expect: Record<string, unknown> }[] };
    expect(await page.locator(".example-held").count()).toBe(examples.length);
    expect(await page.locator(".run-examples").textContent()).toContain(
      `All ${examples.length} examples hold`,
    );
    await until(page, 'document.querySelector("#figure-margin").textContent.includes("With “My fee”")');
    expect(await downloaded(page, "Save the scenario")).toContain("my-fee");
    expect(await downloaded(page, "Save the ruleset")).toBe(own);
    const result = JSON.parse(await downloaded(page, "Save the result as JSON"));
    expect(result.policies.at(-1).id).toBe("with-your-ruleset");
    expect(await downloaded(page, "Save the measures as CSV")).toContain("with-your-ruleset");
    await page.close();
  });

  it("runs the examples of a ruleset on both roads, and says of one that fails what was found", async () => {
    const { page } = await opened();
    const ruleset = JSON.parse(feeRules) as { examples: { name: string; expect: Record<string, number> }[] };
    const [first] = ruleset.examples;
    const [output, right] = Object.entries(first!.expect)[0]!;
    first!.expect[output] = right + 1;
    const text = JSON.stringify(ruleset, null, 2);
    await put(page, "ruleset", text);
    expect(await said(page, 1)).toMatch(/^1 problem\. /);
    const line = text.split("\n").findIndex((one) => one.includes('"examples"')) + 2;
    expect((await problems(page)).join()).toContain(`ruleset.json:${line}:`);
    expect(await page.locator(".example-held").count()).toBe(ruleset.examples.length - 1);
    const failed = await page.locator(".example-failed").textContent();
    expect(failed).toContain(`Found: ${output} is ${right} in both ways. Expected: ${right + 1}, because`);
    await page.close();
  });

  it("gives up a check that does not come to an end, and checks the next text", async () => {
    const { page } = await site.open("index.html");
    await hangWorkersOn(page, "hang here");
    await shortenWaits(page, 10_000, 4000);
    await page.goto(site.url + address);
    await until(
      page,
      'document.querySelector(".written-said")?.textContent.startsWith("No problems") ?? false',
    );
    for (const box of ["scenario", "ruleset"] as const) {
      const good = box === "scenario" ? example : feeRules;
      await put(
        page,
        box,
        box === "scenario" ? `${example}# hang here` : feeRules.replace('"id"', '"hang here"'),
      );
      expect((await problems(page)).join()).toContain("whose check did not come to an end");
      await put(page, box, good);
      expect(await problems(page)).toEqual([]);
    }
    await page.close();
  });

  it("stops a run, goes on, and keeps the text when the page is loaded again", async () => {
    const { page } = await opened("all");
    await put(page, "scenario", example.replace("seed: dps-2017-small", "seed: another"));
    await until(page, '/^(Refining|Working)/.test(document.querySelector(".run-text").textContent)');
    await page.getByRole("button", { name: "Stop" }).click();
    await until(page, 'document.querySelector(".run-text").textContent.startsWith("Stopped")');
    // A run that is stopped before its first answer has nothing to say of the contract asked for.
    const long = example
      .replace("lastMonth: 20", "lastMonth: 240")
      .replace("lastReferralMonth: 12", "lastReferralMonth: 200");
    await put(page, "scenario", long.replace("seed: dps-2017-small", "seed: another"));
    await until(page, 'document.querySelector(".run-text").textContent.startsWith("Working")');
    await page.getByRole("button", { name: "Stop" }).click();
    await until(page, 'document.querySelector(".run-text").textContent === "Stopped before a first answer"');
    expect(await page.locator(".sentence").textContent()).toBe(
      "There is no answer yet to what was asked last.",
    );
    expect(await page.locator(".run-bar.old").count()).toBe(1);
    // A worker that does not listen within a second is replaced, and what it is asked meanwhile is lost.
    await page.waitForTimeout(1500);
    await put(page, "scenario", example.replace("seed: dps-2017-small", "seed: another"));
    await until(page, '/^(Refining|Done)/.test(document.querySelector(".run-text").textContent)');
    await page.getByRole("button", { name: "Stop" }).click();
    await page.getByRole("button", { name: "Go on" }).click();
    await until(page, '/^(Refining|Done)/.test(document.querySelector(".run-text").textContent)');
    await page.reload();
    await until(page, 'document.querySelector("textarea")?.value.includes("seed: another") ?? false');
    await page.close();
  });
});
