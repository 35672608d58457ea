import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readOfferBase } from "../../src/cli/checked-offer.ts";
import { parseDocument } from "../../src/engine/document.ts";
import { draftOf, emptyDraft, readDraft, unnamedProvider } from "../../src/notebook/offer/draft.ts";
import { fieldOf } from "../../src/notebook/offer/field-of.ts";
import { draftOfLink, linkedAnswers } from "../../src/notebook/offer/linked-answers.ts";
import { offerSteps } from "../../src/notebook/offer/offer-steps.ts";
import { numbersOf, type OfferDocument } from "../../src/offer/offer-document.ts";
import { offerQuestions } from "../../src/offer/questions/all-questions.ts";
import { openSite, type Site, until, untilDone } from "./opened-site.ts";

const sampleFile = "scenarios/own-offers/lone-parents-charity.yaml";
const sampleText = readFileSync(sampleFile, "utf8");
const sample = parseDocument(sampleFile, sampleText, "yaml").value as OfferDocument;

describe("a draft of an offer", () => {
  const { checked } = readOfferBase("dps-2017", () => "").base!;
  const sections = offerQuestions(checked, checked.policies[0]!);

  it("is the offer that filled it in, and says what is wrong, needed or set aside", () => {
    const { $schema, ...plain } = sample;
    expect($schema).toBeDefined();
    expect(JSON.parse(JSON.stringify(readDraft(draftOf(sample), sections).offer))).toEqual(
      JSON.parse(JSON.stringify(plain)),
    );
    const typed = new Map([
      ["costs.setUp", "£5,000"],
      ["costs.posts", "one"],
      ["prices.otherPrice", "7"],
    ]);
    const read = readDraft({ ...emptyDraft("dps-2017"), typed }, sections);
    expect(numbersOf(read.offer)).toEqual(new Map([["costs.setUp", 5000]]));
    expect(read.offer.provider).toBe(unnamedProvider);
    expect([...read.faults.keys()]).toEqual(["costs.posts"]);
    expect(read.needed).toEqual(["limits.cash", "limits.loss"]);
    expect(read.aside).toEqual(["prices.otherPrice"]);
  });

  it("comes back from a link without the names, and hostile links give nothing", () => {
    const draft = draftOf(sample);
    const again = draftOfLink("dps-2017", "today", linkedAnswers(draft));
    expect(readDraft(again, sections).offer).toEqual({
      ...readDraft(draft, sections).offer,
      id: "my-offer",
      provider: unnamedProvider,
      title: undefined,
    });
    expect(linkedAnswers(draft).length).toBeLessThan(1500);
    const hostile = draftOfLink("dps-2017", undefined, `<b>_1*__proto___2*costs.setUp_${"9".repeat(50)}`);
    expect([...hostile.typed.keys()]).toEqual([]);
  });

  it("leads each problem to its field", () => {
    const paths = ["referrals.lowPer100", "referrals.highPer100", "limits.cash"];
    const at = (where: string, found?: string) =>
      found === undefined
        ? fieldOf({ where, adjective: "invalid", noun: "range" }, paths)
        : fieldOf({ where, adjective: "missing", noun: "key", found }, paths);
    expect(at("limits.cash")).toBe("limits.cash");
    expect(at("referrals")).toBe("referrals.lowPer100");
    expect(at("referrals", "highPer100")).toBe("referrals.highPer100");
    expect(at("my-offer in dps-2017: policies")).toBeUndefined();
  });

  it("is tested on futures that grow to those asked for, or to what the memory holds", () => {
    expect(offerSteps(5120, 100)).toEqual([5120]);
    expect(offerSteps(100_000, 100)).toEqual([5120, 20_480, 100_000]);
    expect(offerSteps(100_000, 5000).at(-1)).toBe(800_000_000 / (8 * 5000));
  });
});

