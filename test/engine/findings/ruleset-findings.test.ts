import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { readLibrary } from "../../../src/cli/library.ts";
import type { Condition } from "../../../src/engine/condition.ts";
import { openEvaluate, stageOfCondition } from "../../../src/engine/evaluate.ts";
import type { Fact } from "../../../src/engine/fact.ts";
import { conditionHolds } from "../../../src/engine/findings/condition-holds.ts";
import { rulesetFindings } from "../../../src/engine/findings/ruleset-findings.ts";
import { situationsOf } from "../../../src/engine/findings/situations.ts";
import { rulesetSchema } from "../../../src/engine/ruleset.ts";
import { pays, pounds, terms, where } from "../../models/terms.ts";

const number = (name: string, more: Partial<Fact> = {}): Fact => {
  return { name, type: "number", unit: "people", default: 0, sentence: name, from: "scenario", ...more };
};
const facts = new Map(["a", "b", "c"].map((name) => [name, number(name, { min: 0, max: 10 })]));

/** A ruleset with these rules, every one of which holds in an example that is left out. */
const findingsOf = async (rules: Parameters<typeof terms>[2], parts: object = {}) => {
  const written = terms("adjustment", "tried", rules, parts);
  const found = await rulesetFindings(rulesetSchema.parse(written), openEvaluate());
  return found.filter((finding) => finding.kind !== "rule without example");
};

describe("situations", () => {
  it("meet every way in which conditions can come out, facts compared with each other included", () => {
    const leaf = fc.record({
      fact: fc.constantFrom("a", "b", "c"),
      operator: fc.constantFrom(
        "equal",
        "notEqual",
        "lessThan",
        "lessThanInclusive",
        "greaterThan",
        "greaterThanInclusive",
      ),
      value: fc.oneof(
        fc.integer({ min: -2, max: 12 }),
        fc.constantFrom({ fact: "a" }, { fact: "b" }, { fact: "c" }),
      ),
    });
    const condition = fc.oneof(
      fc.record({ all: fc.array(leaf, { minLength: 1, maxLength: 4 }) }),
      fc.record({ any: fc.array(leaf, { minLength: 1, maxLength: 4 }) }),
    ) as fc.Arbitrary<Condition>;
    // Every tenth from 0 to 10, which is fine enough to meet whatever four comparisons with whole numbers can ask.
    const value = fc.integer({ min: 0, max: 100 }).map((tenths) => tenths / 10);
    fc.assert(
      fc.property(condition, fc.record({ a: value, b: value, c: value }), (asked, somewhere) => {
        const situations = situationsOf([asked], facts)!;
        if (!conditionHolds(asked, somewhere)) return;
        expect(situations.some((situation) => conditionHolds(asked, situation))).toBe(true);
      }),
      { seed: 20170701, numRuns: 2000 },
    );
  });

  it("judge conditions as json-rules-engine does", async () => {
    const evaluate = openEvaluate();
    const conditions: Condition[] = [
      { all: [where("a", "lessThan", 3), { any: [where("b", "equal", 2), where("a", "in", [0, 1])] }] },
      { not: { any: [where("a", "greaterThan", { fact: "b" }), where("c", "notIn", [4, 5])] } },
      { any: [where("c", "greaterThanInclusive", { fact: "a" }), where("b", "lessThanInclusive", 1)] },
      { all: [] },
    ] as Condition[];
    for (const condition of conditions) {
      for (const situation of situationsOf([condition], facts)!.slice(0, 300)) {
        const [judged] = await evaluate(stageOfCondition(condition), situation);
        expect(conditionHolds(condition, situation)).toBe(judged!.held);
      }
    }
  });

  it("are not gone through where there are too many", () => {
    const many = Array.from({ length: 12 }, (_, k) => `fact${k}`);
    const all = many.map((name) => where(name, "greaterThan", 3));
    expect(situationsOf([{ all } as Condition], new Map(many.map((n) => [n, number(n)])))).toBeUndefined();
  });
});

