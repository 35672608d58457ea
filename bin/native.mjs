// Compiles the AssemblyScript under src/ to WebAssembly and writes it as base64 into the modules that carry it.
// `node bin/native.mjs` writes; `node bin/native.mjs --check` says what is out of date and exits with 1.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";

const root = fileURLToPath(new URL("..", import.meta.url));
const modules = [
  {
    from: "src/engine/native/assembly",
    to: "src/engine/native/column-loops-wasm.ts",
    name: "columnLoopsBase64",
  },
  { from: "src/sim/native/assembly", to: "src/sim/native/draw-loops-wasm.ts", name: "drawLoopsBase64" },
];
const options = [
  "-O3",
  "--enable",
  "simd",
  "--runtime",
  "stub",
  "--noAssert",
  "--importMemory",
  "--baseDir",
  root,
];
const check = process.argv.includes("--check");
let stale = false;

for (const { from, to, name } of modules) {
  let bytes;
  const files = readdirSync(`${root}/${from}`)
    .sort()
    .map((file) => `${from}/${file}`);
  const { error, stderr } = await asc.main([...files, ...options, "--outFile", "out.wasm"], {
    readFile: (path, base) => {
      try {
        return readFileSync(path.startsWith("/") ? path : `${base ?? root}/${path}`, "utf8");
      } catch {
        return null;
      }
    },
    writeFile: (_, contents) => {
      bytes = contents;
    },
    listFiles: () => [],
  });
  if (error) throw new Error(`${from}: ${error.message}\n${stderr}`);
  const text = `// Written by \`npm run native\` from ${from}.\nexport const ${name} =\n  "${Buffer.from(bytes).toString("base64")}";\n`;
  const path = `${root}/${to}`;
  if (!check) writeFileSync(path, text);
  else if (readFileSync(path, "utf8") !== text) {
    process.stderr.write(`${to} is not what ${from} compiles to; run npm run native\n`);
    stale = true;
  }
}
if (stale) process.exitCode = 1;
