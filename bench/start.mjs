// How long people wait: wall time of whole processes in their built form, from the start to the answer and to the end.
// usage: node bench/start.mjs [--runs 7] [--json]; writes bench/results/start.txt
import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "../bin/build.mjs";
import { isFresh } from "../bin/built-form.mjs";

const { values } = parseArgs({
  options: { runs: { type: "string", default: "7" }, json: { type: "boolean", default: false } },
});
const runs = Number(values.runs);
if (!(Number.isInteger(runs) && runs >= 1)) {
  process.stderr.write(`--runs: invalid value: ${values.runs}; expected a whole number from 1\n`);
  process.exit(1);
}
const root = fileURLToPath(new URL("..", import.meta.url));
const riskshare = [process.execPath, "bin/riskshare.mjs"];
const asked = [
  { name: "compare --json", words: [...riskshare, "compare", "dps-2017", "--paths", "10000", "--json"] },
  { name: "compare", words: [...riskshare, "compare", "dps-2017", "--paths", "10000"] },
  { name: "--help", words: [...riskshare, "--help"] },
  { name: "npm start", words: ["npm", "start", "--silent"] },
];

if (!isFresh()) await build();
const rows = [];
for (const { name, words } of asked) {
  const times = [];
  for (let run = 0; run < runs; run++) times.push(await timed(words));
  rows.push({
    name,
    answerMs: median(times.map(({ answer }) => answer)),
    wholeMs: median(times.map(({ whole }) => whole)),
  });
}
if (values.json) process.stdout.write(`${JSON.stringify({ runs, rows })}\n`);
else {
  const lines = rows.map(
    ({ name, answerMs, wholeMs }) =>
      `${name.padEnd(16)} answer after ${seconds(answerMs)} s, all after ${seconds(wholeMs)} s`,
  );
  const about = `dps-2017, 10,000 futures: wall time of whole processes, median of ${runs}; Node ${process.versions.node}, ${availableParallelism()} threads.`;
  const text = `${about}\n\n${lines.join("\n")}\n`;
  const results = new URL("results/", import.meta.url);
  mkdirSync(results, { recursive: true });
  writeFileSync(new URL("start.txt", results), text);
  process.stdout.write(text);
}

/** Milliseconds from the start of a process to the first that it prints, and to its end. */
function timed([command, ...words]) {
  const began = performance.now();
  const child = spawn(command, words, { cwd: root, stdio: ["ignore", "pipe", "ignore"] });
  let answer;
  child.stdout.on("data", () => {
    answer ??= performance.now() - began;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve({ answer, whole: performance.now() - began });
      else reject(new Error(`${command} ${words.join(" ")} ended with ${code}`));
    });
  });
}

function median(times) {
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

function seconds(ms) {
  return (ms / 1000).toFixed(2);
}
