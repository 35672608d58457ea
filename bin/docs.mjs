// Fills the marked regions of docs/ from the code: `<!-- begin NAME -->` to `<!-- end NAME -->`.
// `node bin/docs.mjs` writes; `node bin/docs.mjs --check` says what is out of date and exits with 1.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";
import { z } from "zod";

register();
const load = (path) => import(new URL(`../src/${path}.ts`, import.meta.url).href);
const { contractFacts } = await load("engine/contract-facts");
const { isGivenByRules } = await load("engine/contract");
const { contractKinds, kindsUntilEnd, singleKinds } = await load("engine/kind");
const { operators } = await load("engine/operators");
const { decide, hitPolicies } = await load("engine/hit-policy");
const { amountSchema } = await load("engine/amount-schema");
const { resolveAmount, workOut } = await load("engine/amount");
const { round, roundingModes } = await load("engine/money");
const { openTrackedMemory } = await load("engine/tracked-memory");
const { openEvaluate, stageOfCondition } = await load("engine/evaluate");
const { codeOf, factValueOf } = await load("engine/fact");
const { parseDocument } = await load("engine/document");
const { problemText } = await load("engine/problem");
const { distributionSchema } = await load("sim/distribution-schema");
const { checkScenario } = await load("sim/check-scenario");
const { compare } = await load("sim/compare");
const { openInlineHost } = await load("host/inline-host");
const { metrics } = await load("sim/risk/metrics");
const { methodOf } = await load("sim/risk/metric-method");

const docs = new URL("../docs/", import.meta.url);
const read = (name) => readFileSync(new URL(name, docs), "utf8");

