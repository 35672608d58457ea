import { spawnSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openOutFile, outFileProblem } from "../../src/cli/out-file.ts";
import { writeFiles } from "../../src/cli/out-folder.ts";
import { type FileSystem, nodeFileSystem, openWholeFile } from "../../src/cli/whole-file.ts";
import { writeBytes } from "../../src/cli/write-bytes.ts";
import { plainEnvironment, riskshare } from "./run-riskshare.ts";

const folder = mkdtempSync(join(tmpdir(), "riskshare-full-"));
const small = join(folder, "small");
mkdirSync(small);
const isMounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "riskshare-test", small]).status === 0;
afterAll(() => {
  if (isMounted) spawnSync("umount", [small]);
  rmSync(folder, { recursive: true, force: true });
});

const failed = (code: string) => () => {
  throw Object.assign(new Error(code), { code });
};

describe("writeBytes", () => {
  it("goes on where the system takes a part, and stops where it takes nothing", () => {
    const taken: string[] = [];
    writeBytes(1, "a £1 b", (_, bytes, from) => {
      taken.push(Buffer.from(bytes.subarray(from, from + 1)).toString("latin1"));
      return 1;
    });
    expect(Buffer.from(taken.join(""), "latin1").toString("utf8")).toBe("a £1 b");
    expect(() => writeBytes(1, "a", () => 0)).toThrow();
  });
});

describe("a disk that fails", () => {
  const faults: [string, Partial<FileSystem>, string][] = [
    ["at a write", { write: failed("ENOSPC") }, "the disk is full"],
    ["when all is to be on the disk", { sync: failed("EIO") }, "the disk failed"],
    [
      "at the close",
      {
        close: (file) => {
          nodeFileSystem.close(file);
          failed("EDQUOT")();
        },
      },
      "the quota of the disk is used up",
    ],
    ["at the move", { rename: failed("EACCES") }, "permission denied"],
  ];

  it.each(faults)("%s is told in words, and leaves a file as it was", async (_, fault, words) => {
    const open: typeof openWholeFile = (path) => openWholeFile(path, { ...nodeFileSystem, ...fault });
    const own = mkdtempSync(join(folder, "own-"));
    const path = join(own, "draws.csv");
    writeFileSync(path, "old");
    const write = async () => {
      const file = openOutFile(path, "--out", open);
      try {
        await file.write("new");
        file.finish();
      } finally {
        file.abandon();
      }
    };
    await expect(write()).rejects.toThrow(
      `--out: invalid file: ${path}; expected a file that can be written; ${words}`,
    );
    expect(() => writeFiles(own, { "draws.csv": "new" }, open)).toThrow(
      `--out: invalid folder: ${own}; expected a folder that can be written to; draws.csv: ${words}`,
    );
    expect(readdirSync(own)).toEqual(["draws.csv"]);
    expect(readFileSync(path, "utf8")).toBe("old");
  });
});

describe("a process that ends while it writes", () => {
  it("leaves nothing half behind", () => {
    const own = mkdtempSync(join(folder, "ended-"));
    const module = pathToFileURL(join(process.cwd(), "src", "cli", "out-file.ts")).href;
    const script = `const { openOutFile } = await import(${JSON.stringify(module)});
      const file = openOutFile(${JSON.stringify(join(own, "draws.csv"))});
      await file.write("half");
      process.exit(130);`;
    const args = ["--import", "tsx", "--input-type=module", "--eval", script];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    expect([status, stderr]).toEqual([130, ""]);
    expect(readdirSync(own)).toEqual([]);
  });
});

describe("the place of --out", () => {
  const own = join(folder, "places");
  beforeAll(() => mkdirSync(own));
  const write = async (path: string) => {
    const file = openOutFile(path);
    await file.write("new");
    file.finish();
  };

  it("stays a link that leads to it, be something there or not", async () => {
    mkdirSync(join(own, "real"));
    for (const before of [true, false]) {
      const [link, real] = [join(own, `link-${before}`), join(own, "real", `${before}.csv`)];
      if (before) writeFileSync(real, "old", { mode: 0o600 });
      symlinkSync(join("real", `${before}.csv`), link);
      await write(link);
      expect(lstatSync(link).isSymbolicLink()).toBe(true);
      expect(readFileSync(real, "utf8")).toBe("new");
    }
    expect(statSync(join(own, "real", "true.csv")).mode & 0o777).toBe(0o600);
    writeFileSync(join(own, "real", "report.html"), "old");
    symlinkSync(join("..", "real", "report.html"), join(own, "real", "shared.html"));
    writeFiles(join(own, "real"), { "shared.html": "new" });
    expect(readFileSync(join(own, "real", "report.html"), "utf8")).toBe("new");
  });

  it("is no pipe, no link in a circle, no folder and nothing below what is not there", () => {
    const pipe = join(own, "pipe");
    const hint = (path: string) => outFileProblem(path)?.hint;
    if (spawnSync("mkfifo", [pipe]).status === 0) {
      expect(hint(pipe)).toBe("a device or pipe");
      expect(() => writeFiles(own, { pipe: "new" })).toThrow("pipe: a device or pipe");
      expect(lstatSync(pipe).isFIFO()).toBe(true);
    }
    symlinkSync("circle", join(own, "circle"));
    expect(hint(join(own, "circle"))).toBe("a link that leads to itself");
    expect(hint(own)).toBe("a folder");
    expect(hint(join(own, "no", "draws.csv"))).toBe(`no such folder: ${join(own, "no")}`);
  });

  it.skipIf(!existsSync("/dev/stdout"))("is the stream where /dev/stdout is named", async () => {
    const draws = ["draws", "standard-workload", "--paths", "3"];
    const { code, stdout } = await riskshare([...draws, "--out", "/dev/stdout"]);
    expect([code, stdout]).toEqual([0, (await riskshare(draws)).stdout]);
  });
});

describe.skipIf(!isMounted)("a disk of 64 kB", () => {
  const draws = ["draws", "standard-workload", "--paths", "1000"];

  it("is full in words with --out, and keeps nothing half", async () => {
    const path = join(small, "d.csv");
    const { code, stdout, stderr } = await riskshare([...draws, "--out", path]);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toBe(
      `--out: invalid file: ${path}; expected a file that can be written; the disk is full\n`,
    );
    expect(readdirSync(small)).toEqual([]);
    const results = join(small, "results");
    const compared = await riskshare(["compare", "standard-workload", "--paths", "600", "--out", results]);
    expect([compared.code, compared.stdout]).toEqual([1, ""]);
    expect(compared.stderr).toContain("the disk is full\n");
    expect(readdirSync(small)).toEqual([]);
  });

  it("is full in words where stdout is a file on it", () => {
    const file = openSync(join(small, "d.csv"), "w");
    const bin = join(process.cwd(), "bin", "riskshare.mjs");
    const { status, stderr } = spawnSync(process.execPath, [bin, ...draws], {
      stdio: ["ignore", file, "pipe"],
      encoding: "utf8",
      env: plainEnvironment(),
    });
    closeSync(file);
    rmSync(join(small, "d.csv"));
    expect([status, stderr]).toEqual([
      1,
      "stdout: invalid output; expected a place that can be written to; the disk is full\n",
    ]);
  });
});
