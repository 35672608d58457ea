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

  it("meet every way that is left where some facts are whole and some are related", () => {
    const asked = fc.record({
      fact: fc.constantFrom("month", "lastMonth", "trigger"),
      operator: fc.constantFrom("equal", "lessThan", "lessThanInclusive", "greaterThan"),
      value: fc.oneof(
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom({ fact: "month" }, { fact: "lastMonth" }, { fact: "trigger" }),
      ),
    });
    const condition = fc.record({
      all: fc.array(asked, { minLength: 1, maxLength: 4 }),
    }) as fc.Arbitrary<Condition>;
    const ranged = new Map(
      [
        number("month", { min: 1, from: "dictionary" }),
        number("lastMonth", { min: 1, from: "dictionary" }),
        number("trigger", { min: 0, max: 10 }),
      ].map((fact) => [fact.name, { ...fact, whole: fact.name !== "trigger" }]),
    );
    const month = fc.integer({ min: 1, max: 12 });
    const somewhere = fc.record({
      month,
      lastMonth: month,
      trigger: fc.integer({ min: 0, max: 40 }).map((quarters) => quarters / 4),
    });
    fc.assert(
      fc.property(condition, somewhere, (when, there) => {
        const situations = situationsOf([when], ranged)!;
        const [{ month: hasMonth, lastMonth: hasLast } = {}] = situations;
        const isPlain = ({ month: m = 1, lastMonth: last = 12 }: (typeof situations)[number]) =>
          // Where both are asked about, no month is after the last.
          Number.isInteger(m) && Number.isInteger(last) && (!hasMonth || !hasLast || m <= last);
        expect(situations.every(isPlain)).toBe(true);
        if (there.month > there.lastMonth || !conditionHolds(when, there)) return;
        expect(situations.some((situation) => conditionHolds(when, situation))).toBe(true);
      }),
      { seed: 20170702, numRuns: 300 },
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

  it("a fact of the scenario that nothing at hand gives", async () => {
    const written = terms("adjustment", "tried", [pays("fee", { fact: "visits" })], {
      facts: { visits: { unit: "people", default: 0, from: "scenario", sentence: "Visits." } },
    });
    const kinds = async (isGiven?: (name: string) => boolean) =>
      (await rulesetFindings(rulesetSchema.parse(written), openEvaluate(), isGiven)).map((f) => f.kind);
    expect(await kinds()).toEqual(["rule without example"]);
    expect(await kinds((name) => name === "visits")).toEqual(["rule without example"]);
    expect(await kinds(() => false)).toEqual(["fact of no scenario", "rule without example"]);
  });

  it("a fact that is to be set, and that nothing at hand sets", async () => {
    const points = { type: "number", unit: "points", default: 0, from: "set", sentence: "Points." };
    const kinds = async (more: object, event = pays("fee", { fact: "points" })) => {
      const written = terms("adjustment", "tried", [event], {
        facts: { points: { ...points, ...more } },
      } as never);
      return (await rulesetFindings(rulesetSchema.parse(written), openEvaluate(), () => false)).map(
        (f) => f.kind,
      );
    };
    expect(await kinds({})).toEqual(["fact of no term", "rule without example"]);
    expect(await kinds({ optional: true })).toEqual(["rule without example"]);
    const sets = {
      name: "sets",
      conditions: { all: [] },
      event: { type: "set", params: { output: "points", amount: 3 } },
    };
    expect(await kinds({}, sets as never)).toEqual(["rule without example"]);
  });

  it("a price for people that no basis scales, also by way of a tracked number of them", async () => {
    const texts = async (scaled: boolean, fact: string) => {
      const amount = { mul: [{ param: "price" }, { fact }] };
      const found = await findingsOf([pays("fee", amount)], {
        parameters: { price: pounds(3, scaled) },
        tracked: { startsToDate: { sum: { fact: "starts" } } },
      });
      return found.map(({ kind, path, text }) => [kind, path.join("."), text]);
    };
    const says = (fact: string) => [
      "price not scaled",
      "parameters.price",
      `price multiplies ${fact} and is not scaled, so no basis of comparison moves it; a unit price says scaled: true`,
    ];
    expect(await texts(false, "starts")).toEqual([says("starts")]);
    expect(await texts(false, "startsToDate")).toEqual([says("startsToDate")]);
    expect(await texts(true, "starts")).toEqual([]);
    // A fee by the month is no unit price.
    expect(await texts(false, "month")).toEqual([]);
  });

  it("a number of per cent that rules would take as it is", async () => {
    const kinds = async (unit: string) => {
      const parameters = { part: { default: 18, unit, sentence: "A part." } };
      const found = await findingsOf([pays("fee", { mul: [{ param: "part" }, { fact: "duePence" }] })], {
        parameters,
      });
      return found.map(({ kind, path }) => [kind, path.join(".")]);
    };
    for (const unit of ["percent", "per cent", "%"])
      expect(await kinds(unit)).toEqual([["percent as a unit", "parameters.part.unit"]]);
    expect(await kinds("share")).toEqual([]);
  });

  it("a payment of the last referral month that no end stops and no example shows with one", async () => {
    const atEnd = where("month", "equal", { fact: "lastReferralMonth" });
    const kinds = async (when: Condition, examples: object[] = []) => {
      const rules = [pays("fee", { fact: "duePence" }, { when })];
      const written = terms("adjustment", "tried", rules, { examples: examples as never });
      const found = await rulesetFindings(rulesetSchema.parse(written), openEvaluate());
      return found.map(({ kind }) => kind).filter((kind) => kind !== "rule without example");
    };
    expect(await kinds({ all: [atEnd] })).toEqual(["paid after an end"]);
    expect(await kinds({ all: [atEnd, where("endMonth", "equal", 0)] })).toEqual([]);
    expect(await kinds({ all: [where("month", "equal", 3)] })).toEqual([]);
    const given = { month: 12, endMonth: 3 };
    const example = { name: "after an end", given, expect: {}, because: "it is owed all the same" };
    expect(await kinds({ all: [atEnd] }, [example])).toEqual([]);
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

  it("rules that hold in an example and decide in none, where one alone decides", async () => {
    const over = (name: string, least: number, priority: number) => ({
      ...pays("fee", { fact: "referrals" }, { when: { all: [where("referrals", "greaterThan", least)] } }),
      name,
      priority,
    });
    const example = { name: "5", given: { referrals: 5 }, expect: { feePence: 5 }, because: "a penny each" };
    const said = async (hitPolicy: "first" | "priority" | "collect sum") => {
      const rules = [over("over 4", 4, 1), over("over 2", 2, 2)];
      const stages = [{ hitPolicy, rules }];
      const written = terms("adjustment", "tried", rules, { stages, examples: [example] });
      const found = await rulesetFindings(rulesetSchema.parse(written), openEvaluate());
      return found.filter(({ kind }) => kind === "rule without example").map(({ text }) => text);
    };
    expect(await said("first")).toEqual(['rule "over 2" decides in no example']);
    expect(await said("priority")).toEqual(['rule "over 4" decides in no example']);
    expect(await said("collect sum")).toEqual([]);
  });
});

test.each(readLibrary().rulesets.map((ruleset) => [ruleset.id, ruleset] as const))(
  "the library's %s leaves nothing to find",
  async (_, ruleset) => {
    expect((await rulesetFindings(ruleset, openEvaluate())).map((f) => f.text)).toEqual([]);
  },
);
