// Runs comparisons on several versions of Node and tells whether they leave the same bytes, all but the timing.
// usage: node bin/same-bytes.mjs [versions, by default 20 22 24]; fetches each through the npm package `node`
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const versions = process.argv.slice(2).length > 0 ? process.argv.slice(2) : ["20", "22", "24"];
const asked = [
  ["standard-workload", "--paths", "60000", "--threads", "1"],
  ["standard-workload", "--paths", "60000", "--threads", "4"],
  ["dps-2017", "--paths", "3000", "--basis", "same-expected-bill"],
  ["work-programme-jsa25", "--paths", "1024"],
  ["dps-2017", "--sampling", "quasi", "--paths", "8192"],
];
const folder = mkdtempSync(join(tmpdir(), "riskshare-nodes-"));
const hashes = new Map();
try {
  for (const version of versions) {
    const prefix = join(folder, version);
    run("npm", [
      "install",
      "--prefix",
      prefix,
      "--no-audit",
      "--no-fund",
      "--loglevel=error",
      `node@${version}`,
    ]);
    const node = join(prefix, "node_modules", "node", "bin", "node");
    const hash = createHash("sha256");
    for (const words of asked) {
      const text = run(node, [join(root, "bin", "riskshare.mjs"), "compare", ...words, "--json"]);
      const { elapsedMs: _, ...result } = JSON.parse(text);
      // Threads change nothing: the same futures give the same lines.
      hash.update(JSON.stringify(result));
    }
    hashes.set(run(node, ["--version"]).trim(), hash.digest("hex"));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const [version, hash] of hashes) process.stdout.write(`${version.padEnd(10)} ${hash}\n`);
const alike = new Set(hashes.values()).size === 1;
process.stdout.write(alike ? "The same bytes.\n" : "They differ.\n");
process.exitCode = alike ? 0 : 1;

function run(command, words) {
  const { status, stdout, stderr } = spawnSync(command, words, { encoding: "utf8", cwd: root });
  // A flag that a version does not know is told there, and nothing else is to be.
  if (status !== 0 || (command !== "npm" && stderr !== ""))
    throw new Error(`${command} ${words.join(" ")} ended with ${status}: ${stderr}`);
  return stdout;
}
