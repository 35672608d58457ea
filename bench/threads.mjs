// What a second thread gives: futures that are added to a run, on one thread and on two, so that the start of a worker
// counts for nothing.
// usage: node bench/threads.mjs [--few 2000000] [--many 10000000] [--runs 3] [--json]; writes bench/results/threads.txt
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { build } from "../bin/build.mjs";
import { isFresh } from "../bin/built-form.mjs";
import { openRiskshare } from "./peers/riskshare.mjs";

const { values } = parseArgs({
  options: {
    few: { type: "string", default: "2000000" },
    many: { type: "string", default: "10000000" },
    runs: { type: "string", default: "3" },
    json: { type: "boolean", default: false },
  },
});
const problems = ["few", "many", "runs"].flatMap((name) =>
  Number.isInteger(Number(values[name])) && Number(values[name]) >= 1
    ? []
    : [`--${name}: invalid value: ${values[name]}; expected a whole number from 1\n`],
);
const [few, many, runs] = [values.few, values.many, values.runs].map(Number);
if (problems.length === 0 && many <= few)
  problems.push(`--many: invalid value: ${many}; expected more than --few ${few}\n`);
if (problems.length > 0) {
  process.stderr.write(problems.join(""));
  process.exit(1);
}

if (!isFresh()) await build();
const hosts = [1, 2].map((threads) => openRiskshare({ threads }));
const seconds = hosts.map(() => ({ [few]: [], [many]: [] }));
for (let run = 0; run < runs; run++)
  // One after the other, so that a slow minute of the machine slows both.
  for (const paths of [few, many])
    for (const [h, host] of hosts.entries()) seconds[h][paths].push(host.run(paths, "threads").seconds);

const [one, two] = seconds.map((of) => ({ few: median(of[few]), many: median(of[many]) }));
const row = (name, a, b) =>
  `${name.padEnd(26)}${a.toFixed(2).padStart(8)}${b.toFixed(2).padStart(8)}${(a / b).toFixed(2).padStart(8)}`;
const number = (n) => n.toLocaleString("en-GB");
const added = (one.many - one.few) / (two.many - two.few);
const text = [
  `The standard workload on one thread and on two: seconds, median of ${runs}.`,
  `${cpus()[0].model.trim()} (${cpus().length}), Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}.`,
  "",
  `${"futures".padEnd(26)}     one     two   times`,
  row(number(few), one.few, two.few),
  row(number(many), one.many, two.many),
  row(`${number(many - few)} added`, one.many - one.few, two.many - two.few),
  "",
  `two threads: ${added.toFixed(2)} times one`,
  "",
].join("\n");
if (values.json) process.stdout.write(`${JSON.stringify({ runs, one, two, added })}\n`);
else {
  const results = new URL("results/", import.meta.url);
  mkdirSync(results, { recursive: true });
  writeFileSync(new URL("threads.txt", results), text);
  process.stdout.write(text);
}

function median(list) {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
