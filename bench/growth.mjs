// How time grows with paths, months, policies and rules: each varied alone on the standard workload, one thread.
// usage: node bench/growth.mjs [--runs 3]; writes bench/results/growth.txt and growth.svg
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "../bin/build.mjs";
import { isFresh } from "../bin/built-form.mjs";
import { growthPlot } from "./growth-plot.mjs";
import { workloadOf } from "./growth-workload.mjs";
import { answerOf } from "./peers/answer-of.mjs";

const { values } = parseArgs({ options: { runs: { type: "string", default: "3" } } });
const runs = Number(values.runs);
const program = fileURLToPath(new URL("../bin/riskshare.mjs", import.meta.url));
const base = { paths: 50_000, months: 24, policies: 4, rules: 1 };
const series = [
  { name: "paths", sizes: [1000, 3000, 10_000, 30_000, 100_000, 300_000, 1_000_000] },
  { name: "months", sizes: [12, 24, 36, 48, 72, 96, 120] },
  { name: "policies", sizes: [1, 2, 4, 8, 16] },
  { name: "rules", sizes: [1, 2, 4, 8, 16, 32, 64] },
];

if (!isFresh()) await build();
const folder = mkdtempSync(join(tmpdir(), "riskshare-growth-"));
try {
  for (const one of series)
    one.points = one.sizes.map((size) => ({ size, ms: timed({ ...base, [one.name]: size }) }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const lines = series.flatMap(({ name, points }) => {
  const { fixed, each } = lineThrough(points);
  return [
    `${name}: ${points.map(({ size, ms }) => `${size.toLocaleString("en-GB")} in ${ms.toFixed(0)} ms`).join(", ")}`,
    `  a straight line: ${fixed.toFixed(0)} ms and ${each < 1 ? `${(each * 1000).toPrecision(3)} µs` : `${each.toPrecision(3)} ms`} for each; furthest off it ${worst(points, fixed, each)} %`,
  ];
});
const about = `The standard workload, one thread, best of ${runs}: ${base.paths.toLocaleString("en-GB")} paths, ${base.months} months, ${base.policies} policies, ${base.rules} rule more, but for what is varied.`;
const text = `${about}\n\n${lines.join("\n")}\n`;
const results = new URL("results/", import.meta.url);
mkdirSync(results, { recursive: true });
writeFileSync(new URL("growth.txt", results), text);
writeFileSync(new URL("growth.svg", results), growthPlot(series));
process.stdout.write(text);

/** The least simulation time of a few runs, in milliseconds. */
function timed(size) {
  const path = join(folder, "workload.json");
  writeFileSync(path, JSON.stringify(workloadOf(size)));
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const words = [program, "compare", path, "--paths", String(size.paths), "--threads", "1", "--json"];
    least = Math.min(least, answerOf(process.execPath, words).elapsedMs);
  }
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[2K${JSON.stringify(size)} ${least.toFixed(0)} ms`);
  return least;
}

/** The line through the points that is least off in shares of the time. */
function lineThrough(points) {
  const sums = { w: 0, x: 0, y: 0, xx: 0, xy: 0 };
  for (const { size, ms } of points) {
    const w = 1 / (ms * ms);
    sums.w += w;
    sums.x += w * size;
    sums.y += w * ms;
    sums.xx += w * size * size;
    sums.xy += w * size * ms;
  }
  const each = (sums.w * sums.xy - sums.x * sums.y) / (sums.w * sums.xx - sums.x * sums.x);
  return { fixed: (sums.y - each * sums.x) / sums.w, each };
}

function worst(points, fixed, each) {
  return Math.max(...points.map(({ size, ms }) => Math.abs((fixed + each * size) / ms - 1) * 100)).toFixed(0);
}
