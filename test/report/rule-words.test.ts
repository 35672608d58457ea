import { describe, expect, it } from "vitest";
import { readLibrary } from "../../src/cli/library.ts";
import { type Ruleset, type RulesetSpec, rulesetSchema } from "../../src/engine/ruleset.ts";
import { rulesetWords } from "../../src/report/rule-words.ts";

const library = readLibrary().rulesets;
const shipped = (id: string) => library.find((ruleset) => ruleset.id === id)!;

describe("the shipped rulesets in words", () => {
  it.each(library.map((ruleset) => [ruleset.id, ruleset] as const))("%s reads as sentences", (_, ruleset) => {
    const words = rulesetWords(ruleset);
    const lines = [...words.rules, ...words.parameters, ...words.tracked];
    expect(words.rules.length).toBeGreaterThan(0);
    expect(words.source.length).toBeGreaterThan(0);
    for (const line of lines) {
      expect(line, line).toMatch(/^[A-Z£“(0-9−].*[.?!]$/s);
      // A name in camelCase, a value that is none, or an expression that was written as an object.
      expect(line, line).not.toMatch(/[a-z][A-Z]|undefined|NaN|null|\[object|Infinity|Pence/);
    }
  });

  it("says what the standard workload's terms say", () => {
    expect(rulesetWords(shipped("below-half-to-date")).rules).toEqual([
      "When months below is at least 3 (trigger months), the contract ends on the ground low referrals.",
    ]);
    expect(rulesetWords(shipped("per-start"), new Map([["serviceFeeShare", 0.3]])).rules).toEqual([
      "Owed as start fee: start price £400 × (1 − service fee share 30\u00a0%) × starts.",
    ]);
    expect(rulesetWords(shipped("flat-share")).rules).toEqual([
      "When the month of the contract is at most 6 (service fee months) and the contract has not ended, owed as service fee: of 6 (service fee months) equal parts of (service fee share 0\u00a0% × the contract's value), the one whose number is the month of the contract.",
    ]);
    expect(rulesetWords(shipped("half-set-up-and-notice")).rules[0]).toMatch(
      /^When the commissioner is at fault, due if the contract ends: .*, but at most cancellation cap £60,000\.$/,
    );
  });

  it("says tracked facts and parameters", () => {
    const { tracked, parameters } = rulesetWords(
      shipped("below-half-to-date"),
      new Map([["triggerMonths", 4]]),
    );
    expect(tracked).toContain(
      "Months below: consecutive months, to this one, in which the month of the contract is at least 6 (trigger from month), made to date is under referrals needed and “all places taken” does not hold.",
    );
    expect(tracked).toContain(
      "Made to date: sum of referrals + referrals refused by the provider + referrals beyond the places called off over the contract so far.",
    );
    expect(parameters).toContain(
      "Trigger months 4 (3 where left out): Months running that end the contract.",
    );
    expect(parameters[0]).toBe(
      "Trigger share 50\u00a0%: Share of the forecast to date under which a month counts.",
    );
  });
});

describe("a ruleset made for the purpose", () => {
  it("says the chain of the hit policy first, and its otherwise-branch", () => {
    const words = rulesetWords(
      made({
        stages: [
          {
            hitPolicy: "first",
            rules: [
              rule("a", [leaf("readyToDeliver", "equal", false)], set("fault", "provider")),
              rule("b", [leaf("referrals", "lessThan", { fact: "least" })], set("fault", "commissioner")),
            ],
            otherwise: [set("fault", "neither")],
          },
        ],
        parameters: { least: number(5, "people") },
      }),
    );
    expect(words.rules).toEqual([
      "When the provider is not ready to deliver, the fault is the provider's.",
      "Otherwise, when referrals is under 5 (least), the fault is the commissioner's.",
      "Where none of these holds, the fault is nobody's.",
    ]);
  });

  it.each([
    ["unique", "At most one of the rules for bonus can hold at a time."],
    ["any", "Where several of the rules for bonus hold, they give the same."],
    ["priority", "Where several of the rules for bonus hold, the one of highest priority counts."],
    ["collect sum", "What the rules for bonus give is added up."],
    ["collect min", "Where several of the rules for bonus hold, the smallest amount counts."],
    ["collect max", "Where several of the rules for bonus hold, the largest amount counts."],
  ] as const)("says what follows from the hit policy %s", (hitPolicy, said) => {
    const rules = [rule("a", [leaf("month", "greaterThan", 3)], bonus), rule("b", [], bonus)];
    const words = rulesetWords(made({ stages: [{ hitPolicy, rules }] })).rules;
    expect(words[0]).toMatch(
      /^When the month of the contract is after 3, owed as bonus: bonus price £10( \(priority 1\))?\.$/,
    );
    expect(words[2]).toBe(said);
  });

  it("says conditions that are joined, negated, and about the end", () => {
    const conditions = {
      all: [
        { any: [leaf("starts", "greaterThan", 3), leaf("phase", "in", ["leadIn", "tracking"])] },
        { not: leaf("endMonth", "equal", 0) },
        {
          not: {
            all: [leaf("referralsSuspended", "equal", true), leaf("dueToDatePence", "lessThan", 150050)],
          },
        },
      ],
    };
    const words = rulesetWords(
      made({ stages: [{ hitPolicy: "unique", rules: [{ name: "a", conditions, event: bonus }] }] }),
    );
    expect(words.rules).toEqual([
      "When (starts is over 3 or the phase is lead-in or tracking), the contract has ended and it is not so that (the commissioner has suspended referrals and what is owed to date is under £1,500.50), owed as bonus: bonus price £10.",
    ]);
  });

  it.each([
    [
      { sub: [{ param: "bonusPrice" }, { add: [{ fact: "duePence" }, { param: "bonusPrice" }] }] },
      "bonus price £10 − (what is owed this month so far + bonus price £10)",
    ],
    [{ mul: [-1, { param: "bonusPrice" }, { fact: "starts" }] }, "−(bonus price £10 × starts)"],
    [
      { max: [{ sub: [{ param: "bonusPrice" }, { fact: "duePence" }] }, 0] },
      "bonus price £10 − what is owed this month so far, but at least 0",
    ],
    [
      { min: [{ param: "bonusPrice" }, { fact: "duePence" }, { fact: "budgetPence" }] },
      "the smallest of bonus price £10, what is owed this month so far and the budget of the financial year",
    ],
    [
      { clamp: [{ fact: "duePence" }, 0, { param: "bonusPrice" }] },
      "what is owed this month so far, but at least 0 and at most bonus price £10",
    ],
    [
      { div: [{ param: "bonusPrice" }, { fact: "starts" }], otherwise: 0 },
      "bonus price £10 ÷ starts, or 0 where starts is 0",
    ],
    [
      { round: { mul: [{ param: "bonusPrice" }, { fact: "starts" }] }, mode: "halfEven" },
      "(bonus price £10 × starts), rounded to the nearest whole unit (a half to the even one)",
    ],
    [
      {
        tiers: {
          of: { fact: "starts" },
          bands: [
            { upTo: 10, rate: { param: "bonusPrice" } },
            { upTo: 20, rate: 0 },
            { rate: { param: "bonusPrice" } },
          ],
        },
      },
      "in tiers of starts: bonus price £10 × the part up to 10, plus 0 × the part from 10 to 20, plus bonus price £10 × the part beyond 20",
    ],
    [
      {
        table: {
          of: { fact: "phase" },
          rows: [{ is: "leadIn", value: { param: "bonusPrice" } }],
          otherwise: 0,
        },
      },
      "by the phase: bonus price £10 where it is lead-in, otherwise 0",
    ],
    [{ instalment: [{ param: "bonusPrice" }, 1, 2] }, "part 1 of 2 equal parts of bonus price £10"],
    [{ mul: [{ param: "bonusPrice" }, { param: "isDue" }] }, "bonus price £10 × 1 (is due is yes)"],
  ])("says the amount %j", (amount, said) => {
    const event = { type: "pay" as const, params: { output: "bonus", amount } };
    const isDue = { type: "boolean" as const, default: true, unit: "yes or no", sentence: "Is it due?" };
    const stages = [{ hitPolicy: "unique" as const, rules: [rule("a", [], event)] }];
    const words = rulesetWords(made({ parameters: { isDue }, stages }));
    expect(words.rules).toEqual([`Owed as bonus: ${said}.`]);
  });

  it("says which rules an otherwise waits for, and a payment of nothing as nothing", () => {
    const nothing: Event = { type: "pay", params: { output: "bonus", amount: 0 } };
    const rules = [
      rule("a", [leaf("month", "greaterThan", 3)], bonus),
      rule("b", [leaf("month", "lessThan", 2)], bonus),
      rule("c", [leaf("month", "equal", 2)], set("fault", "shared")),
    ];
    const otherwise = [nothing, set("fault", "neither")];
    const all = rulesetWords(made({ stages: [{ hitPolicy: "unique", rules, otherwise }] })).rules;
    expect(all.slice(-2)).toEqual([
      "Where no rule above gives bonus, nothing is owed as bonus.",
      "Where no rule above gives “fault”, the fault is nobody's.",
    ]);
    const own = made({ stages: [{ hitPolicy: "unique", rules: rules.slice(0, 2), otherwise: [nothing] }] });
    expect(rulesetWords(own).rules.at(-1)).toBe("Where none of these holds, nothing is owed as bonus.");
  });

  it("says steps, payment terms, and what a tracked fact over payments stands on", () => {
    const pay = {
      type: "pay" as const,
      params: { output: "bonus", amount: { param: "bonusPrice" }, termDays: 45 },
    };
    const words = rulesetWords(
      made({
        facts: {
          isEarned: {
            type: "boolean",
            unit: "yes or no",
            default: false,
            from: "set",
            sentence: "Is it earned?",
          },
        },
        tracked: {
          paidSoFarPence: { sum: { fact: "bonusPence" } },
          everPaid: { latch: leaf("paidSoFarPence", "greaterThan", 0) },
          busyMonths: { count: leaf("starts", "greaterThan", 2), over: { months: 3 } },
          firstBusyMonth: { firstMonth: leaf("starts", "greaterThan", 2) },
        },
        stages: [
          {
            hitPolicy: "unique",
            rules: [rule("a", [leaf("everPaid", "equal", false)], set("isEarned", true))],
          },
          { hitPolicy: "unique", rules: [rule("b", [leaf("isEarned", "equal", true)], pay)] },
        ],
      }),
    );
    expect(words.rules).toEqual([
      "Step 1: When “ever paid” does not hold, it is earned.",
      "Step 2: When it is earned, owed as bonus: bonus price £10, paid 45 days after the end of the month.",
    ]);
    expect(words.tracked).toEqual([
      "Is earned: Is it earned?",
      "Paid so far: sum of bonus over the contract so far (as it stood at the end of last month).",
      "Ever paid: yes from the first month on in which paid so far is over £0 (as it stood at the end of last month).",
      "Busy months: number of months over the last 3 months (this one included) in which starts is over 2.",
      "First busy month: the first month in which starts is over 2; 0 if not yet.",
    ]);
  });
});

type Condition = RulesetSpec["stages"][number]["rules"][number]["conditions"];
type Leaf = Extract<Condition, { all: unknown }>["all"][number];
type Event = RulesetSpec["stages"][number]["rules"][number]["event"];

function leaf(fact: string, operator: string, value: unknown): Leaf {
  return { fact, operator, value } as Leaf;
}

function rule(name: string, all: Leaf[], event: Event) {
  return { name, conditions: { all }, event };
}

function set(output: string, amount: string | boolean): Event {
  return { type: "set", params: { output, amount } };
}

function number(value: number, unit: string) {
  return { default: value, unit, sentence: "A number of the test." };
}

const bonus: Event = { type: "pay", params: { output: "bonus", amount: { param: "bonusPrice" } } };

function made(parts: Partial<RulesetSpec> & Pick<RulesetSpec, "stages">): Ruleset {
  return rulesetSchema.parse({
    id: "made",
    kind: "adjustment",
    version: "1.0.0",
    title: "Made for the test",
    source: [{ document: "A test" }],
    validFrom: "2017-01-01",
    ...parts,
    parameters: { bonusPrice: number(10, "pounds"), ...parts.parameters },
  });
}
