// Loads the built form: one file, with the code that V8 made of it when it was built, so that nothing is compiled anew.
// V8 refuses code of another version or other flags; then the file is compiled as any is.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";

/** The built command line and the work of its threads. */
export const builtFile = new URL("../dist/cli/riskshare.cjs", import.meta.url);
/** What V8 made of it; each version of Node has its own. */
export const codeFile = new URL(
  `../dist/cli/riskshare-${process.version}-${process.arch}.code`,
  import.meta.url,
);

/** Loads the built form: what it exports, and the script that it is. */
export function loadBuilt() {
  // The file is plain ASCII. It is wrapped as Node wraps CommonJS; the address of the file stands in for `import.meta.url`.
  const source = `(function (module, exports, require, __address) {${readFileSync(builtFile, "latin1")}\n})`;
  const cachedData = existsSync(codeFile) ? readFileSync(codeFile) : undefined;
  const script = new Script(source, { filename: fileURLToPath(builtFile), cachedData });
  const module = { exports: {} };
  script.runInThisContext()(module, module.exports, createRequire(builtFile), builtFile.href);
  return { built: module.exports, script };
}