describe("findings", () => {
  it("a rule that can never fire: contradiction, out of range, a count under 0", async () => {
    const contradiction = await findingsOf([
      pays(
        "bonus",
        { fact: "referrals" },
        { when: { all: [where("month", "lessThan", 3), where("month", "greaterThan", 5)] } },
      ),
    ]);
    expect(contradiction.map((f) => f.kind)).toEqual(["never fires"]);
    expect(contradiction[0]!.path).toEqual(["stages", 0, "rules", 0]);
    const outOfRange = await findingsOf([
      pays("bonus", { fact: "referrals" }, { when: { all: [where("monthOfYear", "equal", 13)] } }),
    ]);
    expect(outOfRange.map((f) => f.kind)).toEqual(["never fires"]);
    const below = await findingsOf(
      [pays("bonus", { fact: "referrals" }, { when: { all: [where("monthsBusy", "lessThan", 0)] } })],
      { tracked: { monthsBusy: { count: where("referrals", "greaterThan", 3) } } },
    );
    expect(below.map((f) => f.kind)).toEqual(["never fires"]);
    // Facts compared with each other in a circle: a < b < c < a.
    const circle = await findingsOf([
      pays(
        "bonus",
        { fact: "referrals" },
        {
          when: {
            all: [
              where("referrals", "lessThan", { fact: "starts" }),
              where("starts", "lessThan", { fact: "referralsRefused" }),
              where("referralsRefused", "lessThan", { fact: "referrals" }),
            ],
          },
        },
      ),
    ]);
    expect(circle.map((f) => f.kind)).toEqual(["never fires"]);
  });

  it("overlap under unique and a gap without otherwise, with a situation for each", async () => {
    const tier = (name: string, ...all: Condition[]) => ({
      ...pays("fee", { fact: "referrals" }, { when: { all } }),
      name,
    });
    const table = (...rules: ReturnType<typeof tier>[]) =>
      findingsOf(rules, { stages: [{ hitPolicy: "unique", rules }] });
    const found = await table(
      tier("few", where("referrals", "lessThanInclusive", 10)),
      tier("many", where("referrals", "greaterThanInclusive", 10), where("referrals", "lessThan", 20)),
    );
    expect(found.map((f) => f.kind)).toEqual(["overlap", "gap"]);
    expect(found[0]!.witness).toEqual({ referrals: 10 });
    expect(Number(found[1]!.witness!.referrals)).toBeGreaterThanOrEqual(20);
    const apart = await table(
      tier("few", where("referrals", "lessThan", 10)),
      tier("many", where("referrals", "greaterThanInclusive", 10)),
    );
    expect(apart).toEqual([]);
  });

  it("a parameter that no rule reads, a fact that nothing uses", async () => {
    const found = await findingsOf([pays("fee", { fact: "referrals" })], {
      parameters: { idle: pounds(3) },
      facts: { lonely: { unit: "people", default: 0, from: "scenario", sentence: "Nobody asks." } },
    });
    expect(found.map((f) => [f.kind, f.path])).toEqual([
      ["unread parameter", ["parameters", "idle"]],
      ["unused fact", ["facts", "lonely"]],
    ]);
  });

  it("rules that hold in no example, and a file without any", async () => {
    const rules = [
      pays("early", { fact: "referrals" }, { when: { all: [where("month", "lessThan", 5)] } }),
      pays("late", { fact: "referrals" }, { when: { all: [where("month", "greaterThanInclusive", 5)] } }),
    ];
    const example = {
      name: "early",
      given: { month: 2, referrals: 3 },
      expect: { earlyPence: 3 },
      because: "three at a penny",
    };
    const written = terms("adjustment", "tried", rules, { examples: [example] });
    const found = await rulesetFindings(rulesetSchema.parse(written), openEvaluate());
    expect(found.map((f) => f.text)).toEqual([`rule "${rules[1]!.name}" holds in no example`]);
    const without = rulesetSchema.parse({ ...written, examples: [] });
    expect((await rulesetFindings(without, openEvaluate())).map((f) => f.text)).toEqual([
      "the file has no examples",
    ]);
  });
});

test.each(readLibrary().rulesets.map((ruleset) => [ruleset.id, ruleset] as const))(
  "the library's %s leaves nothing to find",
  async (_, ruleset) => {
    expect((await rulesetFindings(ruleset, openEvaluate())).map((f) => f.text)).toEqual([]);
  },
);
