// Bundles the command line and its worker into dist/, so that a process starts in a fraction of the time.
// `node bin/build.mjs` builds where anything has changed since; `--force` builds anyway.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { builtFile, builtNames } from "./built-code.mjs";
import { isFresh, stampOf, stampPath } from "./built-form.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Builds dist/; leaves nothing half built, as the stamp is written last. */
export async function build() {
  const { build: bundle } = await import("esbuild");
  const stamp = stampOf();
  mkdirSync(`${root}dist`, { recursive: true });
  // The notebooks are built apart, and stay.
  for (const name of readdirSync(`${root}dist`))
    if (name !== "notebooks") rmSync(`${root}dist/${name}`, { recursive: true, force: true });
  await bundle({
    absWorkingDir: root,
    // As deep as src/cli, so that what it looks for beside itself is where it looks for it.
    entryPoints: { "cli/riskshare": "src/cli/built-entry.ts", "cli/worker": "src/host/node-worker.ts" },
    outdir: "dist",
    outExtension: { ".js": ".cjs" },
    bundle: true,
    // Files of parts that are loaded when they are asked for.
    format: "cjs",
    platform: "node",
    target: "node20",
    define: { "import.meta.url": "__address" },
    legalComments: "none",
    logLevel: "warning",
  });
  // esbuild leaves regular expressions as they are. In plain ASCII a file is read without being decoded.
  for (const file of builtNames.map(builtFile)) {
    const text = readFileSync(file, "utf8").replaceAll(
      /[^\0-\x7f]/g,
      (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
    writeFileSync(file, text);
  }
  writeFileSync(
    `${root}dist/cli/node-worker-start.mjs`,
    'import { loadBuilt } from "../../bin/built-code.mjs";\nloadBuilt("worker");\n',
  );
  cpSync(`${root}src/cli/templates`, `${root}dist/cli/templates`, { recursive: true });
  spawnSync(process.execPath, ["bin/keep.mjs"], { cwd: root, stdio: "ignore" });
  writeFileSync(stampPath, stamp);
}

if (process.argv[1] === fileURLToPath(import.meta.url) && (process.argv.includes("--force") || !isFresh()))
  await build();
