import { describe, expect, it } from "vitest";
import { offersSchema } from "../../../src/award/offer-schema.ts";
import { parseDocument } from "../../../src/engine/document.ts";
import { importText } from "../../../src/report/ocds/import-text.ts";
import { importedFiles } from "../../../src/report/ocds/imported-files.ts";
import { imported, problemsOf } from "./imported.ts";

const ocid = "ocds-a1b2c3-x";

describe("a hostile release", () => {
  it("of a million releases is refused by its size", () => {
    const text = `{"releases":[${"{},".repeat(1e6)}{}]}`;
    expect(problemsOf(text)).toEqual(["r.json: invalid size: 2.9 MiB; expected at most 2 MiB"]);
  });

  it("of more releases than anyone publishes at once is refused by their number", () => {
    const [problem] = problemsOf(`{"releases":[${"{},".repeat(20_000)}{}]}`);
    expect(problem).toContain("releases");
  });

  it.each([
    ["no ocid", { id: "1" }, "ocid"],
    ["a number for a name", { ocid, parties: [{ id: "a", name: 7 }] }, "parties[0] (a).name"],
    ["text for an amount", { ocid, tender: { value: { amount: "7" } } }, "tender.value.amount"],
    ["an object for bids", { ocid, bids: { details: {} } }, "bids.details"],
    ["a bid without an id", { ocid, bids: { details: [{ status: "valid" }] } }, "bids.details[0]"],
    ["a fraction for an id", { ocid, awards: [{ id: 1.5 }] }, "awards[0].id"],
    ["text for a value of a statistic", statistics("12"), "bids.statistics[0]"],
    ["no releases", { releases: [] }, "releases"],
    ["a list", [], "r.json:1:1"],
    ["nothing", null, "r.json:1:1"],
  ] as const)("with %s is told where", (_, value, where) => {
    const problems = problemsOf(JSON.stringify(value));
    expect(problems.join("\n")).toContain(where);
    for (const problem of problems)
      expect(problem).toMatch(/: (missing|unknown|invalid|unsupported|duplicate|ambiguous) /);
  });

  it("that is no JSON, or would reach into objects, is told", () => {
    expect(problemsOf("{").length).toBeGreaterThan(0);
    expect(problemsOf(`{"ocid":"${ocid}","__proto__":{"awards":[]}}`).join()).toContain("__proto__");
  });

  it("of several processes or lots asks which", () => {
    const two = JSON.stringify({ releases: [{ ocid: "a" }, { ocid: "b" }] });
    expect(problemsOf(two)).toEqual([
      "r.json:1:13 releases: ambiguous package: 2 contracting processes; expected one of a, b; choose one with --ocid",
    ]);
    expect(problemsOf(two, { ocid: "b" })).toEqual([]);
    expect(problemsOf(two, { ocid: "c" })[0]).toContain("unknown ocid: c");
    const lots = JSON.stringify({ ocid, tender: { lots: [{ id: "1" }, { id: "2" }] } });
    expect(problemsOf(lots)[0]).toContain("ambiguous tender: 2 lots; expected one of 1, 2");
    expect(problemsOf(lots, { lot: "3" })[0]).toContain("unknown lot: 3");
  });
});

function statistics(value: unknown): object {
  return { ocid, bids: { statistics: [{ id: "1", measure: "bids", value }] } };
}

describe("what people typed", () => {
  const name = "<b>x</b> =cmd|' /C calc'!A0 # {{a}} - : & *y !!js \u001b[2J \u202e\u2028\r\n---\nid: hacked ";
  const process = imported({
    ocid: `ocds-a1b2c3-${name}`,
    buyer: { name },
    tender: { title: name, description: name, lots: [{ id: name, awardCriteria: { criteria: [{ name }] } }] },
    bids: { details: [{ id: name, tenderers: [{ id: "t", name }] }] },
  });

  it("stays data in the YAML and is read back as it was imported", () => {
    const files = importedFiles(process);
    const offers = parseDocument("b.yaml", files.offers!, "yaml");
    expect(offers.problems).toEqual([]);
    expect(offersSchema.parse(offers.value).offers[0]).toMatchObject(process.offers[0]!);
    const requirement = parseDocument("a.yaml", files.requirement, "yaml");
    expect(requirement.problems).toEqual([]);
    expect((requirement.value as { title: string }).title).toBe(process.requirement.title);
    expect((requirement.value as { id: string }).id).toBe(process.requirement.id);
    expect(process.requirement.title).toContain("<b>x</b> =cmd|' /C calc'!A0 #");
  });

  it("has nothing unseen in what is written or shown", () => {
    const { requirement, offers } = importedFiles(process);
    for (const text of [requirement, offers!, importText(process, 80)])
      expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}]/u);
  });

  it("is cut to what a name may have, in and counted on in thousands of bids of one name", () => {
    const bids = Array.from({ length: 10_000 }, (_, b) => ({
      id: `${"same ".repeat(13)}${b % 2}`,
      tenderers: [{ name: "n".repeat(60) }],
    }));
    const { offers } = imported({
      ocid,
      bids: { details: bids.map((bid, b) => ({ ...bid, id: `${bid.id}!${b}` })) },
    });
    expect(new Set(offers.map(({ id }) => id)).size).toBe(10_000);
    expect(offers.every(({ id }) => id.length <= 60)).toBe(true);
  });
});
