// Is dist/ what src/ and the packages are now? Read at every start, so it looks at names, sizes and times alone.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { builtFile, builtNames } from "./built-code.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

export const stampPath = `${root}dist/stamp`;

/** What dist/ is made of: every file of src/ but those of the notebooks, the builder, and the packages that are installed. */
export function stampOf() {
  const lines = [];
  const note = (path) => {
    if (!existsSync(`${root}${path}`)) return;
    const { mtimeMs, size } = statSync(`${root}${path}`);
    lines.push(`${path} ${mtimeMs} ${size}`);
  };
  const walk = (folder) => {
    for (const entry of readdirSync(`${root}${folder}`, { withFileTypes: true })) {
      if (folder === "src" && entry.name === "notebook") continue;
      if (entry.isDirectory()) walk(`${folder}/${entry.name}`);
      else note(`${folder}/${entry.name}`);
    }
  };
  walk("src");
  for (const path of [
    "bin/build.mjs",
    "bin/built-code.mjs",
    "bin/keep.mjs",
    "package.json",
    "node_modules/.package-lock.json",
  ])
    note(path);
  return lines.sort().join("\n");
}

export function isFresh() {
  const isThere = [stampPath, ...builtNames.map(builtFile)].every((file) => existsSync(file));
  return isThere && readFileSync(stampPath, "utf8") === stampOf();
}
