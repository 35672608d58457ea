import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { checkAwardFile } from "../../src/cli/check-award-file.ts";
import { readLibrary } from "../../src/cli/library.ts";
import { amountSchema } from "../../src/engine/amount-schema.ts";
import { checkCases } from "../../src/engine/cases/check-cases.ts";
import { checkAmount, type Report } from "../../src/engine/check-amount.ts";
import { checkCondition } from "../../src/engine/check-condition.ts";
import { checkExamples } from "../../src/engine/check-examples.ts";
import { rootConditionSchema } from "../../src/engine/condition-schema.ts";
import { contractFacts } from "../../src/engine/contract-facts.ts";
import { parseDocument } from "../../src/engine/document.ts";
import { openEvaluate } from "../../src/engine/evaluate.ts";
import { type Problem, problemText } from "../../src/engine/problem.ts";
import { checkWrittenRuleset } from "../../src/engine/table/check-written-ruleset.ts";
import { readOwnOffer } from "../../src/offer/read-own-offer.ts";
import { checkScenario } from "../../src/sim/check-scenario.ts";
import { contractsSchema } from "../../src/sim/contracts-schema.ts";
import { figureSchema } from "../../src/sim/figure.ts";
import type { Estimate } from "../../src/sim/risk/estimate.ts";
import { type ExampleBlock, exampleBlocks, readDocument } from "./example-blocks.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const node = (...args: string[]) => spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });

it("the pages made from the code and the library are what these give", () => {
  const { status, stdout, stderr } = node("bin/docs.mjs", "--check");
  expect(stdout + stderr).toBe("");
  expect(status).toBe(0);
  // The README's example and every region: half a minute on two busy cores.
}, 240_000);

describe("an example in docs/ passes the checker", () => {
  it.each(exampleBlocks().map((block) => [`${block.where} ${block.tags.join(" ")}`, block] as const))(
    "%s",
    async (_, block) => {
      expect(await problemsOf(block)).toEqual([]);
    },
  );
});

const library = new Map(readLibrary().rulesets.map((ruleset) => [ruleset.id, ruleset]));

async function problemsOf({ where, format, tags, text }: ExampleBlock): Promise<string[]> {
  const document = parseDocument(where, text, format);
  const problems: Problem[] = [...document.problems];
  const report: Report = (path, problem) => problems.push({ where: document.where(path), ...problem });
  const scope = { facts: contractFacts, parameters: {} };
  switch (tags[0]) {
    case "ruleset": {
      const checked = checkWrittenRuleset(document, document.value);
      problems.push(...checked.problems);
      const at = (place: number) => document.where(["examples", place]);
      if (checked.ruleset) problems.push(...(await checkExamples(checked.ruleset, openEvaluate(), at)));
      break;
    }
    case "requirement":
    case "offers": {
      problems.push(...checkAwardFile(document, library).problems);
      break;
    }
    case "cases": {
      problems.push(...(await checkCases(document, library, openEvaluate())).problems);
      break;
    }
    case "scenario":
      problems.push(...checkScenario(document, new Map()).problems);
      break;
    case "condition":
      checkCondition(rootConditionSchema.parse(document.value), [], scope, report);
      break;
    case "amount":
      checkAmount(amountSchema.parse(document.value), [], scope, report);
      break;
    case "contracts":
      contractsSchema.parse((document.value as { contracts: unknown }).contracts);
      break;
    case "own-offer":
      problems.push(...readOwnOffer(document).problems);
      break;
    case "own-offer-part": {
      const least = { id: "a", provider: "A", scenario: "dps-2017", limits: { cash: 1, loss: 1 } };
      const value = { ...least, ...(document.value as object) };
      problems.push(...readOwnOffer({ ...document, value }).problems);
      break;
    }
    case "figure":
      figureSchema().parse(document.value);
      break;
    default:
      return [`${where} has no word that says how to check it`];
  }
  return problems.map(problemText);
}

type Printed = { policies: { id: string; metrics: Record<string, Estimate> }[] };

describe("the worked example of docs/writing-scenarios.md", () => {
  const block = exampleBlocks().find(({ tags }) => tags.includes("worked"))!;
  const region = /<!-- begin worked -->([\s\S]*)<!-- end worked -->/.exec(
    readDocument("writing-scenarios.md"),
  )![1]!;
  const rows = region
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) => line.split(" | ").map((cell) => cell.replaceAll(/[|`\s]/g, "")));

  it("prints the numbers that stand beside it, and they agree with paper", () => {
    const folder = mkdtempSync(join(tmpdir(), "riskshare-docs-"));
    const path = join(folder, "small-contract.yaml");
    writeFileSync(path, block.text);
    const { stdout, stderr } = node("bin/riskshare.mjs", "compare", path, "--threads", "1", "--json");
    rmSync(folder, { recursive: true });
    expect(stderr).toBe("");
    const { policies } = JSON.parse(stdout) as Printed;
    expect(rows.length).toBeGreaterThan(10);
    for (const [policy, metric, , exact, printed] of rows as [string, string, string, string, string][]) {
      const { value, se } = policies.find(({ id }) => id === policy)!.metrics[metric]!;
      const digits = printed.split(".")[1]!.length;
      expect(number(printed), `${policy} ${metric}`).toBe(Number(value!.toFixed(digits)));
      const gap = Math.abs(value! - number(exact));
      expect(gap, `${policy} ${metric} in standard errors`).toBeLessThan(4 * se! + 10 ** -digits);
    }
  });
});

function number(text: string): number {
  return Number(text.replace("−", "-").replaceAll(/[£,]/g, ""));
}
