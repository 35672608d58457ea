import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readLibraryFiles } from "../../src/cli/library.ts";
import { judgeCase } from "../../src/engine/cases/judged-case.ts";
import { nearestFlips } from "../../src/engine/cases/nearest-flips.ts";
import { type Judgement, openEvaluate } from "../../src/engine/evaluate.ts";
import type { FactValue } from "../../src/engine/fact.ts";
import { caseFacts, caseWith } from "../../src/notebook/rules/case-facts.ts";
import { judgedWords } from "../../src/report/judged-case-words.ts";
import { openSite, type Site, until, untilShown } from "./opened-site.ts";

const { rulesets } = readLibraryFiles();
const rulesetOf = (id: string) => rulesets.find((ruleset) => ruleset.id === id)!;
const evaluate = openEvaluate();

/** The rules that json-rules-engine finds to hold in Node, and the answer in words. */
async function judged(id: string, example: string, values: Readonly<Record<string, FactValue>>) {
  const ruleset = rulesetOf(id);
  const asked = caseWith(ruleset, ruleset.examples.find(({ name }) => name === example)!, values);
  const found = await judgeCase(ruleset, asked, evaluate);
  if (typeof found === "string") throw new Error(found);
  const { answer } = judgedWords(asked, found);
  return { held: found.month.judgements.filter(({ held }) => held).map(({ rule }) => rule), answer };
}

describe("the levers of a case", () => {
  it("start where every example of the library stands: the same rules hold, and what is expected is found", async () => {
    let count = 0;
    for (const ruleset of rulesets)
      for (const example of ruleset.examples) {
        const facts = caseFacts(ruleset, example);
        const all = Object.fromEntries(facts.map(({ name, start }) => [name, start]));
        const [plain, levered] = [
          await judgeCase(ruleset, example, evaluate),
          await judgeCase(ruleset, caseWith(ruleset, example, all), evaluate),
        ];
        const said = `${ruleset.id}: ${example.name}`;
        if (typeof plain === "string" || typeof levered === "string") throw new Error(said);
        const held = (judgements: readonly Judgement[]) => judgements.map((judgement) => judgement.held);
        expect([said, held(levered.month.judgements)]).toEqual([said, held(plain.month.judgements)]);
        for (const [name, value] of Object.entries(example.expect))
          expect([said, name, levered.found[name] ?? 0]).toEqual([said, name, value ?? 0]);
        expect([said, levered.isConfirmed]).toEqual([said, true]);
        for (const { name, type, start, scale, min, max } of facts)
          if (type === "number") {
            const shown = Number(start) / scale;
            expect([said, name, shown >= min - 1e-9 && shown <= max + 1e-9]).toEqual([said, name, true]);
          }
        count++;
      }
    expect(count).toBeGreaterThan(200);
  });

  it("know the nearest change that alters a rule, and it does alter it", async () => {
    // The provider may leave from trigger months 3 and cure months 1 on: at 4 months below it leaves, at 3 not.
    const ruleset = rulesetOf("exit-right");
    const [flip] = await nearestFlips(ruleset, ruleset.examples[0]!, evaluate);
    expect(flip).toMatchObject({
      rule: "the provider leaves",
      change: { fact: "monthsBelow", from: 4, to: 3 },
    });
    for (const example of rulesetOf("by-what-both-see").examples)
      for (const { rule, change } of await nearestFlips(rulesetOf("by-what-both-see"), example, evaluate)) {
        const [before, after] = [
          await judged("by-what-both-see", example.name, {}),
          await judged("by-what-both-see", example.name, { [change.fact]: change.to }),
        ];
        expect([rule, after.held.includes(rule)]).toEqual([rule, !before.held.includes(rule)]);
      }
  });
});

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 240_000);
afterAll(() => site?.close());

const page = "read-a-rule.html";
const marked = (on: Page) =>
  on.evaluate(
    `[...document.querySelectorAll(".verdict .rule.holds h3")].map((one) => one.lastChild.textContent.trim())`,
  );
const sentence = (on: Page) => on.locator(".sentence").textContent();
const untilSaid = (on: Page, text: string) =>
  until(on, `document.querySelector(".sentence")?.textContent === ${JSON.stringify(text)}`);

