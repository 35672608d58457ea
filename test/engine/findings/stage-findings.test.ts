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

describe("a rule that never counts", () => {
  const under =
    (hitPolicy: "first" | "priority" | "unique") =>
    async (rules: Rule[], parts: Partial<Terms> = {}) =>
      (await found(rules, { stages: [{ hitPolicy, rules }], ...parts })).filter(
        ({ kind }) => kind !== "overlap",
      );
  const over = (name: string, least: number, output = "fee"): Rule => {
    const rule = on(name, where("starts", "greaterThan", least));
    return { ...rule, event: { ...rule.event, params: { ...rule.event.params, output } } };
  };

  it("is one that an earlier rule leaves nothing to under first, and its witness is a situation of both", async () => {
    const [shadowed, ...others] = await under("first")([over("row 1", 2), over("row 2", 4)]);
    expect(others).toEqual([]);
    expect(shadowed).toMatchObject({ kind: "never fires", path: ["stages", 0, "rules", 1] });
    expect(shadowed!.text).toBe('rule "row 2" never counts: "row 1" holds wherever it does, and comes first');
    expect(Number(shadowed!.witness!.starts)).toBeGreaterThan(4);
  });

  it("is none where the narrower rule comes first, nor where several rules may count", async () => {
    expect(await under("first")([over("row 1", 4), over("row 2", 2)])).toEqual([]);
    expect(await under("unique")([over("row 1", 2), over("row 2", 4)])).toEqual([]);
  });

  it("is one with the same conditions, and any after a rule that always holds", async () => {
    const same = await under("first")([over("row 1", 2), over("row 2", 2)]);
    expect(same.map(({ path }) => path[3])).toEqual([1]);
    const after = await under("first")([on("always"), over("row 2", 2), over("row 3", 4)]);
    expect(after.map(({ text }) => text)).toEqual([
      'rule "row 2" never counts: "always" holds wherever it does, and comes first',
      'rule "row 3" never counts: "always" holds wherever it does, and comes first',
    ]);
  });

  it("is one of lower priority, wherever it stands, and at one priority the later one", async () => {
    const low = over("low", 4);
    const high = { ...over("high", 2), priority: 5 };
    for (const rules of [
      [low, high],
      [high, low],
    ])
      expect((await under("priority")(rules)).map(({ text }) => text)).toEqual([
        'rule "low" never counts: "high" holds wherever it does, and has the higher priority',
      ]);
    expect(await under("priority")([over("low", 2), { ...over("high", 4), priority: 5 }])).toEqual([]);
    const even = await under("priority")([over("row 1", 2), over("row 2", 4)]);
    expect(even.map(({ text }) => text)).toEqual([
      'rule "row 2" never counts: "row 1" holds wherever it does, and comes first',
    ]);
  });

  it("is one that several earlier rules leave nothing to together", async () => {
    const few = on("few", where("starts", "lessThan", 5));
    const rules = [few, over("many", 4), over("some", 2)];
    const [last, ...others] = await under("first")([few, over("most", 6), over("many", 4), over("all", -1)]);
    expect(others).toEqual([]);
    expect(last!.text).toBe(
      'rule "all" never counts: one of "few", "most" and "many" holds wherever it does, and they come first',
    );
    // Under 5 or over 4: what is over 2 is over 4 or else under 5.
    expect((await under("first")(rules)).map(({ path }) => path[3])).toEqual([2]);
  });

  it("is looked for on each output apart", async () => {
    expect(await under("first")([over("row 1", 2), over("row 2", 4, "bonus")])).toEqual([]);
    const both = [
      over("1 fee", 2),
      over("1 bonus", 2, "bonus"),
      over("2 fee", 4),
      over("2 bonus", 4, "bonus"),
    ];
    expect((await under("first")(both)).map(({ path }) => path[3])).toEqual([2, 3]);
  });

  it("is none where a policy may set a parameter so that it counts", async () => {
    const rules = [on("wide", where("starts", "greaterThan", { fact: "least" })), over("narrow", 4)];
    expect(await under("first")(rules, { parameters: { least: plain(2, "people") } })).toEqual([]);
    const least = { ...plain(2, "people"), max: 4 };
    expect((await under("first")(rules, { parameters: { least } })).map(({ path }) => path[3])).toEqual([1]);
  });

  it("is looked for by twos where rules name too many values for one look, and not told of very many", async () => {
    const corner = (k: number): Rule =>
      on(
        `corner ${k}`,
        ...["starts", "referrals", "placesOpen"].map((fact, f) => where(fact, "equal", 100 * k + f)),
      );
    const narrower = on(
      "narrower",
      ...(corner(7).conditions as { all: Condition[] }).all,
      where("month", "equal", 2),
    );
    const few = [...Array.from({ length: 30 }, (_, k) => corner(k)), narrower];
    const [found7, ...others] = (await under("first")(few)).filter(({ kind }) => kind === "never fires");
    expect(others).toEqual([]);
    expect(found7!.text).toContain('rule "narrower" never counts: "corner 7" holds wherever it does');
    const many = Array.from({ length: 61 }, (_, k) => corner(k));
    expect((await under("first")(many)).map(({ text }) => text)).toContain(
      "whether every rule on fee can count: too many values are compared",
    );
  });
});
