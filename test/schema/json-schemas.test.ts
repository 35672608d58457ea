import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { offersJsonSchema, requirementJsonSchema } from "../../src/award/award-json-schemas.ts";
import {
  filesBelow,
  filesIn,
  offersFolder,
  ownOffersFolder,
  requirementsFolder,
  rulesetFilesBelow,
  rulesFolder,
} from "../../src/cli/library.ts";
import { caseFileJsonSchema } from "../../src/engine/cases/case-file-json-schema.ts";
import { parseDocument } from "../../src/engine/document.ts";
import { rulesetSchema } from "../../src/engine/ruleset.ts";
import { rulesetJsonSchema } from "../../src/engine/ruleset-json-schema.ts";
import { decisionTableJsonSchema } from "../../src/engine/table/decision-table-json-schema.ts";
import { ownOfferJsonSchema } from "../../src/offer/own-offer-json-schema.ts";
import { readOwnOffer } from "../../src/offer/read-own-offer.ts";
import { scenarioJsonSchema } from "../../src/sim/scenario-json-schema.ts";
import { scenarioSchema } from "../../src/sim/scenario-schema.ts";
import { featureScenario, features } from "../laws/feature-scenario.ts";
import { shippedNames, shippedText } from "../laws/shipped-scenarios.ts";
import { badRulesets, badScenarios, onlyZodSees } from "./bad-documents.ts";

const committed = (name: string) => JSON.parse(readFileSync(join("schema", `${name}.schema.json`), "utf8"));
const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
ajv.addSchema(committed("ruleset"), "ruleset.schema.json");
const ruleset = ajv.getSchema("ruleset.schema.json")!;
const table = ajv.compile(committed("decision-table"));
const scenario = ajv.compile(committed("scenario"));
const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as Record<string, unknown>;

const rulesets = filesBelow(rulesFolder, [".json"]).map((path): [string, unknown] => [
  path,
  JSON.parse(readFileSync(path, "utf8")),
]);
const tables = rulesetFilesBelow(rulesFolder)
  .filter((path) => !path.endsWith(".json"))
  .map((path): [string, unknown] => [
    path,
    plain(parseDocument(path, readFileSync(path, "utf8"), "yaml").value),
  ]);
const scenarios = shippedNames.map((name): [string, unknown] => [
  name,
  plain(parseDocument(name, shippedText(name), "yaml").value),
]);

