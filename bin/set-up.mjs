// Installs what riskshare needs if it is not there, or not what package-lock.json says. Plain Node: it runs first.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const [major, minor] = process.versions.node.split(".").map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`riskshare needs Node 20.19 or later; this is ${process.versions.node}\n`);
  process.exit(1);
}

const lock = `${root}package-lock.json`;
const installed = `${root}node_modules/.package-lock.json`;
const current = existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs;

if (!current) {
  process.stderr.write("riskshare: installing what it needs (once)…\n");
  // Not `npm ci`: it fails where a registry lacks packages of other platforms, which nothing here needs.
  // Everything goes to stderr: stdout belongs to the answer.
  const done = spawnSync("npm", ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (done.status !== 0) {
    process.stderr.write("riskshare: the installation failed; try `npm install` to see why\n");
    process.exit(1);
  }
}
