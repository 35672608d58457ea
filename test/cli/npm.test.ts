import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { plainEnvironment } from "./run-riskshare.ts";

const root = process.cwd();
const folder = realpathSync(mkdtempSync(join(tmpdir(), "riskshare-npm-")));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("npm start from another folder", () => {
  it("reads paths as people write them where they are", () => {
    copyFileSync(join(root, "scenarios", "standard-workload.yaml"), join(folder, "mine.yaml"));
    const { INIT_CWD: _, npm_lifecycle_event: __, ...environment } = plainEnvironment();
    // Without the set-up before it, which has tests of its own and may install.
    const words = ["start", "--silent", "--ignore-scripts", "--prefix", root, "--"];
    const run = (...more: string[]) =>
      spawnSync("npm", [...words, ...more], { cwd: folder, encoding: "utf8", env: environment });
    const checked = run("check", "mine.yaml");
    expect([checked.status, checked.stderr]).toEqual([0, ""]);
    expect(checked.stdout).toMatch(/^ok mine\.yaml: /);
    const compared = run("compare", "mine.yaml", "--paths", "600", "--json", "--out", "results");
    expect([compared.status, compared.stderr]).toEqual([0, ""]);
    expect(existsSync(join(folder, "results", "result.json"))).toBe(true);
  });

  it("follows npm's word for the folder only where npm runs riskshare", () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(root, "bin", "riskshare.mjs"), "check", "README.md.yaml"],
      { cwd: root, encoding: "utf8", env: { ...plainEnvironment(), INIT_CWD: folder } },
    );
    expect([status, stderr]).toEqual([
      1,
      "README.md.yaml: missing file; expected a file or folder that exists\n",
    ]);
    const found = spawnSync(process.execPath, [join(root, "bin", "riskshare.mjs"), "check", "mine.yaml"], {
      cwd: root,
      env: { ...plainEnvironment(), INIT_CWD: folder },
    });
    expect(found.status).toBe(1);
  });
});

describe("the set-up before npm start and npm test", () => {
  const house = join(folder, "house");
  const said = join(folder, "said");
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

  /** Sets up a house in which these packages are installed, with an npm that only writes down what it is asked. */
  function setUp(packages: readonly string[], event: string): string[] {
    rmSync(house, { recursive: true, force: true });
    rmSync(said, { force: true });
    for (const place of ["bin", "tools", "node_modules", ...packages.map((name) => `node_modules/${name}`)])
      mkdirSync(join(house, place), { recursive: true });
    for (const name of packages) writeFileSync(join(house, "node_modules", name, "package.json"), "{}");
    for (const file of ["package.json", "package-lock.json", "bin/set-up.mjs"])
      copyFileSync(join(root, file), join(house, file));
    writeFileSync(join(house, "node_modules", ".package-lock.json"), "{}");
    writeFileSync(join(house, "tools", "npm"), `#!/bin/sh\necho "$@" > '${said}'\n`, { mode: 0o755 });
    const { status } = spawnSync(process.execPath, [join(house, "bin", "set-up.mjs")], {
      env: {
        ...plainEnvironment(),
        PATH: `${join(house, "tools")}:${process.env.PATH}`,
        NODE_ENV: "production",
        npm_lifecycle_event: event,
      },
    });
    expect(status).toBe(0);
    return existsSync(said) ? readFileSync(said, "utf8").trim().split(" ") : [];
  }

  const runs = Object.keys(dependencies);
  const all = [...runs, ...Object.keys(devDependencies)];

  it.skipIf(process.platform === "win32")("installs the tools of the tests whatever NODE_ENV says", () => {
    for (const words of [setUp(runs, "pretest"), setUp([], "prestart")]) {
      expect(words[0]).toBe("install");
      expect(words).toContain("--include=dev");
    }
  });

  it.skipIf(process.platform === "win32")("installs nothing where what is needed is there", () => {
    expect(setUp(runs, "prestart")).toEqual([]);
    expect(setUp(all, "pretest")).toEqual([]);
  });
});
