// Fills the marked regions of docs/ from the code: `<!-- begin NAME -->` to `<!-- end NAME -->`.
// `node bin/docs.mjs` writes; `node bin/docs.mjs --check` says what is out of date and exits with 1.
import { writeFileSync } from "node:fs";
import { register } from "tsx/esm/api";

// Makers import TypeScript, so they are loaded when it can be read.
register();
const { pages } = await import("./docs/pages.mjs");
const { fileOf, filled, textOf } = await import("./docs/filled.mjs");

const check = process.argv.includes("--check");
await Promise.all(
  Object.entries(pages).map(async ([name, makers]) => {
    const text = await filled(name, makers);
    if (text === textOf(name)) return;
    if (!check) writeFileSync(fileOf(name), text);
    else {
      process.stdout.write(`${name} is out of date: run npm run docs\n`);
      process.exitCode = 1;
    }
  }),
);
