// Bundles the command line and its worker into dist/, so that a process starts in a fraction of the time.
// `node bin/build.mjs` builds where anything has changed since; `--force` builds anyway.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isFresh, stampOf, stampPath } from "./built-form.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Builds dist/; leaves nothing half built, as the stamp is written last. */
export async function build() {
  const { build: bundle } = await import("esbuild");
  const stamp = stampOf();
  rmSync(`${root}dist`, { recursive: true, force: true });
  mkdirSync(`${root}dist`, { recursive: true });
  await bundle({
    absWorkingDir: root,
    // As deep as src/cli and src/host, so that what they look for beside them is where they look for it.
    entryPoints: {
      "cli/riskshare": "src/cli/main.ts",
      "cli/keep-library": "src/cli/keep-library.ts",
      "cli/node-worker-start": "src/host/node-worker.ts",
    },
    outdir: "dist",
    outExtension: { ".js": ".mjs" },
    chunkNames: "cli/[name]-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    legalComments: "none",
    // Packages that are not modules of their own ask for Node's parts by require.
    banner: {
      js: 'import { createRequire as _createRequire } from "node:module"; const require = _createRequire(import.meta.url);',
    },
    logLevel: "warning",
  });
  cpSync(`${root}src/cli/templates`, `${root}dist/cli/templates`, { recursive: true });
  spawnSync(process.execPath, ["dist/cli/keep-library.mjs"], { cwd: root, stdio: "ignore" });
  writeFileSync(stampPath, stamp);
}

if (process.argv[1] === fileURLToPath(import.meta.url) && (process.argv.includes("--force") || !isFresh()))
  await build();
