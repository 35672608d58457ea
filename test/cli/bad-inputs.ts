import { existsSync } from "node:fs";
import { shippedText } from "../laws/shipped-scenarios.ts";
import { model, perStart, plain, terms, where } from "../models/terms.ts";

/** A command that must be refused: the files it is given, its words, and what must be said. */
export type BadInput = {
  readonly what: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly args: readonly string[];
  /** What must be said, line by line; each is a part of a line. */
  readonly says: readonly string[];
};

const yaml = (find: string | RegExp, replacement: string) => {
  const text = shippedText("standard-workload");
  const changed = text.replace(find, replacement);
  if (changed === text) throw new Error(`nothing to replace: ${find}`);
  return { "bad.yaml": changed };
};
const json = (scenario: unknown) => ({ "bad.json": JSON.stringify(scenario, undefined, 1) });
const rules = (change: (ruleset: Record<string, never>) => void) => {
  const ruleset = structuredClone(perStart(100, "a-start"));
  change(ruleset as unknown as Record<string, never>);
  return json(model("bad", 6, { volume: { indicative: 2 }, rulesets: [ruleset] }));
};
const compare = (file: string, ...more: string[]) => ["compare", file, "--paths", "600", ...more];
const shipped = (...more: string[]) => compare("standard-workload", ...more);
const ends = (id: string) =>
  terms("termination", id, [
    { name: "end", conditions: { all: [] }, event: { type: "end", params: { output: "over" } } },
  ]);
// biome-ignore lint/suspicious/noExplicitAny: a bad ruleset is whatever someone wrote
type Any = any;