describe("the notebook test-my-offer", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  }, 400_000);
  afterAll(() => site?.close());
  const folder = mkdtempSync(join(tmpdir(), "riskshare-offer-"));

  const opened = async (hash = "") => {
    const { page, faults } = await site.open(`test-my-offer.html#futures=5120${hash}`);
    await until(page, 'document.querySelector(".ask-section") !== null');
    await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
    return { page, faults };
  };
  const field = (page: Page, ask: RegExp) => page.getByLabel(ask);
  const verdict = (page: Page) => page.locator(".offer-panel .sentence").textContent();
  const said = (page: Page) => page.locator(".offer-files .written-said").textContent();
  const downloaded = async (page: Page, button: string) => {
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: button }).click(),
    ]);
    const path = join(folder, file.suggestedFilename());
    await file.saveAs(path);
    return path;
  };
  const wait = { timeout: 60_000 };

  it("gives the command line's numbers byte for byte on the file that it saves, and follows the answers", async () => {
    const { page, faults } = await opened();
    await untilDone(page);
    expect(await verdict(page)).toMatch(/^Not viable as it stands: more than £8,000/);
    // Each table says of how many futures it is; none is called exact.
    for (const table of ["Your limits, in", "What the offer comes to", "Your offer under each of the terms"])
      expect(await page.locator("caption", { hasText: table }).textContent()).toMatch(/, in 5,120 futures$/);
    expect(await page.locator("main").textContent()).not.toMatch(/Exact:|How exact/);
    const path = await downloaded(page, "Save as a file");
    expect(numbersOf(parseDocument(path, readFileSync(path, "utf8"), "yaml").value)).toEqual(
      numbersOf(sample),
    );
    const words = ["bin/riskshare.mjs", "offer", "test", path, "--json", "--paths", "5120"];
    const typed = execFileSync(process.execPath, words, { encoding: "utf8" });
    const result = readFileSync(await downloaded(page, "Results as JSON"), "utf8");
    const timeless = (text: string) => text.replace(/"elapsedMs":\d+/, "");
    expect(timeless(result)).toBe(timeless(typed));
    // A loss of the worst futures is a margin below nothing in the table, as it is in the terminal.
    const worst = -JSON.parse(typed).measures.expectedShortfall95.value;
    expect(worst).toBeLessThan(0);
    const cells = page
      .locator("table", { hasText: "Average of the worst 1 in 20" })
      .locator("tbody tr")
      .first();
    const shown = await cells.locator("th, td").nth(3).textContent();
    const pounds = Number(/^−£([\d,]+)/.exec(shown ?? "")?.[1]?.replaceAll(",", "") ?? Number.NaN);
    expect(Math.abs(-pounds - worst)).toBeLessThanOrEqual(50);

    await field(page, /own cash can be tied up/).fill("£90,000");
    await field(page, /can you bear to lose/).fill("90000");
    await field(page, /What margin do you need/).fill("-90");
    await expect.poll(() => verdict(page), wait).toMatch(/^Viable within your limits: /);
    expect(faults).toEqual([]);
    await page.close();
  }, 180_000);

  it("says what is wrong at its field, leads there, and waits for what is needed", async () => {
    const { page } = await opened();
    const box = field(page, /How many posts/);
    await box.fill("one");
    await box.blur();
    const fault = page.locator(".ask", { has: box }).locator(".lever-fault");
    await expect.poll(() => fault.textContent(), wait).toContain("✗ invalid answer: one");
    expect(await box.getAttribute("aria-invalid")).toBe("true");
    expect(await box.getAttribute("aria-describedby")).toContain((await fault.getAttribute("id"))!);
    await page.getByRole("button", { name: /To mend: How many posts/ }).click();
    expect(await page.evaluate("document.activeElement.id")).toBe(await box.getAttribute("id"));
    await box.fill("1");
    // What is wrong with the whole offer stands at one of its fields.
    await field(page, /When few people come/).fill("90");
    await field(page, /And most likely: of 100 referrals/).fill("80");
    await field(page, /And when many come: of 100/).fill("100");
    const few = page.locator(".ask", { has: field(page, /When few people come/) }).locator(".lever-fault");
    await expect.poll(() => few.textContent(), wait).toContain("low, likely and high in that order");

    await page.getByRole("button", { name: "Begin an empty form" }).click();
    await expect.poll(() => page.locator(".hindrances li").count(), wait).toBe(2);
    await page.getByRole("button", { name: "Bring back what was there" }).click();
    await expect.poll(() => box.inputValue(), wait).toBe("1");
    await page.close();
  }, 120_000);

  it("takes its own workbook and a pasted file back, and refuses what is none with the form as it was", async () => {
    const { page, faults } = await opened();
    const workbook = await downloaded(page, "Save as a workbook");
    const setUp = field(page, /spend before the first person/);
    const load = async (name: string, content: Buffer | string) => {
      const buffer = Buffer.from(content);
      await page.locator(".offer-files input[type=file]").setInputFiles({ name, mimeType: "", buffer });
    };
    await setUp.fill("1");
    await load("filled.xlsx", readFileSync(workbook));
    await expect.poll(() => said(page), wait).toContain("The form is filled in.");
    await expect.poll(() => setUp.inputValue(), wait).toBe("5,000");

    const markup = "<img src=x onerror=alert(1)>";
    await page
      .getByLabel("An offer as YAML or JSON")
      .fill(sampleText.replace("Larkfield Family Support", markup).replace("setUp: 5000", "setUp: 6000"));
    await page.getByRole("button", { name: "Read it" }).click();
    await expect.poll(() => setUp.inputValue(), wait).toBe("6,000");
    expect(await page.getByLabel("Your organisation").inputValue()).toBe(markup);
    expect(await page.locator("main img").count()).toBe(0);

    const refused = async (name: string, content: Buffer | string, why: RegExp) => {
      await load(name, content);
      await expect.poll(() => page.locator(".offer-files").textContent(), wait).toMatch(why);
      expect(await setUp.inputValue()).toBe("6,000");
    };
    await refused(
      "a.yaml",
      sampleText.replace("posts: 1", "posts: many"),
      /a\.yaml:\d+:\d+ costs\.posts: invalid/,
    );
    await refused("b.xlsx", "PK\u0003\u0004 no workbook", /b\.xlsx: invalid workbook/);
    await refused("c.yaml", sampleText.replace("dps-2017", "nowhere"), /unknown scenario: nowhere/);
    await refused("d.yaml", "#".repeat(1_000_001), /the most that is read is 1000000/);
    await refused("e.yaml", Buffer.from([0xff, 0xfe, 0x00]), /e\.yaml: invalid file/);
    expect(faults).toEqual([]);
    await page.close();
  }, 120_000);

  it("gives a link that fills in the form again, without the name", async () => {
    const { page } = await opened();
    await page.evaluate(
      "Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject() } })",
    );
    await field(page, /spend before the first person/).fill("4321");
    await page.getByRole("button", { name: "Copy a link" }).click();
    const link = (await said(page))!;
    expect(link).not.toContain("Larkfield");
    const { page: again } = await site.open(link);
    await until(again, 'document.querySelector(".ask-section") !== null');
    expect(await field(again, /spend before the first person/).inputValue()).toBe("4321");
    expect(await again.getByLabel("Your organisation").inputValue()).toBe("");
    await page.close();
    await again.close();
  }, 120_000);
});
