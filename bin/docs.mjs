// Fills the marked regions of docs/ from the code: `<!-- begin NAME -->` to `<!-- end NAME -->`.
// `node bin/docs.mjs` writes; `node bin/docs.mjs --check` says what is out of date and exits with 1. Pages that are
// named, as in `node bin/docs.mjs docs/terms.md`, are the only ones done: the README's example takes a while.
import { writeFileSync } from "node:fs";
import { register } from "tsx/esm/api";

// Makers import TypeScript, so they are loaded when it can be read.
register();
const { pages } = await import("./docs/pages.mjs");
const { fileOf, filled, textOf } = await import("./docs/filled.mjs");

const check = process.argv.includes("--check");
const named = process.argv.slice(2).filter((word) => word !== "--check");
await Promise.all(
  Object.entries(pages).map(async ([name, makers]) => {
    if (named.length > 0 && !named.includes(name)) return;
    const text = await filled(name, makers);
    if (text === textOf(name)) return;
    if (!check) writeFileSync(fileOf(name), text);
    else {
      process.stdout.write(`${name} is out of date: run npm run docs\n`);
      process.exitCode = 1;
    }
  }),
);