describe("read-a-rule", () => {
  const settings: readonly [string, string, string, Record<string, FactValue>][] = [
    ["by-what-both-see", "too few referrals", "madeSoFar=12", { madeSoFar: 12 }],
    ["by-what-both-see", "too few referrals", "yes=", { readyToDeliver: false }],
    ["by-what-both-see", "too few referrals", "faultReferralShare=25", { faultReferralShare: 0.25 }],
    ["exit-right", "going on loses money", "monthsBelow=3", { monthsBelow: 3 }],
    ["exit-right", "going on loses money", "goingOnMarginPence=0.01", { goingOnMarginPence: 1 }],
    ["exit-right", "going on loses money", "holder=commissioner", { holder: "commissioner" }],
    ["per-start", rulesetOf("per-start").examples[0]!.name, "starts=7", { starts: 7 }],
  ];
  it.each(settings)(
    "%s, %s with %s: what is on the page is what json-rules-engine says in Node",
    async (...of) => {
      const [id, example, hash, values] = of;
      const wanted = await judged(id, example, values);
      const address = `${page}#ruleset=${id}&example=${encodeURIComponent(example)}&${hash}`;
      const { page: opened, faults } = await site.open(address);
      await untilSaid(opened, wanted.answer);
      expect(await marked(opened)).toEqual(wanted.held);
      expect(await opened.locator(".verdict + *, .hint").allTextContents()).toEqual(
        expect.arrayContaining([expect.stringContaining("kernel give the same")]),
      );
      expect(faults).toEqual([]);
      await opened.close();
    },
  );

  it("says when what is seen is what the example expects, and changes with levers, boxes and keys", async () => {
    const { page: opened } = await site.open(page);
    await untilShown(opened);
    const badge = () => opened.locator(".badge").textContent();
    const start = await sentence(opened);
    expect(await badge()).toContain("✓ What you see equals the example’s expected result");
    await opened.getByLabel("Made so far").first().focus();
    await opened.getByLabel("Made so far").first().fill("12");
    await untilSaid(
      opened,
      (await judged("by-what-both-see", "too few referrals", { madeSoFar: 12 })).answer,
    );
    expect(await badge()).toContain("not what the example expects");
    await opened.getByRole("slider", { name: "Made so far" }).focus();
    for (let press = 0; press < 4; press++) await opened.keyboard.press("ArrowLeft");
    await untilSaid(opened, start!);
    await opened.getByLabel("Is the provider ready to deliver this month?").uncheck();
    await untilSaid(
      opened,
      (await judged("by-what-both-see", "too few referrals", { readyToDeliver: false })).answer,
    );
    await opened.close();
  });

  it("does what the nearest change says", async () => {
    const { page: opened } = await site.open(`${page}#ruleset=exit-right`);
    await until(opened, 'document.querySelector(".nearest")?.textContent.includes("instead of") ?? false');
    expect(await opened.locator(".nearest").textContent()).toBe(
      "The nearest change that would alter the answer: if months below were 3 instead of 4, “the provider leaves” would no longer hold.",
    );
    expect(await marked(opened)).toContain("the provider leaves");
    await opened.getByLabel("Months below").first().fill("3");
    await untilSaid(opened, "The contract goes on.");
    expect(await marked(opened)).not.toContain("the provider leaves");
    await opened.close();
  });

  it("shows the same view from its address, and forgets levers with their example", async () => {
    const { page: first } = await site.open(`${page}#ruleset=exit-right`);
    await untilShown(first);
    await first.getByLabel("Months below").first().fill("2");
    await until(first, "location.hash.includes('monthsBelow=2')");
    const { page: second } = await site.open(first.url());
    await untilSaid(second, "The contract goes on.");
    expect(await second.getByLabel("Months below").first().inputValue()).toBe("2");
    await second.getByLabel("Term of the library").selectOption("below-half-to-date");
    await until(
      second,
      "location.hash.includes('below-half-to-date') && !location.hash.includes('monthsBelow')",
    );
    await untilSaid(second, (await judged("below-half-to-date", "third month below", {})).answer);
    expect(await second.getByLabel("Months below").first().inputValue()).toBe("3");
    await first.close();
    await second.close();
  });

  it("shows every ruleset of the library without an error, with its sources", async () => {
    const { page: opened, faults } = await site.open(page);
    await untilShown(opened);
    for (const { id, title, source } of rulesets) {
      await opened.getByLabel("Term of the library").selectOption(id);
      await until(opened, `document.querySelector(".term-title")?.textContent === ${JSON.stringify(title)}`);
      await until(opened, 'document.querySelector(".badge.equal") !== null');
      expect([id, await opened.locator(".terms .source").count()]).toEqual([id, source.length]);
    }
    expect(await opened.locator(".observablehq--error").count()).toBe(0);
    expect(faults).toEqual([]);
    await opened.close();
  });
});
