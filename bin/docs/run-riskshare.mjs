import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const script = fileURLToPath(new URL("../riskshare.mjs", import.meta.url));

/** What npm says when people type `npm start`. */
export const byNpmStart = { npm_lifecycle_event: "start", npm_package_name: "riskshare", INIT_CWD: root };

/** Runs the command line without colours, from the root of the project, and gives what it printed and its exit code. */
export function runRiskshare(args, folder = root, started = { npm_lifecycle_event: "" }) {
  const { FORCE_COLOR: _, NO_COLOR: __, COLUMNS: ___, ...own } = process.env;
  const env = { ...own, ...started };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [script, ...args],
      { cwd: folder, encoding: "utf8", env },
      (error, stdout, stderr) => resolve({ stdout, stderr, code: error === null ? 0 : error.code }),
    );
  });
}
