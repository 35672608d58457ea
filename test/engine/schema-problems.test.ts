import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { parseDocument } from "../../src/engine/document.ts";
import { problemText } from "../../src/engine/problem.ts";
import { schemaProblems } from "../../src/engine/schema-problems.ts";

function check(schema: z.ZodType, yaml: string): string[] {
  const document = parseDocument("x.yaml", yaml, "yaml");
  const result = schema.safeParse(document.value);
  return result.success ? [] : schemaProblems(schema, result.error, document).map(problemText);
}

const condition = z.strictObject({
  fact: z.string(),
  operator: z.enum(["equal", "lessThan"]),
  value: z.number(),
});
const amount: z.ZodType = z.lazy(() =>
  z.union([
    z.number(),
    z.strictObject({ fact: z.string() }),
    z.strictObject({ add: z.array(amount).min(2) }),
    z.strictObject({ mul: z.array(amount).min(2) }),
    z.strictObject({ round: z.strictObject({ of: amount, to: z.number() }) }),
  ]),
);
const event = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("pay"), output: z.string(), amount }),
  z.strictObject({ type: z.literal("end"), ground: z.string() }),
]);
const file = z.strictObject({
  title: z.string(),
  share: z.number().min(0).max(1).optional(),
  months: z.int().positive().default(1),
  kind: z.enum(["fault", "service-fee", "limit"]).optional(),
  date: z
    .string()
    .regex(/^\d{4}$/, "a year like 2017")
    .optional(),
  rules: z.array(condition).optional(),
  parameters: z
    .record(z.string().regex(/^[a-z]+$/, "small letters"), z.strictObject({ unit: z.string() }))
    .optional(),
  event: event.optional(),
  amount: amount.optional(),
});

describe("problems from a schema", () => {
  test.each<[string, string[]]>([
    ["title: 3", ["x.yaml:1:8 title: invalid value: 3; expected text"]],
    ["{}", ["x.yaml:1:1: missing key: title"]],
    ["[]", ["x.yaml:1:1: invalid value: a list; expected an object"]],
    ["title: a\nshare: 1.2", ["x.yaml:2:8 share: invalid value: 1.2; expected at most 1"]],
    ["title: a\nshare: -1", ["x.yaml:2:8 share: invalid value: -1; expected at least 0"]],
    ["title: a\nshare: abc", ['x.yaml:2:8 share: invalid value: "abc"; expected a number']],
    ["title: a\nmonths: 1.5", ["x.yaml:2:9 months: invalid value: 1.5; expected a whole number"]],
    ["title: a\nmonths: 0", ["x.yaml:2:9 months: invalid value: 0; expected more than 0"]],
    [
      "title: a\nkind: servicefee",
      [
        'x.yaml:2:7 kind: unknown value: "servicefee"; expected one of "fault", "service-fee", "limit"; did you mean "service-fee"?',
      ],
    ],
    [
      "title: a\nkind: 3",
      ['x.yaml:2:7 kind: invalid value: 3; expected one of "fault", "service-fee", "limit"'],
    ],
    ["title: a\ndate: soon", ['x.yaml:2:7 date: invalid value: "soon"; expected a year like 2017']],
    ["titel: a", ["x.yaml:1:1: missing key: title", 'x.yaml:1:1: unknown key: titel; did you mean "title"?']],
    [
      "title: a\nrules:\n  - fact: f\n    operatr: equal\n    value: 1",
      [
        'x.yaml:3:5 rules[0]: missing key: operator; expected one of "equal", "lessThan"',
        'x.yaml:4:5 rules[0]: unknown key: operatr; expected one of fact, operator, value; did you mean "operator"?',
      ],
    ],
    [
      "title: a\nparameters:\n  p: {unt: x, unit: y}",
      ['x.yaml:3:7 parameters.p: unknown key: unt; expected unit; did you mean "unit"?'],
    ],
    [
      "title: a\nparameters:\n  P1: {unit: y}",
      ["x.yaml:3:3 parameters: invalid key: P1; expected small letters"],
    ],
  ])("of %j", (yaml, problems) => {
    expect(check(file, yaml)).toEqual(problems);
  });
});

