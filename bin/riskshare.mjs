#!/usr/bin/env node
// First of all: Ctrl-C while the rest is being loaded must end as it does later. Static imports would go before it.
process.on("SIGINT", () => {
  process.stderr.write("\nstopped; nothing was written\n");
  process.exit(130);
});

const { env } = process;
const byNpmStart = env.npm_lifecycle_event === "start" && env.npm_package_name === "riskshare";
// npm runs its scripts in the package's folder; people name files from the folder that they are in.
if (byNpmStart && env.INIT_CWD) process.chdir(env.INIT_CWD);

// The built form starts in a fraction of the time; while src/ is being changed, its files are run as they are.
const { isFresh } = await import("./built-form.mjs");
const main = isFresh()
  ? (await import("./built-code.mjs")).loadBuilt("riskshare").built.main
  : await mainOfSource();
const args = process.argv.slice(2);
await main(args.length === 0 && byNpmStart ? ["compare", "dps-2017"] : args);

async function mainOfSource() {
  (await import("tsx/esm/api")).register();
  return (await import("../src/cli/main.ts")).main;
}
