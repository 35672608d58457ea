import { beforeAll, expect, test } from "vitest";
import { type Comparison, comparisonOf } from "../../src/report/comparison.ts";
import { comparisonText } from "../../src/report/comparison-text.ts";
import { reportHtml } from "../../src/report/report-html.ts";
import { openBlocks } from "../../src/sim/block.ts";
import type { CheckedScenario } from "../../src/sim/check-scenario.ts";
import { compare, type Simulate } from "../../src/sim/compare.ts";
import { blocksFor, openGathering } from "../../src/sim/gather.ts";
import { columnsOfRun } from "../../src/sim/ledger-columns.ts";
import type { LedgerColumns } from "../../src/sim/risk/ledger-columns.ts";
import { checkModel } from "../models/run-model.ts";
import { madeComparison, madeScenario } from "./made-comparison.ts";
import { elementsOf } from "./markup-check.ts";

const hostile = `<script>alert("1")</script><img src=x onerror='x'> & \u202e`;

let checked: CheckedScenario;
let comparisons: Comparison[];
let ledgers: readonly LedgerColumns[];
let html: string;

beforeAll(async () => {
  checked = checkModel(hostileScenario());
  const simulate: Simulate = async (policies, paths) => {
    const blocks = openBlocks(checked, policies);
    const gathering = openGathering(paths, policies.length, columnsOfRun(checked));
    for (let block = 0; block < blocksFor(paths); block += blocks.blocks)
      gathering.add(block, blocks.run({ seed: hostile, block }));
    blocks.close();
    return gathering.ledgers();
  };
  const { requirement } = checked.scenario;
  comparisons = [];
  for (const basis of ["same-unit-prices", "same-expected-bill"] as const) {
    const compared = await compare(checked, { basis, paths: 600, requirement }, simulate);
    ledgers ??= compared.ledgers;
    comparisons.push(
      comparisonOf(checked, compared.result, { version: "0.0.0", seed: hostile, paths: 600, elapsedMs: 1 }),
    );
  }
  html = reportHtml(checked, comparisons, ledgers, { command: `riskshare compare ${hostile}` });
});

test("the page is well formed, and nothing from a file becomes an element or an attribute", () => {
  const elements = elementsOf(html);
  expect(
    elements.filter(({ name }) =>
      ["script", "img", "link", "iframe", "object", "base", "form"].includes(name),
    ),
  ).toEqual([]);
  for (const { attributes } of elements) for (const key of attributes.keys()) expect(key).not.toMatch(/^on/);
  expect(html.includes("&lt;script&gt;")).toBe(true);
  expect(html.includes("\u202e")).toBe(false);
});

test("nothing is fetched from elsewhere, and a policy forbids it", () => {
  const elements = elementsOf(html);
  for (const { name, attributes } of elements) {
    for (const key of ["src", "href", "xlink:href", "action", "data", "srcset"]) {
      const address = attributes.get(key);
      if (address !== undefined) expect(address, name).toMatch(/^#/);
    }
    expect([...attributes.values()].filter((value) => /url\((?!#)/.test(value))).toEqual([]);
  }
  expect(html.match(/@import|url\((?!#)/)).toBeNull();
  const policy = elements.find(
    ({ attributes }) => attributes.get("http-equiv") === "Content-Security-Policy",
  );
  expect(policy?.attributes.get("content")).toMatch(
    /^default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;;/,
  );
});

test("pictures have names and words, ids are unique, and no number went missing", () => {
  const elements = elementsOf(html);
  const ids = elements.flatMap(({ attributes }) => attributes.get("id") ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  const pictures = elements.filter(({ name }) => name === "svg");
  expect(pictures.length).toBeGreaterThanOrEqual(10);
  for (const { attributes } of pictures) {
    expect(attributes.get("role")).toBe("img");
    for (const id of attributes.get("aria-labelledby")!.split(" ")) expect(ids).toContain(id);
  }
  for (const { attributes } of elements) {
    const href = attributes.get("href");
    if (href !== undefined) expect(ids).toContain(href.slice(1));
  }
  expect(/NaN|Infinity|undefined|\[object/.exec(html)?.[0]).toBeUndefined();
});

test("the same results give the same page, and the terminal's answer holds no control characters", () => {
  const again = comparisons.map((comparison) => ({ ...comparison, elapsedMs: 99 }));
  const page = reportHtml(checked, again, ledgers, { command: `riskshare compare ${hostile}` });
  expect(page === html).toBe(true);
  expect(comparisonText(checked, comparisons, { width: 120 })).not.toMatch(/\u202e|NaN|undefined/);
});

test("a page can be made of one policy, of one basis, of one future, and without ledgers", () => {
  for (const paths of [1, 10_000]) {
    const one = reportHtml(
      madeScenario(["Alone"]),
      [madeComparison([{ title: "Alone" }], { paths })],
      undefined,
    );
    expect(elementsOf(one).some(({ name }) => name === "table")).toBe(true);
    expect(/NaN|Infinity|undefined/.exec(one)?.[0]).toBeUndefined();
  }
});

function hostileScenario(): unknown {
  const note = { judgement: hostile };
  const feed = {
    id: "fee",
    kind: "service-fee",
    version: "1.0.0",
    title: hostile,
    sentence: hostile,
    validFrom: "2011-01-01",
    source: [{ document: hostile, section: hostile, quote: hostile }],
    parameters: { fee: { default: 500, unit: "pounds", min: 0, max: 100_000, sentence: hostile } },
    stages: [
      {
        hitPolicy: "unique",
        rules: [
          {
            name: hostile,
            conditions: { all: [] },
            event: { type: "pay", params: { output: "serviceFee", amount: { param: "fee" } } },
          },
        ],
      },
    ],
    examples: [],
  };
  const price = {
    id: "price",
    kind: "start-fee",
    version: "1.0.0",
    title: "Price",
    validFrom: "2011-01-01",
    source: [{ document: "A" }],
    parameters: {
      startPrice: { default: 300, unit: "pounds", min: 0, max: 100_000, scaled: true, sentence: "Price." },
    },
    stages: [
      {
        hitPolicy: "unique",
        rules: [
          {
            name: "each",
            conditions: { all: [] },
            event: {
              type: "pay",
              params: { output: "startFee", amount: { mul: [{ param: "startPrice" }, { fact: "starts" }] } },
            },
          },
        ],
      },
    ],
    examples: [],
  };
  return {
    id: "hostile",
    title: hostile,
    summary: hostile,
    limits: [hostile],
    contractStart: "2017-04-01",
    contract: { lastReferralMonth: 6 },
    volume: { indicative: 5, factors: { ratio: { value: { gamma: { mean: 0.8, shape: 4 } }, ...note } } },
    delivery: {
      startRate: { value: 0.75, source: hostile, url: "javascript:alert(1)" },
      stages: [{ id: "jobs", title: hostile, rate: 0.4 }],
    },
    costs: { perMonth: { value: 900, ...note } },
    provider: { reserves: { value: 1000, ...note } },
    commissioner: { spendPerYear: 35_000_000 },
    rulesets: [feed, price],
    policies: [
      { id: "a", title: hostile, sentence: hostile, rulesets: ["price"] },
      { id: "b", title: `B ${hostile}`, rulesets: ["price", "fee"] },
    ],
  };
}
