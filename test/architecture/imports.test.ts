import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { describe, expect, it } from "vitest";
import { filesBelow } from "../../src/cli/library.ts";
import { faultsOf } from "./faults.ts";
import { exactMath } from "./import-table.ts";
import { readSource } from "./source-file.ts";

const files = filesBelow("src", [".ts"])
  // A declaration of types tells of a package as it is.
  .filter((path) => !path.endsWith(".d.ts"))
  .map((path) => {
    const name = relative(".", path).replaceAll("\\", "/");
    return readSource(name, readFileSync(path, "utf8"));
  });

describe("the line and the table of imports", () => {
  it("hold in every file of src", () => {
    expect(files.length).toBeGreaterThan(100);
    expect(faultsOf(files)).toEqual([]);
  });

  it("hold inside the one package whose numbers reach results: it is the same bits on every engine", () => {
    const alea = readSource("alea.js", readFileSync("node_modules/seedrandom/lib/alea.js", "utf8"));
    const math = [...alea.members].filter((member) => member.startsWith("Math."));
    expect(math.filter((member) => !exactMath.includes(member.slice(5)))).toEqual([]);
    expect([alea.power, alea.free.has("Date"), alea.free.has("crypto")]).toEqual([false, false, false]);
  });

  // A check that cannot fail is none: each rule is broken once.
  for (const [fault, path, text] of [
    [
      "imports src/sim/block.ts, as engine may not",
      "src/engine/a.ts",
      'import { a } from "../sim/block.ts";',
    ],
    ["imports src/report/a.ts, as sim may not", "src/sim/a.ts", 'import type { A } from "../report/a.ts";'],
    [
      "imports src/cli/main.ts, as host may not",
      "src/host/a.ts",
      'export { a } from "../cli/main.ts";\nconst x = 1;',
    ],
    ["imports the package node:fs", "src/sim/a.ts", 'import { readFileSync } from "node:fs";'],
    ["imports the package simple-statistics", "src/sim/a.ts", 'import { mean } from "simple-statistics";'],
    [
      "imports json-rules-engine, which only src/engine/evaluate.ts may",
      "src/engine/a.ts",
      'import { Engine } from "json-rules-engine";',
    ],
    [
      "imports seedrandom/lib/alea.js, which only src/sim/random/stream.ts may",
      "src/sim/a.ts",
      'import alea from "seedrandom/lib/alea.js";',
    ],
    ["imports ./b without its ending", "src/sim/a.ts", 'import { b } from "./b";'],
    ["imports while it runs", "src/report/a.ts", 'const b = await import("./b.ts");'],
    ["names Date", "src/report/a.ts", "const now = new Date();"],
    ["names process", "src/engine/a.ts", "const x = process.env;"],
    ["names document", "src/report/a.ts", "const x = document.body;"],
    ["names setTimeout", "src/sim/a.ts", "setTimeout(() => 1, 2);"],
    ["names Math.random", "src/report/a.ts", "const x = Math.random();"],
    ["names eval", "src/engine/a.ts", 'eval("1");'],
    ["names Function", "src/engine/a.ts", 'const f = new Function("return 1");'],
    ["uses Math.log", "src/sim/a.ts", "const x = Math.log(2);"],
    ["uses Math.[]", "src/sim/a.ts", 'const x = Math["log"](2);'],
    ["raises to a power with **", "src/engine/a.ts", "const x = 2 ** 3;"],
    ["uses toLocaleString", "src/sim/a.ts", "const x = (1).toLocaleString();"],
    ["names Intl", "src/engine/a.ts", "const x = new Intl.NumberFormat();"],
    ["is a barrel", "src/sim/a.ts", 'export { b } from "./b.ts";\nexport type { C } from "./c.ts";'],
    ["is a barrel", "src/index.ts", 'export * from "./sim/block.ts";'],
    ["has a default export", "src/cli/a.ts", "export default function a() {}"],
    ["has 301 lines", "src/cli/a.ts", "\n".repeat(301)],
    ["is named for no idea", "src/cli/utils.ts", ""],
    ["is in no part of the house", "src/tools/a.ts", ""],
  ] as const) {
    it(`can fail: ${fault}`, () => {
      expect(faultsOf([readSource(path, text)])).toContain(`${path}: ${fault}`);
    });
  }

  it("can fail: sim reaches json-rules-engine by a way that is there at run time, and not by types alone", () => {
    const way = (spelled: string) =>
      faultsOf([
        readSource("src/sim/a.ts", 'import { b } from "../engine/b.ts";'),
        readSource("src/engine/b.ts", `import ${spelled} from "./evaluate-contract.ts";`),
      ]);
    const fault = "src/sim/a.ts: reaches src/engine/b.ts → src/engine/evaluate-contract.ts at run time";
    expect(way("{ c }")).toEqual([fault]);
    expect(way("{ type C }")).toEqual([fault]);
    expect(way("type { C }")).toEqual([]);
  });

  it("lets a name of one's own be called like one of theirs", () => {
    const own = "export const read = (document: { process: number }) => document.process;";
    expect(faultsOf([readSource("src/engine/a.ts", own)])).toEqual([]);
  });
});
