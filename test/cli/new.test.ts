import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readLibrary } from "../../src/cli/library.ts";
import { newText } from "../../src/cli/new-text.ts";
import { checkCases } from "../../src/engine/cases/check-cases.ts";
import { parseDocument } from "../../src/engine/document.ts";
import { openEvaluate } from "../../src/engine/evaluate.ts";
import { riskshare } from "./run-riskshare.ts";

const folder = mkdtempSync(join(tmpdir(), "riskshare-new-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);

describe("riskshare new", () => {
  it("writes files of every kind that pass check as they are, with nothing to note, and says what is next", async () => {
    const made = async (...words: string[]) => {
      const { code, stdout, stderr } = await riskshare(["new", ...words]);
      expect([code, stderr]).toEqual([0, ""]);
      return stdout;
    };
    expect(await made("scenario", at("my-contract.yaml"))).toBe(
      `wrote ${at("my-contract.yaml")}; next:\n  riskshare check ${at("my-contract.yaml")}\n  riskshare compare ${at("my-contract.yaml")}\n`,
    );
    expect(await made("ruleset", at("my-term.json"))).toContain(`--rules ${at("my-term.json")}\n`);
    await made("table", at("my-bands.yaml"));
    await made("ruleset", at("my-guarantee.json"), "--from", "minimum-guarantee");
    await made("table", at("other-bands.yaml"), "--from", at("my-bands.yaml"));
    await made("cases", at("my-bands.cases.yaml"));
    await made("cases", at("shipped.cases.yaml"), "--from", "per-start");
    const { code, stdout, stderr } = await riskshare(["check", folder]);
    expect([code, stderr]).toEqual([0, ""]);
    // All that is left to note is that nobody has put in their own words yet.
    const lines = stdout.trim().split("\n");
    const notes = lines.filter((line) => line.startsWith("note: "));
    expect(notes.every((note) => note.includes("the template's own words still stand"))).toBe(true);
    expect(stdout).toContain("my-contract.yaml: My contract (scenario, 3 policies)");
    expect(lines.length - notes.length).toBe(readdirSync(folder).length);
    const cases = await riskshare(["check", "--cases", folder]);
    expect(cases.stdout).toContain("my-bands.cases.yaml: 3 cases hold");
    expect(readFileSync(at("my-bands.cases.yaml"), "utf8")).toContain("ruleset: my-bands");
    const copied = JSON.parse(readFileSync(at("my-guarantee.json"), "utf8"));
    const { id: _, $comment: __, ...rest } = copied;
    expect({ ...rest, id: "minimum-guarantee" }).toEqual(
      JSON.parse(readFileSync("rules/volume/minimum-guarantee.json", "utf8"), (key, value) =>
        key === "$schema" ? undefined : value,
      ),
    );
    const ran = await riskshare(["compare", at("my-contract.yaml"), "--paths", "500", "--json"]);
    expect(JSON.parse(ran.stdout).scenario).toBe("my-contract");
  });

  it("tells of units, scaled prices, tables, cases and the facts there are, in the files themselves", () => {
    for (const word of ["scaled: true", "decision table", "--facts", "new cases my-term.cases.yaml"])
      expect(newText("ruleset", "my-term.json", "my-term", undefined).text).toContain(word);
    expect(newText("scenario", "my.yaml", "my", undefined).text).toContain("new table");
    expect(newText("table", "a/my.yaml", "my", undefined).text).toContain("new cases a/my.cases.yaml");
  });

  it("copies every term of the library into one that has the same rules", () => {
    for (const { id, stages } of readLibrary().rulesets) {
      const text = newText("ruleset", "mine.json", "mine", id).text;
      // A decision table of the library is copied as one.
      if (text === undefined) expect(newText("table", "mine.yaml", "mine", id).text).toContain("id: mine");
      else expect(JSON.parse(text).stages.length).toBe(stages.length);
    }
  });

  it("writes over nothing, and nothing it cannot name or find", async () => {
    const refused = async (says: string, ...words: string[]) => {
      const { code, stdout, stderr } = await riskshare(["new", ...words]);
      expect([code, stdout]).toEqual([1, ""]);
      expect(stderr).toContain(says);
    };
    writeFileSync(at("mine.yaml"), "mine");
    await refused("duplicate file", "scenario", at("mine.yaml"));
    expect(readFileSync(at("mine.yaml"), "utf8")).toBe("mine");
    await refused("expected lower-case words and digits joined by hyphens", "ruleset", at("My Term.json"));
    // An id may begin with a digit, as the scenario that is written may.
    expect((await riskshare(["new", "scenario", at("120-places.yaml")])).code).toBe(0);
    await refused(
      "offer: unknown kind of file: offer; expected one of scenario, ruleset, table, cases",
      "offer",
    );
    await refused(
      `${at("no/my.yaml")}: invalid file; expected a file that can be written; no such folder: ${at("no")}`,
      "scenario",
      at("no/my.yaml"),
    );
    await refused(
      '--from: unknown ruleset: minimum-guarante; expected a ruleset of the library, or the file of one; did you mean "minimum-guarantee"?',
      "ruleset",
      at("other.json"),
      "--from",
      "minimum-guarante",
    );
    // Under an id of the library it could not be bound beside it.
    for (const [what, name] of [
      ["ruleset", "per-start.json"],
      ["table", "minimum-guarantee.yaml"],
    ] as const) {
      const id = name.replace(/\.\w+$/, "");
      await refused(
        `${at(name)}: duplicate ruleset: ${id}; expected an id that the library does not use; such as my-${id}`,
        what,
        at(name),
      );
      expect(existsSync(at(name))).toBe(false);
    }
    await refused("--from: unsupported ruleset: scenario", "scenario", at("x.yaml"), "--from", "per-start");
    expect(existsSync(at("other.json"))).toBe(false);
  });
});

describe("riskshare new cases", () => {
  it("begins a file for every term of the library that its first examples pass", async () => {
    const evaluate = openEvaluate();
    const rulesets = readLibrary().rulesets;
    const known = new Map(rulesets.map((ruleset) => [ruleset.id, ruleset]));
    for (const { id, examples } of rulesets) {
      const { text } = newText("cases", "some.cases.yaml", "some", id);
      const checked = await checkCases(parseDocument(id, text!, "yaml"), known, evaluate);
      expect([id, checked.problems, checked.count]).toEqual([id, [], Math.min(3, examples.length)]);
    }
  });
});