/** A Markdown table; a bar inside a cell is escaped. */
function table(head, rows) {
  const line = (cells) => `| ${cells.map((cell) => String(cell).replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** The words for each name of the code; throws where a name has none, or words have no name. */
function wordsFor(what, names, words) {
  const missing = names.filter((name) => !Object.hasOwn(words, name));
  const stale = Object.keys(words).filter((name) => !names.includes(name));
  if (missing.length + stale.length > 0) {
    throw new Error(
      `${what}: no words for ${missing.join(", ") || "none"}; words for unknown ${stale.join(", ") || "none"}`,
    );
  }
  return (name) => words[name];
}

const code = (text) => `\`${text}\``;
/** JSON on one line, with the spaces that people put. */
function spelled(spec) {
  const text = JSON.stringify(spec, undefined, 1).replaceAll(/\n\s*/g, " ");
  return code(text.replaceAll("[ ", "[").replaceAll(" ]", "]"));
}

const minus = (x) => String(x).replace("-", "−");

// --- rules -------------------------------------------------------------------------------------------------------

function factsTable() {
  const kind = (fact) => {
    if (fact.type === "boolean") return "yes or no";
    if (fact.type === "enum") return fact.values?.map(code).join(", ") ?? "a word";
    return fact.unit;
  };
  const given = (fact) => {
    if (fact.from === "set")
      return `rulesets (${fact.name === "settlementPence" ? "cancellation" : "fault"})`;
    return isGivenByRules(fact) ? "sums of what is owed" : "the world";
  };
  const rows = [...contractFacts.values()].map((fact) => [
    code(fact.name),
    kind(fact),
    given(fact),
    fact.type === "enum" && fact.default === "" ? "the scenario's" : code(fact.default),
    fact.sentence,
  ]);
  return table(["fact", "unit or words", "given by", "default in examples", "what it is"], rows);
}

function operatorsTable() {
  const rows = Object.entries(operators).map(([name, { types, list, words }]) => [
    code(name),
    words,
    types.map((type) => ({ number: "numbers", boolean: "yes or no", enum: "words" })[type]).join(", "),
    list ? "a list of literals" : 'a literal, or `{ "fact": … }`',
  ]);
  return table(["operator", "reads as", "on facts that are", "`value`"], rows);
}

function kindsTable() {
  const words = wordsFor("kinds", contractKinds, {
    fault: ["sets `fault`, `faultShare`", "Who is at fault, by what both sides can see."],
    "service-fee": ["pays", "Fees that do not depend on how many people come."],
    "start-fee": ["pays", "Prices for starts."],
    "outcome-payment": ["pays", "Prices for outcomes."],
    volume: ["pays", "Guarantees and bands on the number of people."],
    adjustment: ["pays", "Gain and pain shares, clawbacks, withheld payments."],
    limit: ["pays (usually less than 0)", "Caps and collars on what the kinds before owe."],
    cancellation: ["sets `settlementPence`", "What would be due if the contract ended after this month."],
    termination: ["ends the contract", "Whether it ends after this month, and on which ground."],
  });
  const rows = contractKinds.map((kind, k) => [
    k + 1,
    code(kind),
    words(kind)[0],
    singleKinds.includes(kind) ? "at most one" : "any number",
    kindsUntilEnd.includes(kind) ? "no" : "yes",
    words(kind)[1],
  ]);
  return table(
    ["order", "kind", "what it may do", "in a policy", "runs on after an end", "what it is for"],
    rows,
  );
}

function hitPoliciesTable() {
  const words = wordsFor("hit policies", hitPolicies, {
    unique: "At most one rule may hold.",
    any: "Several may hold if they give the same amount.",
    first: "The first in file order counts.",
    priority:
      "The highest `priority` counts (default 1, from 1 to 1,000); of equals, the first in file order.",
    "collect sum": "The sum of all that hold.",
    "collect min": "The least of all that hold.",
    "collect max": "The most of all that hold.",
    "collect count": "How many hold; for `set` only.",
    "rule order": "As `collect sum`; for `pay` and `end` only.",
    "output order": "As `collect sum`; for `pay` and `end` only.",
  });
  const rules = {
    A: { rule: "A", priority: 1, amount: 30 },
    B: { rule: "B", priority: 3, amount: 50 },
    C: { rule: "C", priority: 2, amount: 30 },
  };
  const given = (policy, names) => {
    const found = decide(
      policy,
      names.map((name) => rules[name]),
    );
    if (found.outcome === "none") return "nothing";
    return found.outcome === "conflict" ? "**the run stops**" : found.value;
  };
  const rows = hitPolicies.map((policy) => [
    code(policy),
    words(policy),
    ...[["A", "B", "C"], ["A", "C"], ["B"], []].map((names) => given(policy, names)),
  ]);
  return table(["hit policy", "meaning", "A, B and C hold", "A and C hold", "B holds", "none holds"], rows);
}

const month = { starts: 7, referrals: 9, month: 3, faultShare: 0.5, fault: 1, dueToDatePence: 120_050 };
const prices = { startPrice: 15_000, parts: 4 };

function amountsTable() {
  const price = { param: "startPrice" };
  const starts = { fact: "starts" };
  const operations = [
    [0, "A number. In money only 0 may stand; any other pound is a parameter."],
    [starts, "The value of a fact this month. Yes counts as 1 and no as 0."],
    [price, "The value of a parameter: money in pence, times `priceScale` where it is `scaled`."],
    [{ add: [starts, 2] }, "The sum of 1 to 20 parts, added from left to right."],
    [{ sub: [{ fact: "referrals" }, starts, 1] }, "The first less all the others; 2 to 20 parts."],
    [{ mul: [price, starts] }, "The product of 1 to 20 parts; at most one may be money."],
    [
      { div: [starts, { fact: "referrals" }], otherwise: 0 },
      "The first over the second; `otherwise` where the second is 0.",
    ],
    [{ min: [starts, 5] }, "The least of 1 to 20 parts."],
    [{ max: [starts, 10] }, "The most of 1 to 20 parts."],
    [
      { clamp: [starts, 1, 5] },
      "The first, but at least the second and at most the third: min(max(value, lowest), highest).",
    ],
    [
      { round: { mul: [price, { fact: "faultShare" }, 0.333] } },
      "Rounded to whole units (pence where it is money); `mode` names how.",
    ],
    [{ round: { mul: [price, 0.00333] }, mode: "down" }, "The same with a mode."],
    [
      { tiers: { of: starts, bands: [{ upTo: 4, rate: price }, { rate: { mul: [price, 1.5] } }] } },
      "Each band's rate times the part of `of` inside it; what lies below 0 counts in no band. Here 4 × 15,000 + 3 × 22,500.",
    ],
    [
      {
        table: {
          of: starts,
          rows: [
            { upTo: 5, value: 0 },
            { upTo: 10, value: price },
          ],
          otherwise: { mul: [2, price] },
        },
      },
      "The value of the first row that holds: `upTo` where `of` is at most it.",
    ],
    [
      {
        table: {
          of: { fact: "fault" },
          rows: [
            { is: "commissioner", value: 1 },
            { is: "shared", value: 0.5 },
          ],
          otherwise: 0,
        },
      },
      "`is` where `of` equals a number, a word or yes and no (`true`, `false`).",
    ],
    [
      { instalment: [price, { fact: "month" }, { param: "parts" }] },
      "`instalment: [total, k, n]`: the k-th of n parts, round(total·k/n) − round(total·(k−1)/n). The parts sum to round(total), under `counts: expected` too; k below 1 or above n gives 0.",
    ],
  ];
  const keys = operations.map(([spec]) => Object.keys(Object(spec))[0] ?? "number");
  wordsFor("amounts", amountKeys(), Object.fromEntries(keys.map((key) => [key, true])));
  const names = {
    param: (name) => prices[name],
    code: (of, word) => codeOf(contractFacts.get(of.fact), word),
  };
  const rows = operations.map(([spec, meaning]) => [
    spelled(spec),
    meaning,
    code(minus(workOut(resolveAmount(spec, names), (name) => month[name]))),
  ]);
  return table(["written", "meaning", "gives"], rows);
}

/** The first keys of all forms of an amount, as the schema has them. */
function amountKeys() {
  const { $defs } = z.toJSONSchema(amountSchema, { io: "input" });
  return $defs.Amount.anyOf.map((form) => Object.keys(form.properties ?? { number: true })[0]);
}

function roundingTable() {
  const words = wordsFor("rounding modes", roundingModes, {
    halfAwayFromZero: "to the nearest; a half away from 0 (the default)",
    halfEven: "to the nearest; a half to the even neighbour",
    up: "towards +∞",
    down: "towards −∞",
    awayFromZero: "away from 0",
    towardsZero: "towards 0",
  });
  const numbers = [2.5, 3.5, 2.4, -2.5, -2.6, 2.0000001];
  const rows = roundingModes.map((mode) => [
    code(mode),
    words(mode),
    ...numbers.map((x) => minus(round(x, mode))),
  ]);
  return table(["mode", "how", ...numbers.map(minus)], rows);
}

async function trackedTable() {
  const referrals = [0, 3, 0, 0, 5, 1];
  const nobody = { fact: "referrals", operator: "equal", value: 0 };
  const some = { fact: "referrals", operator: "greaterThan", value: 0 };
  const specs = [
    { value: { mul: [2, { fact: "referrals" }] } },
    { sum: { fact: "referrals" } },
    { sum: { fact: "referrals" }, over: "financialYear" },
    { sum: { fact: "referrals" }, over: { months: 3 } },
    { count: nobody },
    { count: nobody, over: { months: 2 } },
    { consecutive: nobody },
    { latch: some },
    { firstMonth: some },
  ];
  const scope = { fact: (name) => contractFacts.get(name), param: () => 0 };
  const evaluate = openEvaluate();
  const rows = [];
  for (const spec of specs) {
    const memory = openTrackedMemory(spec, scope);
    const values = [];
    for (const [m, made] of referrals.entries()) {
      const value = await memory({
        fact: () => made,
        holds: async (condition) =>
          (await evaluate(stageOfCondition(condition), { referrals: made }))[0].held,
        month: m + 1,
        firstOfContractYear: m === 0,
        firstOfFinancialYear: m === 3,
      });
      values.push("latch" in spec ? (factValueOf({ type: "boolean" }, value) ? "yes" : "no") : value);
    }
    rows.push([spelled(spec), ...values]);
  }
  const head = ["declared", "Jan", "Feb", "Mar", "Apr", "May", "Jun"];
  return table(head, [["referrals of the month", ...referrals], ...rows]);
}

// --- scenarios ---------------------------------------------------------------------------------------------------

function distributionsTable() {
  const forms = z.toJSONSchema(distributionSchema, { io: "input" }).$defs.Distribution.anyOf;
  const name = (form) => Object.keys(form.properties)[0];
  const words = wordsFor("distributions", [...new Set(forms.map(name))], {
    fixed: "Always that number. A bare number says the same.",
    bernoulli: "1 with probability p, else 0.",
    poisson: "A count; the variance equals the mean.",
    negativeBinomial: "A count; the variance is mean + mean²/size.",
    gamma: "Above 0; the variance is mean²/shape, the coefficient of variation 1/√shape.",
    lognormal:
      "e to a normal number: its median or its mean, and the standard deviation of the logarithm; the mean is median·e^(sdlog²/2).",
    beta: "Between 0 and 1; mean and size = alpha + beta (the variance is mean·(1 − mean)/(size + 1)), or alpha and beta.",
    betaBinomial: "Successes in `trials` trials that share one beta(alpha, beta) chance.",
    uniform: "Anything from min to max, all alike.",
    triangular: "Straight up from min to mode and down to max; the mean is (min + mode + max)/3.",
    pert: "A smooth hump: a beta on [min, max] whose mean is (min + 4·mode + max)/6.",
    empirical:
      "One of the values, with the weights given (all alike where left out). Weights need not sum to 1.",
    mixture: "One of the parts, by weight. Weights need not sum to 1.",
  });
  const rows = forms.map((form) => [
    code(`{ ${name(form)}: ${parameterText(form.properties[name(form)])} }`),
    rangesText(form.properties[name(form)]),
    words(name(form)),
  ]);
  return table(["written", "parameters", "what it draws"], rows);
}

function parameterText(schema) {
  if (schema.anyOf) return "5";
  if (schema.type === "array") return "[{ weight, distribution }, …]";
  return `{ ${Object.keys(schema.properties).join(", ")} }`;
}

function rangesText(schema) {
  if (schema.anyOf) return "any number";
  if (schema.type === "array") return `1 to ${schema.maxItems} parts; weights over 0`;
  const most = (max) => (max === undefined ? "" : `, at most ${max.toLocaleString("en-GB")}`);
  const range = ({ type, minimum, maximum, exclusiveMinimum, exclusiveMaximum, items, maxItems }) => {
    if (type === "array")
      return `1 to ${maxItems.toLocaleString("en-GB")}${items.minimum === 0 ? ", each 0 or more" : " numbers"}`;
    if (minimum === 0 && maximum === 1) return "0 to 1";
    if (exclusiveMaximum !== undefined) return `over ${exclusiveMinimum}, under ${exclusiveMaximum}`;
    if (exclusiveMinimum !== undefined) return `over ${exclusiveMinimum}${most(maximum)}`;
    if (minimum !== undefined && maximum !== undefined)
      return `${type === "integer" ? "whole, " : ""}${minimum} or more${most(maximum)}`;
    return "any number";
  };
  const required = schema.required ?? [];
  return Object.entries(schema.properties)
    .map(([name, part]) => `${name}: ${range(part)}${required.includes(name) ? "" : " (optional)"}`)
    .join("; ");
}

/** The worked example of writing-scenarios.md: what paper says, and what the command prints. */
async function workedTable() {
  const text = /^```yaml scenario worked\n([\s\S]*?)^```$/m.exec(read("writing-scenarios.md"))[1];
  const { checked, problems } = checkScenario(parseDocument("worked.yaml", text, "yaml"), new Map());
  if (checked === undefined) throw new Error(problems.map(problemText).join("\n"));
  const { paths, seed, requirement } = checked.scenario;
  const host = openInlineHost(checked, seed, { now: () => 0, rest: async () => undefined });
  const { result } = await compare(checked, { basis: "same-unit-prices", paths, requirement }, host.simulate);
  const exact = workedOnPaper();
  const units = new Map(metrics.map(({ id, unit }) => [id, unit]));
  const rows = result.policies.flatMap((policy) =>
    Object.entries(exact[policy.id]).map(([metric, [formula, value]]) => {
      const { value: printed, low, high } = policy.metrics[metric];
      const shown = (x) => shownIn(units.get(metric), x);
      return [
        code(policy.id),
        code(metric),
        formula,
        shown(value),
        shown(printed),
        `${shown(low)} to ${shown(high)}`,
      ];
    }),
  );
  return table(["policy", "measure", "on paper", "exactly", "printed", "95 % interval"], rows);
}

function shownIn(unit, x) {
  const digits = unit === "probability" || unit === "people" ? 4 : 2;
  const pounds = unit === "pounds" ? "£" : "";
  return `${x < 0 ? "−" : ""}${pounds}${Math.abs(x).toLocaleString("en-GB", { minimumFractionDigits: digits, maximumFractionDigits: digits })}`;
}

/** Formulas in the two levels of demand F, each with chance ½; no line of the engine takes part. */
function workedOnPaper() {
  const over = (f) => (f(0.5) + f(1)) / 2;
  const e = (x) => Math.exp(0 - x);
  const p = over((F) => e(4 * F));
  const referrals = 4.5 - over((F) => 2 * F * e(4 * F));
  const starts = 0.8 * referrals;
  const jobs = 0.25 * starts;
  const fee = 400 - 100 * p;
  const payment = 300 * starts + 1000 * jobs + fee + 250 * p;
  const cost = 800 - 100 * p + 50 * starts;
  const few = (F, most) => {
    const a = 3.6 * F;
    const terms = [1, a, a ** 2 / 2, a ** 3 / 6].slice(0, most + 1);
    return e(4.8 * F) * terms.reduce((x, y) => x + y);
  };
  return {
    "results-only": {
      meanReferrals: ["6 × ¾", 4.5],
      meanStarts: ["4.5 × 0.8", 3.6],
      meanJobOutcomes: ["3.6 × 0.25", 0.9],
      meanPayment: ["£300 × 3.6 + £1,000 × 0.9", 1980],
      costPerJobOutcome: ["£1,980 ÷ 0.9", 2200],
      meanMargin: ["£1,980 − £800 − £50 × 3.6", 1000],
      probabilityOfLoss: [
        "no job and at most 3 other starters: ½ Σ e^(−4.8F)·(1 + a + a²/2 + a³/6), a = 3.6F",
        over((F) => few(F, 3)),
      ],
    },
    "shared-risk": {
      probabilityTerminated: ["p = ½ (e^(−2) + e^(−4))", p],
      meanReferrals: ["4.5 − ½ (1·e^(−2) + 2·e^(−4))", referrals],
      meanJobOutcomes: ["× 0.8 × 0.25", jobs],
      meanServiceFee: ["£400 − £100 p", fee],
      meanCancellationFee: ["£250 p", 250 * p],
      meanPayment: ["prices, fee and settlement together", payment],
      meanMargin: ["payments − (£800 − £100 p + £50 × starts)", payment - cost],
      probabilityOfLoss: [
        "p + ½ Σ [e^(−4.8F)·(1 + 3.6F) − e^(−5.6F)·(1 + 1.2F)]",
        over((F) => e(4 * F) + few(F, 1) - e(5.6 * F) * (1 + 1.2 * F)),
      ],
    },
  };
}

// --- measures ----------------------------------------------------------------------------------------------------

function metricsTable() {
  const intervals = [];
  const rows = metrics.map((metric) => {
    const { formula, interval, differenceInterval } = methodOf(metric);
    const both = `${interval}; of a difference, ${differenceInterval}.`;
    if (!intervals.includes(both)) intervals.push(both);
    return [
      code(metric.id),
      metric.title,
      metric.unit,
      metric.meaning,
      formula,
      `(${intervals.indexOf(both) + 1})`,
    ];
  });
  const notes = intervals.map((text, i) => `${i + 1}. ${text}`);
  const head = ["measure", "title", "unit", "meaning", "formula", "interval"];
  return `${table(head, rows)}\n\n95 % intervals:\n\n${notes.join("\n")}`;
}

// --- the README's example ------------------------------------------------------------------------------------------

function readmeExample() {
  const args = [
    "compare",
    "dps-2017",
    "--policies",
    "today,exit-right,cancellation-fee,both",
    "--paths",
    "2000",
  ];
  const script = fileURLToPath(new URL("../bin/riskshare.mjs", import.meta.url));
  const { FORCE_COLOR: _, NO_COLOR: __, ...env } = process.env;
  const { stdout, status, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: "utf8",
    env,
  });
  if (status !== 0) throw new Error(stderr);
  return `\`\`\`console\n$ npm start -- ${args.join(" ")}\n\n${stdout.trimEnd()}\n\`\`\``;
}

