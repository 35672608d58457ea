// How much quasi-random futures cut the variance of what is measured, against as many random ones, and against as much time.
// usage: node bench/variance.mjs [--paths 65536] [--repetitions 32] [--scenarios standard-workload,dps-2017] [--json]
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

(await import("tsx/esm/api")).register();
const { varianceRatios, varianceTable } = await import("./variance-ratios.ts");

const { values } = parseArgs({
  options: {
    paths: { type: "string", default: "65536" },
    repetitions: { type: "string", default: "32" },
    scenarios: { type: "string", default: "standard-workload,dps-2017" },
    json: { type: "boolean", default: false },
  },
});
const paths = Number(values.paths);
const repetitions = Number(values.repetitions);
const results = [];
for (const id of values.scenarios.split(",")) {
  const text = readFileSync(new URL(`../scenarios/${id}.yaml`, import.meta.url), "utf8");
  results.push(varianceRatios({ id, text, paths, repetitions, now: () => performance.now(), say: progress }));
}
if (process.stderr.isTTY) process.stderr.write("\r\x1b[2K");
if (values.json) process.stdout.write(`${JSON.stringify({ paths, repetitions, results })}\n`);
else {
  const about = [
    `Variance over ${repetitions} seeds of what ${paths.toLocaleString("en-GB")} random futures measure, divided by that of as many quasi-random ones.`,
    "A ratio is itself uncertain: ± is one standard error, to be read as a share of the ratio both ways.",
    `${cpus()[0]?.model.trim() ?? "unknown processor"} (${cpus().length}), Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}, one thread.`,
  ].join("\n");
  const table = [about, ...results.map(varianceTable), ""].join("\n\n");
  process.stdout.write(table);
  const folder = new URL("results/", import.meta.url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(fileURLToPath(new URL("variance.txt", folder)), table);
}

function progress(what) {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[2K${what}`);
}
