// Loads the built form: one file for the command line and one for its worker threads, each with the code that V8 made of it when it was built, so that nothing is compiled anew.
// V8 refuses code of another version or other flags; then the file is compiled as any is.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { Script } from "node:vm";

/** What is built: the command line, and the work of its threads. */
export const builtNames = ["riskshare", "worker"];

export const builtFile = (name) => new URL(`../dist/cli/${name}.cjs`, import.meta.url);
/** What V8 made of it; each version of Node has its own. */
export const codeFile = (name) =>
  new URL(`../dist/cli/${name}-${process.version}-${process.arch}.code`, import.meta.url);

/** Loads the built form: what it exports, and the script that it is. */
export function loadBuilt(name) {
  optimiseLater();
  const file = builtFile(name);
  const code = codeFile(name);
  // The file is plain ASCII. It is wrapped as Node wraps CommonJS; the address of the file stands in for `import.meta.url`.
  const source = `(function (module, exports, require, __address) {${readFileSync(file, "latin1")}\n})`;
  const cachedData = existsSync(code) ? readFileSync(code) : undefined;
  const script = new Script(source, { filename: fileURLToPath(file), cachedData });
  const module = { exports: {} };
  script.runInThisContext()(module, module.exports, createRequire(file), file.href);
  return { built: module.exports, script };
}

/** What makes V8 optimise later than by its default, by version of Node: it prints a line for a flag that it lacks. */
const laterFlags = {
  20: "--interrupt-budget=600000",
  22: "--invocation-count-for-turbofan=20000",
  24: "--invocation-count-for-turbofan=20000",
};

/**
 * Reading and checking is soon over: by its default V8 optimises much of it, in threads of its own, which the runs then
 * lack. What runs for seconds is optimised all the same.
 */
function optimiseLater() {
  const flag = laterFlags[process.versions.node.split(".")[0]];
  if (flag !== undefined) setFlagsFromString(flag);
}
