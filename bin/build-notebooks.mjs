// Builds the notebooks: dist/notebooks/ is a static site for any web server, dist/notebooks/single/ has each notebook as one
// file that opens from disk. `node bin/build-notebooks.mjs` builds where anything has changed since; `--force` builds anyway.
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const site = `${root}dist/notebooks`;
const stampPath = `${site}/stamp`;

/** What the notebooks are made of, by names, sizes and times. */
function stampOf() {
  const lines = [];
  const walk = (path) => {
    if (!existsSync(`${root}${path}`)) return;
    const stat = statSync(`${root}${path}`);
    if (!stat.isDirectory()) lines.push(`${path} ${stat.mtimeMs} ${stat.size}`);
    else for (const name of readdirSync(`${root}${path}`)) walk(`${path}/${name}`);
  };
  for (const path of ["src", "rules", "scenarios", "notebooks", "bin/notebooks", "bin/build-notebooks.mjs"])
    walk(path);
  for (const path of ["package.json", "node_modules/.package-lock.json"]) walk(path);
  return lines.sort().join("\n");
}

/** Are the notebooks in dist/ what their sources are now? */
export function areFresh() {
  return existsSync(stampPath) && readFileSync(stampPath, "utf8") === stampOf();
}

/** Builds the site and the single files; what was there stays until all of it is built. */
export async function buildNotebooks() {
  const [{ build }, { notebooksConfig }, { editPage, listNotebooks, notebooksFolder }, { inlined }] =
    await Promise.all([
      import("vite"),
      import("./notebooks/config.mjs"),
      import("./notebooks/notebook-pages.mjs"),
      import("./notebooks/inlined.mjs"),
    ]);
  const stamp = stampOf();
  const made = `${root}dist/notebooks.new`;
  rmSync(made, { recursive: true, force: true });
  const kept = new Map();
  await build(notebooksConfig({ outDir: made, kept }));
  for (const { name } of listNotebooks()) {
    // A page to be edited has a policy of its own, so it is a file of its own beside the notebook.
    const source = `${notebooksFolder}/${name}.html`;
    writeFileSync(`${made}/${name}.edit.html`, editPage(readFileSync(`${made}/${name}.html`, "utf8"), name));
    const outDir = `${made}/single/parts`;
    await build(notebooksConfig({ single: true, pages: [source], outDir, kept }));
    writeFileSync(`${made}/single/${name}.html`, inlined(outDir, `${name}.html`));
    rmSync(outDir, { recursive: true, force: true });
  }
  writeFileSync(`${made}/stamp`, stamp);
  rmSync(site, { recursive: true, force: true });
  renameSync(made, site);
}

if (process.argv[1] === fileURLToPath(import.meta.url) && (process.argv.includes("--force") || !areFresh()))
  await buildNotebooks();
