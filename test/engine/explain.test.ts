import { describe, expect, it } from "vitest";
import { bindContract, type Contract } from "../../src/engine/contract.ts";
import { openEvaluate } from "../../src/engine/evaluate.ts";
import { openContractMonths } from "../../src/engine/evaluate-contract.ts";
import { explainMonth } from "../../src/engine/explain.ts";
import { type Explanation, explanationLines, rulesIn } from "../../src/engine/explanation.ts";
import type { FactValue } from "../../src/engine/fact.ts";
import { type RulesetSpec, rulesetSchema } from "../../src/engine/ruleset.ts";

const source = [{ document: "The contract", section: "Schedule 2" }];
type Stages = RulesetSpec["stages"];
type Condition = Stages[number]["rules"][number]["conditions"];
type Event = Stages[number]["rules"][number]["event"];

describe("the explanation of a month", () => {
  it("says which rules held, with the values compared and what was paid, under the clause's source", async () => {
    const perStart = clause("start-fee", [stage("unique", [rule("each start", { all: [] }, fee)])]);
    const tree = await explained([perStart], [{ starts: 7 }]);
    expect(tree.text).toBe("Month 1: £2,800 is owed");
    expect(tree.children).toEqual([
      {
        text: "Start fee, “A clause of kind start-fee”: £2,800 is owed as bonus",
        source,
        about: { ruleset: "start-fee" },
        children: [
          {
            text: "£2,800 is owed as bonus (price £400 × starts 7)",
            held: true,
            about: { ruleset: "start-fee", rule: "each start", output: "bonus" },
            children: [],
          },
        ],
      },
    ]);
  });

  it("names the comparison that failed first, and answers each with yes or no", async () => {
    const conditions = where(
      ["phase", "equal", "delivery"],
      ["starts", "greaterThan", 8],
      ["starts", "lessThan", 3],
    );
    const tree = await explained(
      [clause("start-fee", [stage("unique", [rule("busy", conditions, fee)])])],
      [{ starts: 7 }],
    );
    const [busy] = rulesIn(tree);
    expect(busy!.text).toBe("“busy” does not hold, as starts is 7, not over 8");
    expect(busy!.held).toBe(false);
    expect(explanationLines(busy!)).toEqual([
      { depth: 0, text: "“busy” does not hold, as starts is 7, not over 8" },
      { depth: 1, text: "all of these hold: no" },
      { depth: 2, text: "the phase is delivery; is it delivery? yes" },
      { depth: 2, text: "starts is 7, over 8: no" },
      { depth: 2, text: "starts is 7, under 3: no" },
    ]);
  });

  it("gives an end under otherwise only where no ground holds, be it another one", async () => {
    const ends = (output: string): Event => ({ type: "end", params: { output } });
    const long = rule("long", where(["month", "greaterThan", 24]), ends("late"));
    const stages: Stages = [{ hitPolicy: "first", rules: [long], otherwise: [ends("early")] }];
    const said = async (month: number) =>
      rulesIn(await explained([clause("termination", stages)], [{ month }])).map(({ text }) => text);
    expect((await said(25)).join()).not.toContain("early");
    expect((await said(24)).join()).toContain("early");
  });

  it("goes into any and not", async () => {
    const conditions: Condition = {
      any: [
        { fact: "starts", operator: "equal", value: 1 },
        { not: { fact: "readyToDeliver", operator: "equal", value: true } },
      ],
    };
    const clauses = [clause("start-fee", [stage("unique", [rule("either", conditions, fee)])])];
    const holds = rulesIn(await explained(clauses, [{ starts: 7, readyToDeliver: false }]))[0]!;
    expect(holds.text).toBe(
      "“either” holds, as the provider is not ready to deliver: £2,800 is owed as bonus (price £400 × starts 7)",
    );
    const fails = rulesIn(await explained(clauses, [{ starts: 7, readyToDeliver: true }]))[0]!;
    expect(fails.text).toBe(
      "“either” does not hold, as starts is 7, not 1 and the provider is ready to deliver",
    );
  });

  it("says how a tracked fact came to its value", async () => {
    const few: Condition = { fact: "referrals", operator: "lessThan", value: { fact: "needed" } };
    const ends = clause(
      "termination",
      [
        stage("any", [
          rule("end for few", where(["monthsBelow", "greaterThanInclusive", { fact: "triggerMonths" }]), {
            type: "end",
            params: { output: "lowReferrals" },
          }),
        ]),
      ],
      {
        parameters: { triggerMonths: { default: 2, unit: "months", sentence: "Months running." } },
        tracked: {
          needed: { value: { mul: [0.5, { fact: "indicativeReferrals" }] } },
          monthsBelow: { consecutive: few },
        },
      },
    );
    const month = { referrals: 3, indicativeReferrals: 10 };
    const tree = await explained([ends], [month, month]);
    expect(tree.text).toBe("Month 2: nothing is owed; the contract ends on the ground low referrals");
    expect(explanationLines(rulesIn(tree)[0]!).map((line) => line.text)).toEqual([
      "“end for few” holds, as months below is 2, at least 2 (trigger months): the contract ends on the ground low referrals",
      "months below is 2, at least 2 (trigger months): yes",
      "months below (2): consecutive months, to this one, in which referrals (3) is under needed (5)",
      "needed (5): 0.5 × indicative referrals 10",
    ]);
    const before = await explained([ends], [month]);
    expect(rulesIn(before)[0]!.text).toBe(
      "“end for few” does not hold, as months below is 1, not at least 2 (trigger months)",
    );
  });

  it("says which of several rules counts, and what stands under otherwise", async () => {
    const few = where(["starts", "lessThan", 5]);
    const none = where(["starts", "equal", 0]);
    const fault = clause("fault", [
      stage(
        "first",
        [rule("none", none, sets("fault", "commissioner")), rule("few", few, sets("fault", "shared"))],
        [sets("fault", "neither")],
      ),
    ]);
    const first = rulesIn(await explained([fault], [{ starts: 0 }])).map((rule) => rule.text);
    expect(first).toEqual([
      "“none” holds, as starts is 0: the fault is the commissioner's",
      "“few” holds, as starts is 0, under 5: the fault is shared; another rule counts before it",
    ]);
    const otherwise = rulesIn(await explained([fault], [{ starts: 9 }])).map((rule) => rule.text);
    expect(otherwise.at(-1)).toBe("no rule for it holds, so the fault is nobody's");
  });

  it("reads each stage as it was, and scales unit prices", async () => {
    const reads = { fact: "settlementPence", operator: "greaterThan", value: 0 } as const;
    const settles = clause("cancellation", [
      stage("unique", [rule("one", { all: [] }, sets("settlementPence", { param: "price" }))]),
      stage("unique", [
        rule("double", { all: [reads] }, sets("settlementPence", { mul: [2, { fact: "settlementPence" }] })),
      ]),
    ]);
    const tree = await explained([settles], [{}], { scaled: true, priceScale: 0.5 });
    expect(rulesIn(tree).map((rule) => rule.text)).toEqual([
      "£200 would be due if the contract ended (price £200)",
      "“double” holds, as the settlement is £200, over £0: £400 would be due if the contract ended (2 × settlement £200)",
    ]);
  });

  it("says that a contract which has ended is not asked about its end", async () => {
    const ends = clause("termination", [
      stage("any", [rule("always", { all: [] }, { type: "end", params: { output: "done" } })]),
    ]);
    const tree = await explained([ends], [{}], { live: false });
    expect(tree.children![0]!.text).toBe(
      "Termination, “A clause of kind termination”: not asked, as the contract has ended",
    );
    expect(tree.children![0]!.children).toBeUndefined();
  });
});

