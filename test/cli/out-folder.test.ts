import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { outFolderProblem, writeFiles } from "../../src/cli/out-folder.ts";

const folder = mkdtempSync(join(tmpdir(), "riskshare-out-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As a full disk does, the second file cannot be written: its folder is not there. */
const failing = { "a.txt": "new", "none/b.txt": "new" };

describe("writeFiles", () => {
  it("writes all files into a folder that it makes", () => {
    const out = join(folder, "one", "two");
    writeFiles(out, { "a.txt": "A", "b.txt": "B" });
    expect(readdirSync(out).map((name) => readFileSync(join(out, name), "utf8"))).toEqual(["A", "B"]);
  });

  it("leaves nothing, and no folder that it made, where one file cannot be written", () => {
    const out = join(folder, "three", "four");
    expect(() => writeFiles(out, failing)).toThrow("--out: invalid folder");
    expect(existsSync(join(folder, "three"))).toBe(false);
  });

  it("leaves what was there as it was, files of other people's with the ending .part too", () => {
    const out = join(folder, "five");
    mkdirSync(out);
    for (const name of ["a.txt", "a.txt.part"]) writeFileSync(join(out, name), "old");
    expect(() => writeFiles(out, failing)).toThrow("none/b.txt: no such folder: ");
    mkdirSync(join(out, "b.txt"));
    expect(() => writeFiles(out, { "a.txt": "new", "b.txt": "new" })).toThrow("b.txt: a folder");
    expect(readdirSync(out)).toEqual(["a.txt", "a.txt.part", "b.txt"]);
    expect(readFileSync(join(out, "a.txt"), "utf8")).toBe("old");
  });
});

describe("outFolderProblem", () => {
  it("takes no name for no folder, and not for the one that people are in", () => {
    expect(outFolderProblem("")?.adjective).toBe("invalid");
    expect(outFolderProblem(" ")?.adjective).toBe("invalid");
    expect(outFolderProblem(folder)).toBeUndefined();
  });
});
