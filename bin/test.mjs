// Everything that must hold: types (with and without Node's), lint and format, then the tests. Ends with the counts.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "riskshare-test-"));
const results = join(folder, "results.json");
let passed = 0;
let failed = 0;

const say = (title) => process.stdout.write(`\n— ${title}\n`);
const words = (script, args) => [join(root, "node_modules", script), ...args];

/** What a check says comes out in one piece, so that several can run side by side. */
function check(title, script, args) {
  const child = spawn(process.execPath, words(script, args), {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const parts = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => parts.push(part));
  return new Promise((resolve) => {
    child.on("close", (code) => {
      say(title);
      process.stdout.write(Buffer.concat(parts));
      if (code === 0) passed += 1;
      else failed += 1;
      resolve();
    });
  });
}

await Promise.all([
  check("types", "typescript/bin/tsc", ["-p", "tsconfig.json"]),
  check("types without Node and DOM", "typescript/bin/tsc", ["-p", "tsconfig.pure.json"]),
  check("types of the notebooks", "typescript/bin/tsc", ["-p", "tsconfig.notebook.json"]),
  check("lint and format", "@biomejs/biome/bin/biome", ["check", "."]),
]);
say("tests");
const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${results}`];
const vitest = spawnSync(
  process.execPath,
  words("vitest/vitest.mjs", ["run", ...reporters, ...process.argv.slice(2)]),
  { cwd: root, stdio: ["ignore", 1, 1] },
);
try {
  const report = JSON.parse(readFileSync(results, "utf8"));
  passed += report.numPassedTests;
  failed += report.numFailedTests;
  // A file that cannot be loaded has no failed test of its own.
  failed += report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.every((test) => test.status !== "failed"),
  ).length;
  if (vitest.status !== 0 && failed === 0) failed += 1;
} catch {
  failed += 1;
}
rmSync(folder, { recursive: true, force: true });
const summary = `${passed} passed, ${failed} failed`;
if (process.env.RISKSHARE_SUMMARY) writeFileSync(process.env.RISKSHARE_SUMMARY, `${summary}\n`);
process.stdout.write(`\n${summary}\n`);
process.exit(failed === 0 ? 0 : 1);
