import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readText } from "../../src/cli/read-text.ts";

const folder = mkdtempSync(join(tmpdir(), "riskshare-read-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("readText", () => {
  it("reads a file of as many bytes as it may have, and not one more", () => {
    const path = join(folder, "text");
    writeFileSync(path, "£12");
    expect(readText(path, 4)).toEqual({ text: "£12" });
    expect(readText(path, 3)).toEqual({ size: 4 });
  });

  it("refuses folders, and says what the system says of the rest", () => {
    expect(readText(folder, 9)).toEqual({ notAFile: "a folder" });
    expect(readText(join(folder, "nowhere"), 9)).toEqual({ code: "ENOENT" });
  });

  it("does not wait for a named pipe that nobody writes to", (test) => {
    const path = join(folder, "pipe");
    if (spawnSync("mkfifo", [path]).status !== 0) return test.skip();
    expect(readText(path, 9)).toEqual({ notAFile: "a device or pipe" });
  });
});
