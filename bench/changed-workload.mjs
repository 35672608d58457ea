// Is riskshare fast on one workload alone? The standard workload beside a copy with other names, other prices, 30 months
// and one more rule, and beside itself with one more policy; all on one thread, in turn.
// usage: node bench/changed-workload.mjs [--paths 1000000] [--runs 5]; writes bench/results/changed-workload.txt
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { parse } from "yaml";
import { build } from "../bin/build.mjs";
import { isFresh } from "../bin/built-form.mjs";
import { bonuses } from "./growth-workload.mjs";
import { answerOf } from "./peers/answer-of.mjs";
import { openPlainC } from "./peers/plain-c.mjs";

const { values } = parseArgs({
  options: { paths: { type: "string", default: "1000000" }, runs: { type: "string", default: "5" } },
});
const paths = Number(values.paths);
const runs = Number(values.runs);
const program = fileURLToPath(new URL("../bin/riskshare.mjs", import.meta.url));
const file = fileURLToPath(new URL("../scenarios/standard-workload.yaml", import.meta.url));
const { $schema: _, ...standard } = parse(readFileSync(file, "utf8"));

const copy = {
  ...standard,
  id: "another-contract",
  title: "Another contract",
  contract: { ...standard.contract, lastReferralMonth: 30, lastMonth: 30 },
  costs: {
    setUp: [{ ...standard.costs.setUp[0], pounds: 71_500, what: "What it takes to begin" }],
    perMonth: 13_900,
    perStart: 310,
  },
  rulesets: [bonuses(1)],
  policies: standard.policies.map((policy, p) => ({
    ...policy,
    id: `way-${p + 1}`,
    title: `Another way ${p + 1}`,
    rulesets: [...policy.rulesets, "bonuses"],
    parameters: { ...policy.parameters, startPrice: 437, jobOutcomePrice: 1313, sustainedOutcomePrice: 1711 },
  })),
};
const [first] = standard.policies;
const oneMore = {
  ...standard,
  policies: [
    ...standard.policies,
    { ...first, id: "one-more", title: "One more", parameters: { startPrice: 500, jobOutcomePrice: 1000 } },
  ],
};

if (!isFresh()) await build();
const folder = mkdtempSync(join(tmpdir(), "riskshare-changed-"));
const plainC = openPlainC();
const timed = [
  { name: "the standard workload", run: riskshareOn("standard", standard), seconds: [] },
  { name: "a copy", run: riskshareOn("copy", copy), seconds: [] },
  { name: "one more policy", run: riskshareOn("one-more", oneMore), seconds: [] },
  ...(plainC === undefined
    ? []
    : [{ name: plainC.name, run: () => plainC.run(paths, 1).seconds, seconds: [] }]),
];
try {
  for (let run = 0; run < runs; run++) for (const one of timed) one.seconds.push(one.run());
} finally {
  rmSync(folder, { recursive: true, force: true });
  plainC?.close();
}
const [asItIs, ofCopy, withOneMore, inC] = timed.map(
  ({ seconds }) => ([...seconds].sort((a, b) => a - b)[seconds.length >> 1] / paths) * 1e9,
);
const lines = [
  `${paths.toLocaleString("en-GB")} futures on one thread; median of ${runs}, each in turn. Nanoseconds a future.`,
  "",
  `the standard workload: ${asItIs.toFixed(0)}, for each of 24 months ${(asItIs / 24).toFixed(1)}`,
  `a copy with other names, other prices, 30 months and one more rule: ${ofCopy.toFixed(0)}, for each month ${(ofCopy / 30).toFixed(1)}, which is ${((ofCopy / 30 / (asItIs / 24)) * 100 - 100).toFixed(0)} % more`,
  `one more policy on the same world: ${(withOneMore - asItIs).toFixed(0)} more${inC === undefined ? "" : `, ${((withOneMore - asItIs) / inC).toFixed(3)} of plain C's ${inC.toFixed(0)} for a whole future`}`,
];
mkdirSync(new URL("results/", import.meta.url), { recursive: true });
writeFileSync(new URL("results/changed-workload.txt", import.meta.url), `${lines.join("\n")}\n`);
process.stdout.write(`${lines.join("\n")}\n`);

/** Times riskshare on a scenario, as people run it: the seconds that its futures take. */
function riskshareOn(name, scenario) {
  const path = join(folder, `${name}.json`);
  writeFileSync(path, JSON.stringify(scenario));
  const words = [program, "compare", path, "--paths", String(paths), "--threads", "1", "--json"];
  return () => answerOf(process.execPath, words).elapsedMs / 1000;
}
