import { describe, expect, it } from "vitest";
import type { Condition } from "../../../src/engine/condition.ts";
import { openEvaluate } from "../../../src/engine/evaluate.ts";
import { rulesetFindings } from "../../../src/engine/findings/ruleset-findings.ts";
import { rulesetSchema } from "../../../src/engine/ruleset.ts";
import { pays, plain, type Terms, terms, where } from "../../models/terms.ts";

type Rule = Terms["stages"][number]["rules"][number];

/** A rule on the one output of these tests, with its conditions. */
const on = (name: string, ...all: Condition[]): Rule => ({
  ...pays("fee", { fact: "duePence" }, { when: { all } }),
  name,
});

const sets = (name: string, amount: number, ...all: Condition[]): Rule => ({
  name,
  conditions: { all },
  event: { type: "set", params: { output: "level", amount } },
});

async function found(rules: Rule[], parts: Partial<Terms> = {}) {
  const written = terms("adjustment", "tried", rules, { stages: [{ hitPolicy: "unique", rules }], ...parts });
  const findings = await rulesetFindings(rulesetSchema.parse(written), openEvaluate());
  return findings.filter((finding) => finding.kind !== "rule without example");
}

const level = { level: { unit: "number", default: 0, from: "set" as const, sentence: "A level." } };
const atEnd = where("month", "equal", { fact: "lastReferralMonth" });
const shortOf = {
  parameters: { least: plain(100, "people") },
  tracked: {
    startsToDate: { sum: { fact: "starts" } },
    short: { value: { max: [{ sub: [{ param: "least" }, { fact: "startsToDate" }] }, 0] } },
  },
};

describe("an overlap under unique", () => {
  it("warns with whole numbers where the facts are free of each other", async () => {
    const [overlap, ...others] = await found([
      on("few", where("referrals", "lessThanInclusive", 10)),
      on("many", where("referrals", "greaterThanInclusive", 10)),
    ]);
    expect(others).toEqual([]);
    expect(overlap).toMatchObject({
      kind: "overlap",
      path: ["stages", 0, "rules", 1],
      witness: { referrals: 10 },
      warns: true,
    });
    expect(overlap!.text).toBe(
      'with the facts referrals 10 both "few" and "many" hold (asked of json-rules-engine); under unique a run that meets them stops',
    );
  });

  it("is none where only a fraction of a person lies in both", async () => {
    expect(
      await found([
        on("few", where("referrals", "lessThan", 11)),
        on("many", where("referrals", "greaterThan", 10)),
      ]),
    ).toEqual([]);
  });

  it("is a note where one fact follows from the other, so that the two may never meet", async () => {
    const [overlap] = await found(
      [on("none yet", where("startsToDate", "equal", 0)), on("some", where("starts", "greaterThan", 2))],
      shortOf,
    );
    expect([overlap!.kind, overlap!.warns]).toEqual(["overlap", undefined]);
    expect(overlap!.text).toContain("if these facts can meet");
  });

  it("is none where the dictionary keeps two facts apart", async () => {
    expect(
      await found([
        on("after the end", where("endMonth", "greaterThanInclusive", { fact: "month" })),
        on("always", where("month", "greaterThan", 0)),
      ]).then((all) => all.map(({ kind }) => kind)),
    ).toEqual(["never fires"]);
  });
});

describe("a rule that never fires", () => {
  it("is found by what a tracked fact is made of", async () => {
    const below = await found([on("none", where("short", "lessThan", 0))], shortOf);
    expect(below.map(({ kind }) => kind)).toEqual(["never fires"]);
    expect(await found([on("none", where("short", "equal", 0))], shortOf)).toEqual([]);
  });

  it("is none where a policy may set a parameter so that it fires", async () => {
    expect(await found([on("many", where("short", "greaterThan", 500))], shortOf)).toEqual([]);
  });

  it("counts a fact that waits for rules as 0 in the first month", async () => {
    const tracked = { above: { value: { add: [{ fact: "level" }, 1] } } };
    const facts = { level: { ...level.level, min: 0 } };
    const rules = [sets("set", 1), on("first", where("above", "equal", 0))];
    expect(await found(rules, { facts, tracked })).toEqual([]);
  });
});

describe("a gap", () => {
  it("is a value that rules leave out between them, in a stage that pays at the end alone", async () => {
    const runs = where("endMonth", "equal", 0);
    const few = on("few", atEnd, runs, where("short", "lessThan", 50));
    const many = on("many", atEnd, runs, where("short", "greaterThan", 50));
    const [gap, ...others] = await found([few, many], shortOf);
    expect(others).toEqual([]);
    const { month, lastReferralMonth, short } = gap!.witness!;
    expect([gap!.kind, short, month === lastReferralMonth]).toEqual(["gap", 50, true]);
    expect(gap!.text).toContain('"few" holds at lower and "many" at higher values of short');
  });

  it("is no end that is left open, and no month in which nothing is paid", async () => {
    expect(
      await found([
        on("few", where("referrals", "lessThan", 10)),
        on("many", where("referrals", "greaterThanInclusive", 10), where("referrals", "lessThan", 20)),
      ]),
    ).toEqual([]);
    const milestones = [3, 6].map((month) => on(`in month ${month}`, where("month", "equal", month)));
    expect(await found(milestones)).toEqual([]);
  });

  it("is none where one rule says itself what it leaves out, under otherwise and under collect", async () => {
    const twice: Condition = {
      any: [where("referrals", "lessThan", 3), where("referrals", "greaterThan", 5)],
    };
    expect(
      await found([on("not in the middle", twice), on("never mind", where("month", "equal", 1))]),
    ).toEqual(expect.not.arrayContaining([expect.objectContaining({ kind: "gap" })]));
    const rules = [
      on("few", where("referrals", "lessThan", 10)),
      on("many", where("referrals", "greaterThan", 10)),
    ];
    expect((await found(rules)).map(({ kind }) => kind)).toEqual(["gap"]);
    const otherwise = [{ ...rules[0]!.event }];
    expect(await found(rules, { stages: [{ hitPolicy: "unique", rules, otherwise }] })).toEqual([]);
    expect(await found(rules, { stages: [{ hitPolicy: "collect sum", rules }] })).toEqual([]);
  });

  it("is told for each hole apart", async () => {
    const gaps = await found([
      on("nobody", where("referrals", "equal", 0)),
      on("few", where("referrals", "greaterThan", 2), where("referrals", "lessThan", 10)),
      on("many", where("referrals", "greaterThan", 10)),
    ]);
    expect(gaps.map(({ witness }) => witness!.referrals)).toEqual([1, 10]);
  });

  it("is a word or a single value too where a fact is set", async () => {
    const words = await found(
      [
        sets("theirs", 1, where("fault", "equal", "commissioner")),
        sets("ours", 2, where("fault", "equal", "provider")),
      ],
      { facts: level },
    );
    expect(words.map(({ kind, witness }) => [kind, witness])).toEqual([["gap", { fault: "neither" }]]);
    const years = await found(
      [
        sets("first", 1, where("contractYear", "equal", 1)),
        sets("third", 2, where("contractYear", "equal", 3)),
      ],
      { facts: level },
    );
    expect(years.map(({ witness }) => witness)).toEqual([{ contractYear: 2 }]);
  });
});