describe("problems of a union", () => {
  const event = (yaml: string) => check(file, `title: a\nevent: ${yaml}`);
  const owed = (yaml: string) => check(file, `title: a\namount: ${yaml}`);

  test("told apart by a key come from the branch that the key chose", () => {
    expect(event("{type: pya}")).toEqual([
      'x.yaml:2:15 event.type: unknown value: "pya"; expected one of "pay", "end"; did you mean "pay"?',
    ]);
    expect(event("{ground: x}")).toEqual([
      'x.yaml:2:8 event: missing key: type; expected one of "pay", "end"',
    ]);
    expect(event("{type: end, groud: x}")).toEqual([
      "x.yaml:2:8 event: missing key: ground",
      'x.yaml:2:20 event: unknown key: groud; expected one of type, ground; did you mean "ground"?',
    ]);
    expect(event("{type: pay, output: x, amount: {ad: [1, 2]}}")).toEqual([
      'x.yaml:2:40 event.amount: unknown key: ad; expected one of fact, add, mul, round; did you mean "add"?',
    ]);
  });

  test("come from the branch that got furthest", () => {
    expect(owed("{mul: [1, {add: [1, {fact: 3}]}]}")).toEqual([
      "x.yaml:2:36 amount.mul[1].add[1].fact: invalid value: 3; expected text",
    ]);
    expect(owed("{round: {of: 1, too: 2}}")).toEqual([
      "x.yaml:2:17 amount.round: missing key: to",
      'x.yaml:2:25 amount.round: unknown key: too; expected one of of, to; did you mean "to"?',
    ]);
    expect(owed("{add: [1]}")).toEqual([
      "x.yaml:2:15 amount.add: invalid value: a list; expected at least 2 items",
    ]);
  });

  test("name what any branch takes where none is nearer", () => {
    expect(owed("abc")).toEqual(['x.yaml:2:9 amount: invalid value: "abc"; expected a number or an object']);
    expect(owed("{}")).toEqual(["x.yaml:2:9 amount: missing key; expected one of fact, add, mul, round"]);
    const mixed = z.union([z.enum(["none", "all"]), z.number()]);
    expect(check(mixed, "nome")).toEqual([
      'x.yaml:1:1: unknown value: "nome"; expected one of "none", "all" or a number; did you mean "none"?',
    ]);
    expect(check(z.union([z.literal("a"), z.literal("b")]), "c")).toEqual([
      'x.yaml:1:1: unknown value: "c"; expected one of "a", "b"',
    ]);
  });

  test("prefer the branch whose literal fits", () => {
    const two = z.union([
      z.object({ kind: z.literal("a"), x: z.number().optional() }),
      z.object({ kind: z.literal("b"), y: z.number() }),
    ]);
    expect(check(two, "{kind: b, y: z}")).toEqual(['x.yaml:1:14 y: invalid value: "z"; expected a number']);
  });
});

describe("checks of our own", () => {
  test("give their message as what was expected, or parts of the problem", () => {
    const plain = z
      .object({ a: z.number() })
      .refine(() => false, { message: "an end later on", path: ["a"] });
    expect(check(plain, "a: 1")).toEqual(["x.yaml:1:4 a: invalid value: 1; expected an end later on"]);
    const whole = z.object({ min: z.number(), max: z.number() }).refine(() => false, "min under max");
    expect(check(whole, "{min: 2, max: 1}")).toEqual([
      'x.yaml:1:1: invalid value: {"min":2,"max":1}; expected min under max',
    ]);
    const many = z.array(z.number()).refine(() => false, "fewer");
    expect(check(many, `[${"1234567, ".repeat(20)}1]`)).toEqual([
      "x.yaml:1:1: invalid value: a list; expected fewer",
    ]);
    const problem = { adjective: "duplicate", noun: "id", found: "x" };
    const own = z.object({ a: z.string() }).refine(() => false, { params: { problem } });
    expect(check(own, "a: x")).toEqual(["x.yaml:1:1: duplicate id: x"]);
  });

  test("are placed below the base that was parsed", () => {
    const document = parseDocument("x.yaml", "rulesets:\n  - {fact: f, operator: equal, valu: 1}\n", "yaml");
    const result = condition.safeParse((document.value as { rulesets: unknown[] }).rulesets[0]);
    const problems = schemaProblems(condition, result.error!, document, ["rulesets", 0]).map(problemText);
    expect(problems).toEqual([
      "x.yaml:2:5 rulesets[0]: missing key: value",
      'x.yaml:2:32 rulesets[0]: unknown key: valu; expected one of fact, operator, value; did you mean "value"?',
    ]);
  });

  test("add nothing to a document that cannot be read", () => {
    expect(check(file, "a: *b")).toEqual([]);
  });
});

test("wrappers do not hide the known keys", () => {
  const inner = z.strictObject({ name: z.string() });
  const wrapped = [
    z.object({ a: inner.optional() }),
    z.object({ a: inner.readonly().nullable() }),
    z.object({ a: inner.transform((x) => x) }),
    z.object({ a: z.lazy(() => inner) }),
    z.object({ a: z.preprocess((x) => x, inner) }),
    z.object({ a: z.union([z.number(), inner]) }),
    z.record(z.string(), inner),
  ];
  for (const schema of wrapped) {
    expect(check(schema, "a: {name: x, nam: y}")).toEqual([
      'x.yaml:1:14 a: unknown key: nam; expected name; did you mean "name"?',
    ]);
  }
});

test("any value gives problems or passes, and never throws", () => {
  const word = fc.constantFrom(
    "title",
    "event",
    "amount",
    "type",
    "pay",
    "mul",
    "add",
    "fact",
    "round",
    "of",
    "rules",
    "x",
  );
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.oneof(word, fc.integer(), fc.boolean(), fc.constant(null)),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(word, tie("value"), { maxKeys: 4 }),
    ),
  }));
  fc.assert(
    fc.property(value, (any) => {
      const document = parseDocument("x.json", JSON.stringify(any), "json");
      const result = file.safeParse(document.value);
      if (result.success) return;
      const problems = schemaProblems(file, result.error, document);
      expect(problems.length).toBeGreaterThan(0);
      for (const problem of problems) expect(problemText(problem)).not.toMatch(/undefined|\[object/);
    }),
    { numRuns: 2000 },
  );
});