export const badInputs: readonly BadInput[] = [
  { what: "a missing file", args: compare("nowhere.yaml"), says: ["nowhere.yaml: missing file"] },
  {
    what: "an unknown scenario",
    args: compare("standard-workloud"),
    says: [
      "unknown scenario: standard-workloud; expected a file, or one of",
      'did you mean "standard-workload"?',
    ],
  },
  { what: "a folder for a file", args: compare("rules/"), says: ["invalid file: a folder"] },
  ...(existsSync("/dev/zero")
    ? [
        {
          what: "a device without an end for a scenario",
          args: compare("/dev/zero"),
          says: ["/dev/zero: invalid file: a device or pipe; expected a file that can be read"],
        },
        {
          what: "a device without an end to check",
          args: ["check", "/dev/zero"],
          says: ["/dev/zero: invalid file: a device or pipe"],
        },
      ]
    : []),
  {
    what: "YAML with a tab",
    files: yaml("  leadInMonths: 0", "\tleadInMonths: 0"),
    args: compare("bad.yaml"),
    says: ["bad.yaml:", "tab"],
  },
  {
    what: "an unknown key near a known one",
    files: yaml("  startRate:", "  startrate:"),
    args: compare("bad.yaml"),
    says: ["delivery", "unknown key: startrate", 'did you mean "startRate"?', "missing key: startRate"],
  },
  {
    what: "a probability of 1.2",
    files: yaml("startRate: { value: 0.75", "startRate: { value: 1.2"),
    args: compare("bad.yaml"),
    says: ["delivery.startRate", "invalid", "1.2", "at most 1"],
  },
  {
    what: "a negative price",
    args: shipped("--set", "none.startPrice=-1"),
    says: ["invalid value for startPrice: -1; expected at least 0 pounds"],
  },
  {
    what: "a negative cost",
    files: yaml("perStart: { value: 250", "perStart: { value: -250"),
    args: compare("bad.yaml"),
    says: ["costs.perStart", "-250"],
  },
  {
    what: "an unknown fact in a rule",
    files: rules((r: Any) => (r.stages[0].rules[0].conditions = { all: [where("refferals", "equal", 1)] })),
    args: compare("bad.json"),
    says: ["unknown fact: refferals", 'did you mean "referrals"?'],
  },
  {
    what: "a cycle of tracked facts",
    files: rules(
      (r: Any) => (r.tracked = { one: { value: { fact: "two" } }, two: { sum: { fact: "one" } } }),
    ),
    args: compare("bad.json"),
    says: ["invalid cycle of tracked facts: one → two → one"],
  },
  {
    what: "a rule with a path",
    files: rules(
      (r: Any) =>
        (r.stages[0].rules[0].conditions = {
          all: [{ fact: "starts", path: "$.x", operator: "equal", value: 1 }],
        }),
    ),
    args: compare("bad.json"),
    says: ["unknown key: path"],
  },
  {
    what: "a ruleset that is not valid at the contract's start",
    files: rules((r: Any) => (r.validFrom = "2018-01-01")),
    args: compare("bad.json"),
    says: [
      "invalid ruleset: a-start, valid from 2018-01-01; expected one valid at the contract's start, 2017-04-01",
    ],
  },
  {
    what: "0 paths",
    args: ["compare", "standard-workload", "--paths", "0"],
    says: ["--paths: invalid value: 0; expected a whole number from 1"],
  },
  { what: "half a thread", args: shipped("--threads", "0.5"), says: ["--threads: invalid value: 0.5"] },
  {
    what: "more futures than memory holds",
    args: ["compare", "dps-2017", "--paths", "100000000"],
    says: ["--paths: invalid value: 100000000; expected at most"],
  },
  {
    what: "a policy bound to two terminations",
    files: json(model("bad", 6, { volume: { indicative: 2 }, rulesets: [ends("one"), ends("two")] })),
    args: compare("bad.json"),
    says: ["ambiguous termination rulesets: one, two; expected at most one of kind termination"],
  },
  {
    what: "a scenario of 50 MB",
    files: { "bad.yaml": "# ".concat("x".repeat(50 * 1024 * 1024)) },
    args: compare("bad.yaml"),
    says: ["bad.yaml: invalid size: 50.", "expected at most 2 MiB"],
  },
  {
    what: "__proto__ as a name in YAML",
    files: yaml("    volumeRatio:", "    __proto__:"),
    args: compare("bad.yaml"),
    says: ["__proto__"],
  },
  {
    what: "__proto__ as a name in JSON",
    files: {
      "bad.json": JSON.stringify(model("bad", 6, { volume: { indicative: 2 } })).replace(
        '"indicative":2',
        '"indicative":2,"__proto__":{"x":1}',
      ),
    },
    args: compare("bad.json"),
    says: ["__proto__"],
  },
  {
    what: "--set of __proto__",
    args: shipped("--set", "both.__proto__=1", "--set", "__proto__.startPrice=1"),
    says: ["unknown policy: __proto__"],
  },
  {
    what: "--set of an unknown policy",
    args: shipped("--set", "bothh.startPrice=1"),
    says: ["--set: unknown policy: bothh; expected one of", 'did you mean "both"?'],
  },
  {
    what: "--set of an unknown parameter",
    args: shipped("--set", "both.startprise=1"),
    says: ["unknown parameter: startprise", 'did you mean "startPrice"?'],
  },
  {
    what: "--set out of range",
    args: shipped("--set", "both.serviceFeeShare=1.5"),
    says: ["--set: invalid value for serviceFeeShare: 1.5; expected at most 1 share"],
  },
  {
    what: "--set of a service fee share that nothing pays back",
    args: compare("dps-2017", "--set", "*.serviceFeeShare=0.2"),
    says: [
      "--set: unsupported value for serviceFeeShare: 0.2 under today, ",
      "flat-service-fee would pay it back",
    ],
  },
  {
    what: "a service fee share of a policy that nothing pays back",
    files: yaml("job-and-sustained, flat-share]", "job-and-sustained]"),
    args: compare("bad.yaml"),
    says: ["unsupported value for serviceFeeShare: 0.3 under service-fee;", "both would pay it back"],
  },
  {
    what: "--set with a third decimal",
    args: shipped("--set", "*.startPrice=400.005"),
    says: ["--set: invalid value for startPrice: 400.005; expected pounds with at most two decimals"],
  },
  {
    what: "--set without a value",
    args: shipped("--set", "both.startPrice"),
    says: ["--set: invalid setting: both.startPrice; expected policy.parameter=value"],
  },
  {
    what: "an unknown policy",
    args: shipped("--policies", "none,bth"),
    says: ["--policies: unknown policy: bth"],
  },
  {
    what: "a policy nearly named",
    args: shipped("--policies", "bothe"),
    says: ["--policies: unknown policy: bothe; expected one of", 'did you mean "both"?'],
  },
  ...["0x1", "1e0", " 1 ", "1.", ""].map((written) => ({
    what: `--set to ${JSON.stringify(written)}, which nobody writes for a number`,
    args: shipped("--set", `both.serviceFeeShare=${written}`),
    says: [`invalid value for serviceFeeShare: ${JSON.stringify(written)}; expected a number of share`],
  })),
  {
    what: "--paths in another base",
    args: ["compare", "standard-workload", "--paths", "0x10"],
    says: ["--paths: invalid value: 0x10; expected a whole number from 1"],
  },
  {
    what: "a parameter whose least is over its most",
    files: rules((r: Any) => Object.assign(r.parameters.startPrice, { min: 1, max: 0, default: 5 })),
    args: compare("bad.json"),
    says: ["parameters.startPrice.max: invalid range: min 1 over max 0; expected min at most max"],
  },
  {
    what: "a window where none can be",
    files: rules(
      (r: Any) =>
        (r.tracked = { dry: { consecutive: { all: [where("starts", "equal", 0)] }, over: "contract" } }),
    ),
    args: compare("bad.json"),
    says: [
      "tracked.dry: unsupported key: over; expected consecutive without it; over goes with sum or count",
    ],
  },
  {
    what: "a rate that a distribution takes above 1",
    files: yaml(
      /startRate: \{ value: 0\.75/,
      "startRate: { value: { lognormal: { median: 0.8, sdlog: 0.6 } }",
    ),
    args: compare("bad.yaml"),
    says: [
      'delivery.startRate.value: invalid value: {"lognormal":{"median":0.8,"sdlog":0.6}}; expected a distribution between 0 and 1',
    ],
  },
  {
    what: "a lever that does two things",
    files: json(
      model("bad", 6, {
        volume: { indicative: 2 },
        levers: [{ id: "more", title: "More", quantity: "delivery.startRate", scale: 1, shift: 0, cost: 0 }],
        rulesets: [perStart(100, "a-start")],
      }),
    ),
    args: compare("bad.json"),
    says: ["levers[0] (more): invalid value: ", "; expected one of scale, shift and replace"],
  },
  {
    what: "something wrong in a policy, which is named",
    files: yaml("per-start, job-and-sustained, flat-share]", "per-strat, job-and-sustained, flat-share]"),
    args: compare("bad.yaml"),
    says: ["policies[1] (service-fee).rulesets[1]: unknown ruleset: per-strat"],
  },
  {
    what: "a policy twice",
    args: shipped("--policies", "none,none"),
    says: ["--policies: duplicate policy: none"],
  },
  {
    what: "an unknown basis",
    args: shipped("--basis", "same-prices"),
    says: ["--basis: unknown basis: same-prices", 'did you mean "same-price"?'],
  },
  {
    what: "an unknown variant",
    args: compare("dps-2017", "--variant", "stres"),
    says: ["--variant: unknown variant: stres", 'did you mean "stress"?'],
  },
  {
    what: "an overlap under unique that only the futures show",
    files: json(
      model("bad", 6, {
        volume: { indicative: 5 },
        rulesets: [
          perStart(100, "a-start"),
          terms("fault", "blame", [], {
            parameters: { few: plain(3, "people") },
            stages: [
              {
                hitPolicy: "unique",
                rules: ["lessThan", "greaterThan"].map((operator, k) => ({
                  name: operator,
                  conditions: { all: [where("referrals", operator, k === 0 ? { fact: "few" } : 1)] },
                  event: {
                    type: "set",
                    params: { output: "fault", amount: k === 0 ? "provider" : "shared" },
                  },
                })),
              },
            ],
          } as Any),
        ],
      }),
    ),
    args: compare("bad.json"),
    says: [
      'terms blame stages[0]: ambiguous rules on fault: "lessThan" and "greaterThan" in month 1 of future 1; expected at most one rule to hold under unique',
    ],
  },
  {
    what: "--out into a file",
    files: { taken: "a file" },
    args: shipped("--out", "taken"),
    says: ["--out: invalid folder: taken", "expected a folder that can be written to"],
  },
  {
    what: "--out below a file",
    files: { taken: "a file" },
    args: shipped("--out", "taken/below/it"),
    says: ["--out: invalid folder: taken/below/it"],
  },
  {
    what: "--out where nothing can be written",
    args: shipped("--out", "/proc/riskshare"),
    says: ["--out: invalid folder: /proc/riskshare"],
  },
  { what: "--out without a name", args: shipped("--out", ""), says: ['--out: invalid folder: ""'] },
  {
    what: "terminal escapes in the name of a file",
    args: compare("no\u001b[2J\u202ewhere.yaml"),
    says: ["no\\u001b[2J\\u202ewhere.yaml: missing file"],
  },
  {
    what: "terminal escapes inside a file",
    files: yaml("id: standard-workload", 'id: "a\\e[31m\\u202eb"'),
    args: compare("bad.yaml"),
    says: ["\\u001b[31m"],
  },
  {
    what: "a triangular law whose mode is outside its range",
    files: yaml("{ gamma: { mean: 0.7, shape: 4 } }", "{ triangular: { min: 1, mode: 0.5, max: 2 } }"),
    args: compare("bad.yaml"),
    says: ["min at most mode at most max"],
  },
  {
    what: "no policy to explain",
    args: ["explain", "standard-workload"],
    says: ["--policy: missing policy; expected one of none, service-fee"],
  },
  {
    what: "a chance that is none to solve for",
    args: ["solve", "standard-workload", "--for", "priceScale", "--such-that", "probabilityOfLoss<=5"],
    says: ["--such-that: invalid limit: 5; expected a chance between 0 and 1"],
  },
  {
    what: "an unknown policy to explain",
    args: ["explain", "standard-workload", "--policy", "bth"],
    says: ["--policy: unknown policy: bth"],
  },
  {
    what: "a future that is not there",
    args: ["explain", "standard-workload", "--policy", "both", "--path", "0"],
    says: ["--path: invalid value: 0"],
  },
  {
    what: "a file that is neither rules nor a scenario",
    files: { "bad.json": "[1, 2" },
    args: ["check", "bad.json"],
    says: ["bad.json:1:"],
  },
  { what: "a folder without rules or scenarios", args: ["check", "bin"], says: ["bin: missing file"] },
];

/** Many things wrong at once: every one of them must be said. */
export const manyProblems: BadInput = {
  what: "many things wrong",
  files: {
    "bad.yaml": shippedText("standard-workload")
      .replace("startRate: { value: 0.75", "startRate: { value: 1.2")
      .replace("perStart: { value: 250", "perStart: { value: -250")
      .replace("  leadInMonths: 0", "  leadInMonth: 0"),
  },
  args: ["compare", "bad.yaml", "--paths", "-5", "--basis", "fair", "--set", "nothing", "--threads", "none"],
  says: [
    "delivery.startRate",
    "costs.perStart",
    "unknown key: leadInMonth",
    "--paths: ",
    "--basis: ",
    "--set: ",
    "--threads: ",
  ],
};

export const wrongUsage: readonly (readonly string[])[] = [
  ["compare"],
  ["compare", "standard-workload", "--path", "7"],
  ["compare", "standard-workload", "--paths"],
  ["compere", "standard-workload"],
  ["explain"],
];
