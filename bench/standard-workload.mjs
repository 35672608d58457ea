// The standard workload on one thread, through the public engine, beside the same arithmetic in plain C.
// usage: node bench/standard-workload.mjs [--paths 1000000] [--runs 5] [--json]
import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { register } from "tsx/esm/api";
import { openPlainC } from "./plain-c.mjs";

register();
const { measurePolicy, openInlineHost, openRun } = await import("../src/index.ts");
const { readLibrary } = await import("../src/cli/library.ts");

const { values } = parseArgs({
  options: {
    paths: { type: "string", default: "1000000" },
    runs: { type: "string", default: "5" },
    json: { type: "boolean", default: false },
  },
});
const [paths, runs] = [wholeOf("--paths", values.paths), wholeOf("--runs", values.runs)];
/** How far apart the two may lie: 5 standard errors of the difference of independent samples, P = 6e-7. */
const mostErrors = 5;

const checked = openWorkload();
const peer = openPlainC();
const compared = ["probabilityOfLoss", "meanMargin", "meanPeakFunding"];
const ours = { seconds: [], policies: [] };
const theirs = { seconds: [], policies: [] };
try {
  // Compiled and warm before anything is timed.
  await simulated(Math.min(paths, 20_000));
  // In turn, so that a machine that slows down slows both.
  for (let run = 0; run < runs; run++) {
    const one = await simulated(paths);
    ours.seconds.push(one.seconds);
    ours.policies = one.policies;
    if (peer === undefined) continue;
    const other = peer.run(paths, 1);
    theirs.seconds.push(other.seconds);
    theirs.policies = other.policies;
  }
} finally {
  peer?.close();
}
report();

function openWorkload() {
  const { rulesets } = readLibrary();
  const text = readFileSync(new URL("../scenarios/standard-workload.yaml", import.meta.url), "utf8");
  const spec = {
    name: "standard-workload.yaml",
    text,
    format: "yaml",
    library: rulesets,
    changes: {},
    seed: "",
  };
  const { checked: found, problems } = openRun(spec);
  if (found === undefined) throw new Error(`the standard workload has problems: ${JSON.stringify(problems)}`);
  return found;
}

/** Simulates all policies; the time is that of drawing, settling and gathering, the measures are taken after it. */
async function simulated(count) {
  const surroundings = { now: () => performance.now(), rest: async () => undefined };
  const host = openInlineHost(checked, checked.scenario.seed, surroundings);
  const policies = checked.policies.map((_, place) => ({ place, priceScale: 1 }));
  const ledgers = await host.simulate(policies, count);
  const context = { paths: count, breakEvenReferralsPerMonth: null };
  return {
    seconds: host.elapsedMs() / 1000,
    policies: ledgers.map(({ margin, peakFunding, ...rest }) =>
      measurePolicy({ ...rest, margin, peakFunding }, { ...context, ascending: new Map() }),
    ),
  };
}

function report() {
  const perPath = ({ seconds }) => (median(seconds) / paths) * 1e6;
  const speed = { riskshare: perPath(ours), plainC: peer && perPath(theirs) };
  const checks = checked.policies.map(({ spec }, p) => ({
    policy: spec.id,
    measures: compared.map((id) => {
      const { value, se } = ours.policies[p][id];
      const other = theirs.policies[p]?.[id];
      if (other === undefined) return { id, riskshare: value };
      // Of a rare event one sample may hold none: the error is that of both samples together.
      const both = (value + other) / 2;
      const error = id.startsWith("probability") ? Math.sqrt((both * (1 - both)) / paths) : se;
      const errors = value === other ? 0 : (value - other) / (error * Math.SQRT2);
      return { id, riskshare: value, plainC: other, errors };
    }),
  }));
  const agrees = checks.every(({ measures }) =>
    measures.every(({ errors }) => errors === undefined || Math.abs(errors) <= mostErrors),
  );
  if (!agrees) process.exitCode = 1;
  if (values.json) return print(JSON.stringify({ paths, runs, microsecondsPerPath: speed, agrees, checks }));
  print(
    `The standard workload: ${paths.toLocaleString("en-GB")} futures, 24 months, 4 policies, one thread,`,
  );
  print(`median of ${runs}, Node ${process.versions.node}, ${cpus()[0]?.model ?? "unknown processor"}`);
  print(`\nriskshare  ${speed.riskshare.toFixed(3)} µs a future`);
  if (peer === undefined) return print("plain C    no compiler found here (set CC)");
  print(`plain C    ${speed.plainC.toFixed(3)} µs a future (${peer.name})`);
  print(`ratio      ${(speed.riskshare / speed.plainC).toFixed(2)}\n`);
  print(
    "Do they compute the same? Chance of a loss, average margin and peak funding, in standard errors apart:",
  );
  for (const { policy, measures } of checks) {
    const [loss, ...rest] = measures;
    const apart = rest.map(({ id, errors }) => `${id} ${errors.toFixed(1)}`).join(", ");
    const chances = `${loss.riskshare.toFixed(4)} and ${loss.plainC.toFixed(4)}`;
    print(`  ${policy.padEnd(17)} P(loss) ${chances}, ${loss.errors.toFixed(1)} apart; ${apart}`);
  }
  print(agrees ? "They do." : `They do not: more than ${mostErrors} standard errors.`);
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
