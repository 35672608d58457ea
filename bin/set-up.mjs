// Installs what riskshare needs if it is not there, or not what package-lock.json says. Plain Node: it runs first.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const [major, minor] = process.versions.node.split(".").map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`riskshare needs Node 20.19 or later; this is ${process.versions.node}\n`);
  process.exit(1);
}

const lock = `${root}package-lock.json`;
const installed = `${root}node_modules/.package-lock.json`;
const { dependencies, devDependencies } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
// `npm start` needs the dependencies only; whoever installed without the tools of the tests can still run it.
const onlyRuns = process.env.npm_lifecycle_event === "prestart";
const needed = Object.keys(onlyRuns ? dependencies : { ...dependencies, ...devDependencies });
const current =
  existsSync(installed) &&
  statSync(installed).mtimeMs >= statSync(lock).mtimeMs &&
  needed.every((name) => existsSync(`${root}node_modules/${name}/package.json`));

if (!current) {
  process.stderr.write("riskshare: installing what it needs (once)…\n");
  // Not `npm ci`: it fails where a registry lacks packages of other platforms, which nothing here needs.
  // Everything goes to stderr: stdout belongs to the answer.
  // The tools of the tests are asked for by name: under NODE_ENV=production npm would leave them out.
  const words = ["install", "--include=dev", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"];
  const done = spawnSync("npm", words, {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (done.status !== 0) {
    process.stderr.write("riskshare: the installation failed; try `npm install` to see why\n");
    process.exit(1);
  }
}

// The built form starts in a fraction of the time. Without it, or while src/ changes, files run as they are.
if (existsSync(`${root}src`)) {
  const { isFresh } = await import("./built-form.mjs");
  if (!isFresh()) {
    try {
      const { build } = await import("./build.mjs");
      await build();
    } catch (error) {
      process.stderr.write(
        `riskshare: could not be built (${error.message}); it runs all the same, and starts slower\n`,
      );
    }
  }
}