// --- filling -----------------------------------------------------------------------------------------------------

const files = {
  "writing-rules.md": {
    facts: factsTable,
    operators: operatorsTable,
    kinds: kindsTable,
    "hit-policies": hitPoliciesTable,
    amounts: amountsTable,
    rounding: roundingTable,
    tracked: trackedTable,
  },
  "writing-scenarios.md": { distributions: distributionsTable, worked: workedTable },
  "model.md": { metrics: metricsTable },
  "../README.md": { example: readmeExample },
};

/** The text of a document with every marked region filled; throws where regions and their makers do not agree. */
async function filled(name, makers) {
  let text = read(name);
  const marked = [...text.matchAll(/^<!-- begin ([a-z-]+) -->$/gm)].map(([, region]) => region);
  wordsFor(
    `regions of ${name}`,
    Object.keys(makers),
    Object.fromEntries(marked.map((region) => [region, true])),
  );
  for (const [region, make] of Object.entries(makers)) {
    const between = new RegExp(`(<!-- begin ${region} -->\n)[\\s\\S]*?(<!-- end ${region} -->)`);
    if (!between.test(text)) throw new Error(`${name}: no end of region ${region}`);
    const made = await make();
    text = text.replace(between, (_, begin, end) => `${begin}\n${made}\n\n${end}`);
  }
  return text;
}

const check = process.argv.includes("--check");
for (const [name, makers] of Object.entries(files)) {
  const text = await filled(name, makers);
  if (text === read(name)) continue;
  if (!check) writeFileSync(new URL(name, docs), text);
  else {
    process.stdout.write(`docs/${name} is out of date: run npm run docs\n`);
    process.exitCode = 1;
  }
}
