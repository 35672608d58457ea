// The standard workload (24 months, 4 policies a future) beside the same arithmetic in plain C and in NumPy.
// usage: node bench/standard-workload.mjs [--paths 1000000] [--runs 5] [--quick] [--json]
// Times are those of drawing and settling; a process's start and the measures taken after it are not counted.
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "../bin/build.mjs";
import { isFresh } from "../bin/built-form.mjs";
import { benchTable } from "./bench-table.mjs";
import { apartOf, compared, mostErrors } from "./peers/apart.mjs";
import { openNumpy } from "./peers/numpy.mjs";
import { openPlainC } from "./peers/plain-c.mjs";
import { openRiskshare } from "./peers/riskshare.mjs";

const { values } = parseArgs({
  options: {
    paths: { type: "string" },
    runs: { type: "string" },
    quick: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  },
});
const paths = wholeOf("--paths", values.paths ?? (values.quick ? "400000" : "1000000"));
const runs = wholeOf("--runs", values.runs ?? (values.quick ? "3" : "5"));

// What is timed is what people run.
if (!isFresh()) await build();
const ours = openRiskshare({ threads: 1 });
const plainC = openPlainC();
const peers = [
  ours,
  plainC,
  ...(values.quick
    ? []
    : [openRiskshare({ threads: 2 }), openRiskshare({ threads: 1, plain: true }), openNumpy()]),
].filter((peer) => peer !== undefined);
const missing = [
  ...(plainC === undefined ? ["plain C: no compiler found here (set CC)"] : []),
  ...(!values.quick && !peers.some(({ name }) => name.startsWith("NumPy"))
    ? ["NumPy: no Python that has it found here (set PYTHON)"]
    : []),
];
const timed = peers.map((peer) => ({ peer, seconds: [], policies: [] }));
try {
  // In turn, so that a machine that slows down slows all of them.
  for (let run = 0; run < runs; run++)
    for (const one of timed) {
      if (process.stderr.isTTY) process.stderr.write(`\r\x1b[2K${run + 1} of ${runs}: ${one.peer.name}`);
      const { seconds, policies } = one.peer.run(paths, 1);
      one.seconds.push(seconds);
      one.policies = policies;
    }
} finally {
  if (process.stderr.isTTY) process.stderr.write("\r\x1b[2K");
  for (const peer of peers) peer.close();
}
report();

function report() {
  const rows = timed.map(({ peer, seconds, policies }) => ({
    name: peer.name,
    microsecondsPerPath: (median(seconds) / paths) * 1e6,
    apart: peer === ours ? [] : apartOf(timed[0].policies, policies, paths),
    policies,
  }));
  const inC = rows.find(({ name }) => name === plainC?.name)?.microsecondsPerPath;
  const agrees = rows.every(({ apart }) => apart.every(({ errors }) => Math.abs(errors) <= mostErrors));
  if (!agrees) process.exitCode = 1;
  if (values.json) {
    const [first] = rows;
    const checks = first.policies.map(({ id }, p) => ({
      policy: id,
      measures: compared.map((measure) => ({
        id: measure,
        riskshare: first.policies[p][measure].value,
        errors: rows.flatMap(({ apart }) =>
          apart.filter((one) => one.policy === p && one.measure === measure).map(({ errors }) => errors),
        ),
      })),
    }));
    const speed = { riskshare: first.microsecondsPerPath, ...(inC !== undefined && { plainC: inC }) };
    return print(JSON.stringify({ paths, runs, microsecondsPerPath: speed, agrees, checks }));
  }
  const about = [
    `The standard workload: ${paths.toLocaleString("en-GB")} futures, 24 months, 4 policies; median of ${runs}.`,
    `${cpus()[0]?.model.trim() ?? "unknown processor"} (${cpus().length}), Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}.`,
  ].join("\n");
  const text = [about, benchTable(rows, inC), ...missing, ""].join("\n\n");
  print(text);
  if (!values.quick) {
    const folder = new URL("results/", import.meta.url);
    mkdirSync(folder, { recursive: true });
    writeFileSync(fileURLToPath(new URL("standard-workload.txt", folder)), text);
  }
  if (!agrees) print(`They do not agree: more than ${mostErrors} standard errors apart.`);
  if (inC !== undefined) print(`ratio to C: ${(rows[0].microsecondsPerPath / inC).toFixed(2)}`);
}

function median(numbers) {
  const ascending = [...numbers].sort((a, b) => a - b);
  const middle = ascending.length >> 1;
  return ascending.length % 2 === 1 ? ascending[middle] : (ascending[middle - 1] + ascending[middle]) / 2;
}

function wholeOf(option, text) {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1) return value;
  process.stderr.write(`${option}: invalid value: ${text}; expected a whole number from 1\n`);
  process.exit(1);
}

function print(line) {
  process.stdout.write(`${line}\n`);
}