describe("the committed JSON Schemas", () => {
  it("are what the zod schemas say: `npm run schemas` writes them", () => {
    expect(committed("ruleset")).toEqual(plain(rulesetJsonSchema()));
    expect(committed("cases")).toEqual(plain(caseFileJsonSchema()));
    expect(committed("decision-table")).toEqual(plain(decisionTableJsonSchema()));
    expect(committed("scenario")).toEqual(plain(scenarioJsonSchema()));
    expect(committed("requirement")).toEqual(plain(requirementJsonSchema()));
    expect(committed("offers")).toEqual(plain(offersJsonSchema()));
    expect(committed("own-offer")).toEqual(plain(ownOfferJsonSchema()));
  });

  it("accept every shipped requirement and file of offers, which name them, and refuse what zod refuses", () => {
    for (const [schema, folder] of [
      ["requirement", requirementsFolder],
      ["offers", offersFolder],
      ["own-offer", ownOffersFolder],
    ] as const) {
      const accepts = ajv.compile(committed(schema));
      const paths = filesIn(folder, [".yaml"]);
      expect(paths.length).toBeGreaterThan(schema === "own-offer" ? 0 : 4);
      for (const path of paths) {
        const text = readFileSync(path, "utf8");
        expect(text.split("\n")[0], path).toBe(
          `# yaml-language-server: $schema=../../schema/${schema}.schema.json`,
        );
        const value = plain(parseDocument(path, text, "yaml").value);
        expect([accepts(value), accepts.errors], path).toEqual([true, null]);
        expect(accepts({ ...value, budgetOfNobody: 1 }), path).toBe(false);
      }
    }
  });

  it("are named in every shipped file, so that editors find them", () => {
    for (const [path, value] of rulesets)
      expect((value as { $schema: string }).$schema, path).toBe("../../schema/ruleset.schema.json");
    for (const [path, value] of tables) {
      const address = "../../schema/decision-table.schema.json";
      expect((value as { $schema: string }).$schema, path).toBe(address);
      expect(readFileSync(path, "utf8").split("\n")[0]).toBe(`# yaml-language-server: $schema=${address}`);
    }
    for (const name of shippedNames) {
      expect(shippedText(name)).toMatch(
        /^# yaml-language-server: \$schema=\.\.\/schema\/scenario\.schema\.json\n/,
      );
      expect(shippedText(name)).toMatch(/^\$schema: \.\.\/schema\/scenario\.schema\.json$/m);
    }
  });

  it("explain every property but those of amounts, conditions and distributions, which are explained as a whole", () => {
    const silent = (schema: unknown, path: string): string[] => {
      if (typeof schema !== "object" || schema === null) return [];
      const { properties = {} } = schema as { properties?: Record<string, { description?: string }> };
      const own = Object.entries(properties).flatMap(([name, { description }]) =>
        description === undefined ? [`${path}.${name}`] : [],
      );
      return [...own, ...Object.entries(schema).flatMap(([key, value]) => silent(value, `${path}/${key}`))];
    };
    const { $defs: inRules, ...rules } = committed("ruleset");
    const { $defs: inScenarios, ...world } = committed("scenario");
    // A figure is a number, a distribution, or one with its source: the figure itself is explained.
    const parts =
      /anyOf\/2(\.|\/properties\/value\.)(value|source|url|derived|judgement|believed)$|conditions\/anyOf|termDays\/anyOf/;
    expect(
      [...silent(rules, "ruleset"), ...silent(world, "scenario")].filter((path) => !parts.test(path)),
    ).toEqual([]);
    for (const [name, definition] of Object.entries({ ...inRules, ...inScenarios }) as [
      string,
      { description: string; anyOf: { description?: string; properties?: object }[] },
    ][]) {
      expect(definition.description, name).toBeTypeOf("string");
    }
  });
});

describe("an editor with the JSON Schemas", () => {
  it("accepts an offer whose sections hold nothing but comments, as riskshare does", () => {
    const accepts = ajv.compile(committed("own-offer"));
    const names = { id: "a", provider: "b", scenario: "dps-2017" };
    const empty = {
      contract: null,
      referrals: null,
      delivery: { outcomesPer100: null },
      costs: null,
      before: null,
    };
    const text = JSON.stringify({ ...names, ...empty, limits: { cash: 1, loss: 1 } });
    expect([accepts(JSON.parse(text)), readOwnOffer(parseDocument("a.json", text, "json")).problems]).toEqual(
      [true, []],
    );
    const without = JSON.stringify({ ...names, limits: null });
    expect(accepts(JSON.parse(without))).toBe(false);
    expect(readOwnOffer(parseDocument("a.json", without, "json")).offer).toBeUndefined();
  });

  it("accepts every shipped file, and a scenario with every feature", () => {
    for (const [path, value] of rulesets)
      expect([path, ruleset(value), ruleset.errors]).toEqual([path, true, null]);
    for (const [path, value] of tables)
      expect([path, table(value), table.errors]).toEqual([path, true, null]);
    const all = featureScenario(Object.keys(features));
    for (const [name, value] of [...scenarios, ["features", plain(all)] as const])
      expect([name, scenario(value), scenario.errors]).toEqual([name, true, null]);
  });

  for (const { what, document } of badRulesets) {
    it(`refuses, as zod does, a ruleset with ${what}`, () => {
      expect(rulesetSchema.safeParse(document).success).toBe(false);
      expect(ruleset(document)).toBe(false);
    });
  }

  for (const { what, document } of badScenarios) {
    it(`refuses, as zod does, a scenario with ${what}`, () => {
      expect(scenarioSchema.safeParse(document).success).toBe(false);
      expect(scenario(document)).toBe(false);
    });
  }

  for (const { what, document } of onlyZodSees) {
    it(`leaves to riskshare check a scenario with ${what}`, () => {
      expect(scenarioSchema.safeParse(document).success).toBe(false);
      expect(scenario(document)).toBe(true);
    });
  }
});
