// What the build puts into a page is typed there.
/// <reference path="../../src/notebook/shipped.d.ts" />
import { describe, expect, it } from "vitest";
import { readLibraryFiles, scenarioNames } from "../../src/cli/library.ts";
import { parseDocument } from "../../src/engine/document.ts";
import { answerRequest } from "../../src/notebook/live/answer-request.ts";
import { openKeptLedgers } from "../../src/notebook/live/kept-ledgers.ts";
import type { LiveRequest } from "../../src/notebook/live/live-request.ts";
import { openRequest } from "../../src/notebook/live/open-request.ts";
import { pairsOf, policiesOfPairs } from "../../src/notebook/pairs.ts";
import { openFutures } from "../../src/notebook/reasons/found-future.ts";
import { refusedTerms } from "../../src/notebook/refused-terms.ts";
import { startTerms, withExitRight } from "../../src/notebook/start-terms.ts";
import { policyOfTerms, type Terms } from "../../src/notebook/terms.ts";
import { tellPath } from "../../src/report/told-path.ts";
import { scenarioSchema } from "../../src/sim/scenario-schema.ts";
import { shippedText } from "../laws/shipped-scenarios.ts";
import { describedScenario } from "./described-scenario.ts";
import { scenarioShapes } from "./scenario-shapes.ts";

// Pages are opened on shipped scenarios of every shape. Of the others the same code is asked what pages ask, without a
// browser.
const others = scenarioNames().filter((name) => !scenarioShapes.includes(name));
type ReadSource = Parameters<typeof openRequest>[1];
const { rulesets: library } = readLibraryFiles();
const surroundings = { now: () => performance.now(), rest: async () => undefined };
const few = 512;

function sourceOf(name: string): ReadSource {
  const text = shippedText(name);
  const { value } = parseDocument(name, text, "yaml");
  const known = { value, scenario: scenarioSchema.parse(value) };
  return { key: name, name, text, format: "yaml", known, library, problems: [] };
}

/** The first answer of a live run. */
async function answerOf(request: LiveRequest, source: ReadSource) {
  const { opened, problems } = openRequest(request, source);
  expect(problems).toBe(undefined);
  const rest = () => undefined;
  const { now } = surroundings;
  const own = { request, opened: opened!, ledgers: openKeptLedgers(), now, rest };
  const { comparison, cash } = await answerRequest({ ...own, paths: few, last: few, version: "a test" });
  return { policies: comparison.policies, cash };
}

const named = { id: "your-terms", title: "Your terms", sentence: "Terms of a reader." };
const wanted: Partial<Terms> = {
  serviceFeeShare: 0.3,
  triggerShare: 0.6,
  cancellationCap: 500,
  guaranteeShare: 0.4,
  noticeMonths: 2,
};

describe.each(others)("the shipped scenario %s", (name) => {
  const source = sourceOf(name);
  const shipped = { source: { shipped: name } };
  const scenario = describedScenario(name);
  const first = scenario.policies[0]!.id;
  const refusals = () =>
    refusedTerms(
      scenario,
      async (policy) => openRequest({ ...shipped, added: [policy] }, source).problems ?? [],
    );

  it("is compared with every term that it can have put in", async () => {
    const refused = await refusals();
    const put = Object.entries(wanted).filter(([term]) => refused[term as keyof Terms] === undefined);
    const terms = { ...startTerms(scenario, refused), ...Object.fromEntries(put) };
    const added = [policyOfTerms(scenario, terms, named)];
    const { policies, cash } = await answerOf({ ...shipped, added, policies: [first, named.id] }, source);
    expect(policies.map(({ id }) => id)).toEqual([first, named.id]);
    expect(cash.map(({ futures }) => futures)).toEqual([few, few]);
    for (const { metrics } of policies)
      for (const measure of ["meanMargin", "probabilityOfLoss", "meanBill"])
        expect(metrics[measure]!.value).toBeTypeOf("number");
  });

  it("has the corners of the frontier's grid", async () => {
    const refused = await refusals();
    const fees = refused.serviceFeeShare === undefined ? 2 : 1;
    const caps = refused.cancellationCap === undefined ? 2 : 1;
    const pairs = pairsOf({ mostFeeShare: 0.6, mostCap: 1000, fees, caps });
    const added = policiesOfPairs(scenario, startTerms(scenario, refused, withExitRight), pairs);
    const asked = { ...shipped, added, policies: [first, ...added.map(({ id }) => id)], cash: false };
    const { policies } = await answerOf(asked, source);
    expect(policies.length).toBe(1 + fees * caps);
  });

  it("has a future that is told", async () => {
    const { opened } = openRequest(shipped, source);
    const policy = (scenario.policies.find(({ id }) => id === "both") ?? scenario.policies[0]!).id;
    const find = openFutures("a test", surroundings);
    const found = await find(opened!, { ...shipped, policy, choice: { path: 3 } }, () => undefined);
    const { path, months } = await tellPath(opened!.checked, found);
    expect([path, months.length > 0]).toEqual([3, true]);
  });
});

it("pages are opened on shapes that are shipped scenarios, each once", () => {
  expect(new Set(scenarioShapes).size + others.length).toBe(scenarioNames().length);
  expect(scenarioShapes.length).toBeGreaterThan(1);
});
