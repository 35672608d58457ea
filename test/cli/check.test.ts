import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { tableText } from "../engine/table/table-text.ts";
import { shippedText } from "../laws/shipped-scenarios.ts";
import { model, perStart, terms } from "../models/terms.ts";
import { riskshare } from "./run-riskshare.ts";

const folder = mkdtempSync(join(tmpdir(), "riskshare-check-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("riskshare check", () => {
  it("does not say that examples hold where there are none", async () => {
    const ruleset = JSON.parse(readFileSync("rules/start-fee/per-start.json", "utf8"));
    const path = join(folder, "none.json");
    writeFileSync(path, JSON.stringify({ ...ruleset, id: "none", examples: [] }));
    const { code, stdout } = await riskshare(["check", path]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/\(start-fee, no examples\)\nnote: .*: the file has no examples\n$/);
  });

  it("takes a requirement and offers in JSON for what they are", async () => {
    const requirement = {
      id: "round",
      title: "A round",
      commissioner: { name: "A district" },
      published: "2020-01-01",
      budget: 1000,
      criteria: [{ id: "price", title: "Price", weight: 100, rule: "lowest-over-price" }],
    };
    const offer = { id: "a", bidder: { name: "A" }, price: 100 };
    const at = (name: string, value: object) => {
      writeFileSync(join(folder, name), JSON.stringify(value));
      return join(folder, name);
    };
    const paths = [at("r.json", requirement), at("o.json", { offers: [offer, { ...offer, id: "b" }] })];
    const { code, stdout, stderr } = await riskshare(["check", ...paths]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(
      /r\.json: A round \(requirement, 1 criterion\)\n.*o\.json: 2 offers \(offers\)\n$/,
    );
  });

  it("notes at its place a cancellation fee that can never be due, and passes", async () => {
    const path = join(folder, "idle.yaml");
    const text = shippedText("standard-workload")
      .replaceAll("below-half-to-date, ", "")
      .replaceAll(", below-half-to-date", "");
    writeFileSync(path, text);
    const { code, stdout, stderr } = await riskshare(["check", path]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(
      /^note: .*idle\.yaml:\d+:\d+ policies\[\d\] \(cancellation-fee\): \S+ is never due, as no ruleset of the policy ends the contract$/m,
    );
  });

  it("warns of an overlap that stops a run, before its notes, and passes", async () => {
    const {
      stages,
      examples: _,
      ...rest
    } = JSON.parse(readFileSync("rules/start-fee/per-start.json", "utf8"));
    const [rule] = stages[0].rules;
    const when = (name: string, operator: string) => ({
      ...rule,
      name,
      conditions: { all: [{ fact: "starts", operator, value: 10 }] },
    });
    const rules = [when("few", "lessThanInclusive"), when("many", "greaterThanInclusive")];
    const path = join(folder, "overlap.json");
    writeFileSync(path, JSON.stringify({ ...rest, id: "overlap", stages: [{ hitPolicy: "unique", rules }] }));
    const { code, stdout } = await riskshare(["check", path]);
    expect(code).toBe(0);
    expect(stdout.split("\n").map((line) => line.split(" ")[0])).toEqual(["ok", "warning:", "note:", ""]);
    expect(stdout).toContain(
      'with the facts starts 10 both "few" and "many" hold (asked of json-rules-engine)',
    );
  });

  it("says at an example which rules meet there, beside the warning, and goes on with other files", async () => {
    const at = (name: string) => join(folder, name);
    const bands = (hitPolicy: string) =>
      tableText(
        "start-fee",
        `hitPolicy: ${hitPolicy}
inputs: [starts]
outputs: [{ pay: xFee }]
rules: [["> 2", 200], ["> 4", 150]]
examples:
  - { name: five, given: { starts: 5 }, expect: { xFeePence: 20000 }, because: over 2 }`,
      );
    mkdirSync(at("meet"));
    writeFileSync(at("meet/a.yaml"), bands("unique"));
    writeFileSync(at("meet/b.yaml"), bands("any").replace("id: tried", "id: other"));
    writeFileSync(at("meet/c.yaml"), bands("first").replace("id: tried", "id: third"));
    const { code, stdout, stderr } = await riskshare(["check", at("meet")]);
    expect(code).toBe(1);
    const said = stderr.trim().split("\n");
    expect(said.map((line) => line.replace(/^.*(?=[ab]\.yaml)/, "").replace(/:\d+:\d+/, ""))).toEqual([
      'a.yaml examples[0]: ambiguous rules on xFee: "row 1" and "row 2"; expected at most one rule to hold under unique; example "five" stops at it',
      'b.yaml examples[0]: ambiguous rules on xFee: "row 1" and "row 2"; expected rules that agree under any; example "five" stops at it',
    ]);
    expect(stdout).toMatch(/^warning: .*a\.yaml:\d+:\d+ .*overlap: /);
    expect(stdout).toMatch(/^ok .*c\.yaml: /m);
  });

  it("notes a fact that only the file itself knows, until a scenario or another term gives it", async () => {
    const at = (name: string) => join(folder, "facts", name);
    mkdirSync(at("."));
    const write = (id: string, name: string, from: string, rule: object) =>
      writeFileSync(
        at(`${id}.json`),
        JSON.stringify(
          terms("adjustment", id, [{ name: "one", conditions: { all: [] }, ...rule } as never], {
            facts: { [name]: { unit: "people", default: 0, from, sentence: "A fact." } },
            parameters: { price: { default: 10, unit: "pounds", sentence: "A price." } },
          } as never),
        ),
      );
    const pay = (output: string, fact: string) => ({
      event: { type: "pay", params: { output, amount: { mul: [{ param: "price" }, { fact }] } } },
    });
    write("fruit", "bananas", "scenario", pay("fruitFee", "bananas"));
    write("score", "ripeness", "set", pay("scoreFee", "ripeness"));
    const noted = async (...names: string[]) => {
      const { code, stdout, stderr } = await riskshare(["check", ...names.map(at)]);
      expect([code, stderr]).toEqual([0, ""]);
      return [...stdout.matchAll(/fact of no (?:scenario|term): .*?(?=;)/g)].map(([text]) => text);
    };
    const both = [
      "fact of no scenario: no shipped scenario or term knows bananas",
      "fact of no term: neither this file nor a shipped term sets ripeness",
    ];
    expect(await noted("fruit.json", "score.json")).toEqual(both);
    expect(await noted("fruit.json")).toEqual(both.slice(0, 1));
    write("ripe", "ripeness", "set", {
      event: { type: "set", params: { output: "ripeness", amount: 2 } },
    });
    const drawn = { bananas: { type: "number", unit: "people", sentence: "Bananas.", value: 2 } };
    const spec = model("fruity", 6, {
      volume: { indicative: 2 },
      rulesets: [perStart(100, "a-start")],
      drawn,
    });
    writeFileSync(at("fruity.json"), JSON.stringify(spec));
    expect(await noted("fruit.json", "score.json", "ripe.json", "fruity.json")).toEqual([]);
  });

  it("notes the template's own words, and stops at ten notes unless all are asked for", async () => {
    const path = join(folder, "mine.yaml");
    expect((await riskshare(["new", "scenario", path])).code).toBe(0);
    const fresh = await riskshare(["check", path]);
    expect(fresh.stdout).toMatch(
      /^note: .*mine\.yaml:\d+:\d+ summary: the template's own words still stand$/m,
    );
    expect(fresh.stdout).toMatch(/^note: .*mine\.yaml:\d+:\d+ limits\[0\]: the template's own words/m);
    // Without their marks, more figures than that say no source.
    writeFileSync(path, readFileSync(path, "utf8").replaceAll(/,\s*judgement:\s*"[^"]*",?/g, ""));
    const noted = async (...more: string[]) =>
      (await riskshare(["check", path, ...more])).stdout
        .split("\n")
        .filter((line) => line.startsWith("note: "));
    const [few, all] = [await noted(), await noted("--all-notes")];
    expect(few).toEqual([...all.slice(0, 10), `note: and ${all.length - 10} more, which --all-notes prints`]);
    expect(all.length).toBeGreaterThan(15);
  });

  it("has nothing to note in what is shipped but the round that shows what pulls both ways", async () => {
    const { stdout } = await riskshare(["check"]);
    const notes = stdout.split("\n").filter((line) => /^(note|warning): /.test(line));
    expect(notes.length).toBeGreaterThan(0);
    for (const note of notes)
      expect(note).toMatch(
        /^note: scenarios\/requirements\/dps-lone-parents.*asks for broad coverage, but Specialist fit/,
      );
  });
});
