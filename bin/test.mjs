// Everything that must hold: types (with and without Node's), lint and format, then the tests. Ends with the counts.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "riskshare-test-"));
const results = join(folder, "results.json");
let passed = 0;
let failed = 0;

function run(title, script, args) {
  process.stdout.write(`\n— ${title}\n`);
  const done = spawnSync(process.execPath, [join(root, "node_modules", script), ...args], {
    cwd: root,
    stdio: ["ignore", 1, 1],
  });
  return done.status === 0;
}

function count(title, script, args) {
  if (run(title, script, args)) passed += 1;
  else failed += 1;
}

count("types", "typescript/bin/tsc", ["-p", "tsconfig.json"]);
count("types without Node and DOM", "typescript/bin/tsc", ["-p", "tsconfig.pure.json"]);
count("types of the notebooks", "typescript/bin/tsc", ["-p", "tsconfig.notebook.json"]);
count("lint and format", "@biomejs/biome/bin/biome", ["check", "."]);
const vitest = run("tests", "vitest/vitest.mjs", [
  "run",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${results}`,
  ...process.argv.slice(2),
]);
try {
  const report = JSON.parse(readFileSync(results, "utf8"));
  passed += report.numPassedTests;
  failed += report.numFailedTests;
  // A file that cannot be loaded has no failed test of its own.
  failed += report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.every((test) => test.status !== "failed"),
  ).length;
  if (!vitest && failed === 0) failed += 1;
} catch {
  failed += 1;
}
rmSync(folder, { recursive: true, force: true });
const summary = `${passed} passed, ${failed} failed`;
if (process.env.RISKSHARE_SUMMARY) writeFileSync(process.env.RISKSHARE_SUMMARY, `${summary}\n`);
process.stdout.write(`\n${summary}\n`);
process.exit(failed === 0 ? 0 : 1);