const fee: Event = {
  type: "pay",
  params: { output: "bonus", amount: { mul: [{ param: "price" }, { fact: "starts" }] } },
};

function sets(output: string, amount: Event["params"]["amount"]): Event {
  return { type: "set", params: { output, amount } } as Event;
}

function where(...leaves: [fact: string, operator: string, value: unknown][]): Condition {
  return { all: leaves.map(([fact, operator, value]) => ({ fact, operator, value })) } as Condition;
}

function rule(name: string, conditions: Condition, event: Event) {
  return { name, conditions, event };
}

function stage(
  hitPolicy: Stages[number]["hitPolicy"],
  rules: Stages[number]["rules"],
  otherwise: Event[] = [],
) {
  return { hitPolicy, rules, otherwise };
}

function clause(kind: RulesetSpec["kind"], stages: Stages, parts: Partial<RulesetSpec> = {}): RulesetSpec {
  const title = `A clause of kind ${kind}`;
  const price = { default: 400, unit: "pounds", sentence: "A price." };
  const { parameters, ...rest } = parts;
  return {
    id: kind,
    kind,
    version: "1.0.0",
    title,
    source,
    validFrom: "2017-01-01",
    stages,
    parameters: { price, ...parameters },
    ...rest,
  };
}

/** Runs the months through json-rules-engine and explains the last. */
async function explained(
  clauses: RulesetSpec[],
  months: Record<string, FactValue>[],
  { priceScale = 1, live = true, scaled = false } = {},
): Promise<Explanation> {
  const contract = bound(clauses, scaled);
  const options = { priceScale, rounded: true };
  const run = openContractMonths(contract, openEvaluate(), options);
  let tree: Explanation | undefined;
  for (const [m, facts] of months.entries()) {
    const month = m + 1;
    const settled = await run({
      facts: { month, ...facts },
      live,
      firstOfContractYear: m % 12 === 0,
      firstOfFinancialYear: false,
    });
    await settled.close(0);
    tree = explainMonth(
      contract,
      { month, rulesets: settled.rulesets, settlement: 0, end: settled.end },
      options,
    );
  }
  return tree!;
}

function bound(clauses: RulesetSpec[], scaled: boolean): Contract {
  const rulesets = clauses.map((spec) => rulesetSchema.parse(spec));
  for (const ruleset of rulesets) ruleset.parameters.price!.scaled = scaled;
  const { contract, problems } = bindContract(
    { id: "test", rulesets, parameters: {} },
    new Map(),
    "2017-04-01",
    "test",
  );
  expect(problems).toEqual([]);
  return contract!;
}
