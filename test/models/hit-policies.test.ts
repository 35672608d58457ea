import { describe, expect, it } from "vitest";
import type { HitPolicy } from "../../src/engine/hit-policy.ts";
import { agrees, allPounds, policy, type Rule, scenario, sets } from "./endings.ts";
import { runModel } from "./run-model.ts";
import { given, pays, type Terms, terms, where } from "./terms.ts";

// A die of six faces is drawn once a contract of one month; three rules overlap on it: from 2 £10 (priority 1), from 4
// £25 (priority 3), on even faces £40 (priority 2), else £1. Exact: the six faces under each hit policy, by hand:
//   face            1    2    3    4    5    6
//   rules that hold –    AC   A    ABC  AB   ABC
// 60,000 paths; every path pays what its face pays, to the penny (a fee of £1,000,000 a point tells the face), and the
// mean agrees within 4 standard errors.
const prices = { a: 10, b: 25, c: 40, none: 1 };
const from = (face: number) => ({ all: [where("die", "greaterThanInclusive", face)] });
const even = { all: [where("die", "in", [2, 4, 6])] };

const rule = (name: string, when: Rule["conditions"], price: string, priority: number): Rule => ({
  ...pays("prize", { param: price }, { when }),
  name,
  priority,
});
const overlapping = [rule("A", from(2), "a", 1), rule("B", from(4), "b", 3), rule("C", even, "c", 2)];
const apart = [
  rule("A", { all: [where("die", "equal", 3)] }, "a", 1),
  rule("C", { all: [where("die", "equal", 2)] }, "c", 1),
];

function prizes(hitPolicy: HitPolicy, rules: Rule[]): Terms {
  return terms("start-fee", hitPolicy.replace(" ", "-"), [], {
    parameters: allPounds(prices),
    facts: given("die"),
    stages: [
      {
        hitPolicy,
        rules,
        otherwise: [{ type: "pay", params: { output: "prize", amount: { param: "none" } } }],
      },
    ],
  });
}

const face = terms("service-fee", "face", [pays("face", { mul: [{ param: "point" }, { fact: "die" }] })], {
  parameters: allPounds({ point: 1_000_000 }),
  facts: given("die"),
});

const die = {
  type: "number",
  unit: "points",
  value: { empirical: { values: [1, 2, 3, 4, 5, 6] } },
  sentence: "A die of six faces.",
};

function play(own: Terms[], ids: string[], paths = 60_000) {
  return runModel(
    scenario("hit-policies", 1, {
      drawn: { die },
      rulesets: [face, ...own],
      policies: ids.map((id) => policy(id, ["face", id])),
    }),
    { paths, seed: "hit-policies" },
  );
}

const sum = [1, 50, 10, 75, 35, 75];
const expected: Partial<Record<HitPolicy, number[]>> = {
  first: [1, 10, 10, 10, 10, 10],
  priority: [1, 40, 10, 25, 25, 25],
  "collect sum": sum,
  "rule order": sum,
  "output order": sum,
  "collect min": [1, 10, 10, 10, 10, 10],
  "collect max": [1, 40, 10, 40, 25, 40],
};

describe("rules that overlap on a drawn fact", () => {
  const policies = Object.keys(expected) as HitPolicy[];
  const own = policies.map((hitPolicy) => prizes(hitPolicy, overlapping));
  const { ledgers, measures } = play(
    own,
    own.map(({ id }) => id),
  );

  it.each(policies)("are brought to one amount by %s", (hitPolicy) => {
    const id = hitPolicy.replace(" ", "-");
    expectPrizes(ledgers[id]!, expected[hitPolicy]!);
    const exact = expected[hitPolicy]!.reduce((a, b) => a + b) / 6;
    agrees(`E[prize] ${hitPolicy}`, measures[id]!.meanStartFee!, exact);
  });

  it("are refused by unique, and by any where they differ, with both rules named", () => {
    const clash = (hitPolicy: HitPolicy, rules: Rule[]) => () =>
      play([prizes(hitPolicy, rules)], [hitPolicy], 512);
    expect(clash("unique", overlapping)).toThrow(
      /ambiguous rules on prize: "A" and "[BC]" in month 1 of future \d+;/,
    );
    expect(clash("any", overlapping)).toThrow(/ambiguous.*"A" and "[BC]".*agree under any/);
  });

  it("pass under unique where they exclude each other, and under any where they agree", () => {
    const agreeing = [rule("A", from(2), "a", 1), rule("A again", even, "a", 1)];
    const run = play([prizes("unique", apart), prizes("any", agreeing)], ["unique", "any"], 6000);
    expectPrizes(run.ledgers.unique!, [1, 40, 10, 1, 1, 1]);
    expectPrizes(run.ledgers.any!, [1, 10, 10, 10, 10, 10]);
  });

  it("are counted by collect count", () => {
    const counted = terms("start-fee", "counted", [], {
      parameters: allPounds(prices),
      facts: {
        ...given("die"),
        rulesHeld: { unit: "rules", default: 0, from: "set", sentence: "How many of the rules held." },
      },
      stages: [
        {
          hitPolicy: "collect count",
          rules: overlapping.map(({ name, conditions }) => sets("rulesHeld", 1, conditions, name)),
        },
        { hitPolicy: "unique", rules: [pays("prize", { mul: [{ param: "a" }, { fact: "rulesHeld" }] })] },
      ],
    });
    expectPrizes(play([counted], ["counted"], 6000).ledgers.counted!, [0, 20, 10, 30, 20, 30]);
  });
});

function expectPrizes({ startFee, serviceFee }: Record<string, Float64Array>, pounds: number[]): void {
  const seen = new Set(startFee!.map((paid, i) => serviceFee![i]! + paid));
  // Faces stand in millions of pounds, prizes in what is left: six pairs and no other.
  expect([...seen].sort((a, b) => a - b)).toEqual(pounds.map((prize, k) => (k + 1) * 1e8 + prize * 100));
}
