import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { type DocumentPath, parseDocument } from "../../src/engine/document.ts";
import { problemText } from "../../src/engine/problem.ts";

type Format = "json" | "yaml";
const read = (text: string, format: Format) => parseDocument(`x.${format}`, text, format);
const texts = (text: string, format: Format) => read(text, format).problems.map(problemText);

// The keys that are refused are left out of generated values, at any depth.
const key = fc.string().filter((name) => !["__proto__", "constructor", "prototype"].includes(name));
const { value: anyValue } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.oneof(
      fc.string(),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
    ),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(key, tie("value"), { maxKeys: 4 }),
  ),
}));

function paths(value: unknown, path: DocumentPath = []): [DocumentPath, unknown][] {
  const inner =
    typeof value !== "object" || value === null
      ? []
      : Array.isArray(value)
        ? value.flatMap((item, index) => paths(item, [...path, index]))
        : Object.entries(value).flatMap(([name, member]) => paths(member, [...path, name]));
  return [[path, value], ...inner];
}

function textFrom(text: string, where: string): string {
  const [, line, column] = /^x\.\w+:(\d+):(\d+)/.exec(where)!;
  return text
    .split("\n")
    .slice(Number(line) - 1)
    .join("\n")
    .slice(Number(column) - 1);
}

describe("places", () => {
  const yaml =
    "contract:\n  startRate: 0.8\n  stages:\n    - name: a\n    - {name: b, odd key: 1}\n  empty:\n";

  test.each<[DocumentPath, string, string]>([
    [[], "x.yaml:1:1", "x.yaml:1:1"],
    [["contract"], "x.yaml:2:3 contract", "x.yaml:1:1"],
    [["contract", "startRate"], "x.yaml:2:14 contract.startRate", "x.yaml:2:3 contract"],
    [
      ["contract", "stages", 0, "name"],
      "x.yaml:4:13 contract.stages[0].name",
      "x.yaml:4:7 contract.stages[0]",
    ],
    [
      ["contract", "stages", 1, "odd key"],
      'x.yaml:5:26 contract.stages[1]["odd key"]',
      "x.yaml:5:17 contract.stages[1]",
    ],
    [["contract", "empty"], "x.yaml:6:9 contract.empty", "x.yaml:6:3 contract"],
    [["contract", "nope", "deep"], "x.yaml:2:3 contract.nope.deep", "x.yaml:2:3 contract.nope"],
  ])("of %j in YAML", (path, value, ofKey) => {
    const document = read(yaml, "yaml");
    expect(document.problems).toEqual([]);
    expect(document.where(path)).toBe(value);
    expect(document.where(path, "key")).toBe(ofKey);
  });

  test("in JSON count lines and columns from one, whatever ends a line", () => {
    const document = read('\uFEFF{"a": 1,\r\n\t"b": [true, {"c": null}]}', "json");
    expect(document.problems).toEqual([]);
    expect(document.where(["a"])).toBe("x.json:1:7 a");
    expect(document.where(["b", 1, "c"], "key")).toBe("x.json:2:15 b[1]");
    expect(document.where(["b", 1, "c"])).toBe("x.json:2:20 b[1].c");
  });

  test("point at every value of any JSON", () => {
    fc.assert(
      fc.property(anyValue, fc.constantFrom(undefined, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const document = read(text, "json");
        for (const [path, member] of paths(JSON.parse(text))) {
          const found = textFrom(text, document.where(path));
          const start = JSON.stringify(member, null, indent);
          expect(found.startsWith(typeof member === "object" && member !== null ? start[0]! : start)).toBe(
            true,
          );
        }
      }),
    );
  });
});

describe("reading", () => {
  test("JSON gives what JSON.parse gives", () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const text = JSON.stringify(value);
        const document = read(text, "json");
        expect(document.problems).toEqual([]);
        expect(JSON.stringify(document.value)).toBe(text);
      }),
    );
  });

  test("JSON takes and refuses what JSON.parse does", () => {
    const piece = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      '"a"',
      '"b"',
      "1",
      "-0.5e-3",
      "01",
      "true",
      "nul",
      " ",
      "\t",
      "'",
      "\\",
      '"',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join("");
        let parsed: unknown;
        let fails = false;
        try {
          parsed = JSON.parse(text);
        } catch {
          fails = true;
        }
        const document = read(text, "json");
        const own = document.problems.filter(({ adjective }) => adjective !== "duplicate");
        expect(own.length > 0).toBe(fails);
        if (!fails && document.problems.length === 0) expect(document.value).toEqual(parsed);
      }),
      { numRuns: 2000 },
    );
  });

  test("YAML gives back what was written as YAML", () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value));
        const text = stringify(plain, { version: "1.2", aliasDuplicateObjects: false });
        const document = read(text, "yaml");
        // A control character may be written raw; a key may be too long for the syntax: both are told.
        fc.pre(document.problems.length === 0);
        expect(JSON.stringify(document.value)).toBe(JSON.stringify(plain));
      }),
    );
  });

  test("YAML keeps dates, yes and no as text, and keys as they are written", () => {
    const { value, problems } = read("a: 2017-01-01\nb: yes\nc: 0x10\n2017: ~\ntrue: [no, true]", "yaml");
    expect(problems).toEqual([]);
    expect({ ...(value as object) }).toEqual({
      a: "2017-01-01",
      b: "yes",
      c: 16,
      "2017": null,
      true: ["no", true],
    });
  });

  test("objects inherit nothing", () => {
    for (const format of ["json", "yaml"] as const) {
      const { value } = read('{"a": {"b": 1}}', format);
      expect(Object.getPrototypeOf(value)).toBeNull();
      expect(Object.getPrototypeOf((value as { a: object }).a)).toBeNull();
    }
  });

  test("never throws, whatever the text", () => {
    const sign = fc.constantFrom(
      ..."{}[],:-?&*!|>'\"%@`#~ \n\t\r\\/\u0000\u0002\u001f\uFEFFax1.",
      "---\n",
      "...\n",
      "<<: ",
      "  ",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(sign, { maxLength: 40 }).map((signs) => signs.join("")),
    );
    fc.assert(
      fc.property(text, fc.constantFrom<Format>("json", "yaml"), (any, format) => {
        const document = read(any, format);
        if (document.value === undefined) expect(document.problems.length).toBeGreaterThan(0);
        for (const problem of document.problems) expect(problemText(problem)).toMatch(/^x\.\w+:\d+:\d+/);
        expect(document.where(["a", 0])).toMatch(/^x\.\w+:\d+:\d+ a\[0\]$/);
      }),
      { numRuns: 3000 },
    );
  });
});

describe("problems of JSON", () => {
  test.each([
    ["", "x.json:1:1: missing content; expected JSON"],
    ['{\n  "a": 1,\n}', 'x.json:2:9: invalid syntax: trailing comma; expected "}" after the last one'],
    ['// note\n{"a": 1}', "x.json:1:1: unsupported comment: // note; expected strict JSON"],
    ["{a: 1}", "x.json:1:2: invalid syntax: a; expected a key in double quotes"],
    ["{'a': 1}", "x.json:1:2: invalid syntax: 'a'; expected a key in double quotes"],
    ["['a']", "x.json:1:2 [0]: invalid syntax: '; expected text in double quotes"],
    ["[1 2]", 'x.json:1:4: invalid syntax: 2; expected a comma or "]"'],
    ['{"a" 1}', "x.json:1:6: invalid syntax: 1; expected a colon after the key"],
    ["[NaN]", "x.json:1:2 [0]: invalid number: NaN; expected a JSON number"],
    ["[1e999]", "x.json:1:2 [0]: invalid number: 1e999; expected a finite number"],
    ['{"a": {"b": 1, "b": 2}}', "x.json:1:16 a: duplicate key: b; expected each key once"],
    [
      '{"__proto__": 1}',
      "x.json:1:2: invalid name: __proto__; expected a name other than __proto__, constructor, prototype",
    ],
    ['["a\nb"]', "x.json:1:4 [0]: invalid character: \\n; expected a closing quote"],
    ["[1] x", "x.json:1:5: invalid syntax: x; expected end of text"],
    ["[1", 'x.json:1:3: invalid syntax: end of text; expected a comma or "]"'],
  ])("of %j", (text, problem) => {
    expect(texts(text, "json")).toEqual([problem]);
  });

  test("are told all at once where reading can go on", () => {
    expect(texts('{a: 1, /* b */ "c": 2, "c": [3,], "prototype": 1}', "json").length).toBe(5);
  });
});

describe("problems of YAML", () => {
  test.each([
    ["# nothing\n", "x.yaml:1:1: missing content; expected YAML"],
    ["a:\n  - b\nc:\n\td: 1", "x.yaml:4:1: invalid character: tab; expected spaces for indentation"],
    ["a: &x 1", "x.yaml:1:4: unsupported anchor: &x"],
    ["a: *x", "x.yaml:1:4: unsupported alias: *x"],
    ["a: !!js/function x", "x.yaml:1:4: unsupported tag: !!js/function"],
    ["a: !own {b: 1}", "x.yaml:1:4: unsupported tag: !own"],
    ["%YAML 1.1\n---\na: yes", "x.yaml:1:1: unsupported directive: %YAML 1.1"],
    ["a: 1\n---\nb: 2", "x.yaml:2:1: unsupported document: a second one; expected one"],
    ["a: -.inf", "x.yaml:1:4 a: invalid number: -.inf; expected a finite number"],
    ["a: .nan", "x.yaml:1:4 a: invalid number: .nan; expected a finite number"],
    ["a:\n  b: 1\n  b: 2", "x.yaml:3:3 a: duplicate key: b; expected each key once"],
    ["1: a\n'1': b", "x.yaml:2:1: duplicate key: 1; expected each key once"],
    [
      "constructor: 1",
      "x.yaml:1:1: invalid name: constructor; expected a name other than __proto__, constructor, prototype",
    ],
    ["[a]: 1", "x.yaml:1:1: unsupported key: a list or an object; expected text"],
    ["a: 'b", "x.yaml:1:6: missing closing quote"],
    ["a: \u0007", "x.yaml:1:4: invalid character: \\u0007; expected text"],
    ["a:\n   b: 1\n  c: 2", 'x.yaml:3:1: invalid indentation: "c"; expected the column of the keys above it'],
    [
      "a:\n  - b: 1\n    c: 2\n   d: 3",
      'x.yaml:4:1: invalid indentation: "d" within a list; expected "- " before it; every item of the list above begins with - at one column, its other keys under the first',
    ],
    // A case that is appended in too far, after text, after a list in brackets, after nested keys; and at the top.
    ...(
      [
        ["a:\n  - b: 1\n    c: text\n    - b: 2\n      c: text", 4, 5, "further"],
        ["a:\n  - b: 1\n    c: [1]\n    - b: 2\n      c: [2]\n  - b: 3", 4, 5, "further"],
        ["a:\n  - b: 1\n    c:\n      d: 1\n      - b: 2\n        c: {}", 5, 7, "further"],
        ["a:\n  - b: 1\n    c: text\n      - b: 2\n        c: text", 4, 7, "further"],
        ["a:\n  - b: 1\n    c:\n      - 1\n   - b: 2\n     c: []", 5, 4, "further"],
        ["- b: 1\n  c: 1\n  - b: 2\n    c: 2", 3, 3, "further"],
        ["a:\n  - b: 1\n    c: 1\n - b: 2\n   c: 2", 4, 2, "less"],
      ] as const
    ).map(([text, line, column, side]): [string, string] => [
      text,
      `x.yaml:${line}:${column}: invalid indentation: a list item indented ${side} than the item before it; expected every - of a list at one column`,
    ]),
    [
      "a:\n  - b:\n      - c: d: e\n      - f: 1",
      "x.yaml:3:12: invalid syntax: a mapping or list within a line; expected it indented on the next line, or text in quotes",
    ],
    [
      "a: [> 8, b]",
      'x.yaml:1:5: invalid syntax: a value that begins with >; expected text in quotes; put it in quotes, as in "> 8"',
    ],
    [
      "a:\n  - > 8\n  - b",
      'x.yaml:2:7: invalid syntax: > 8; expected text in quotes; put it in quotes, as in "> 8"',
    ],
  ])("of %j", (text, problem) => {
    expect(texts(text, "yaml")).toEqual([problem]);
  });

  test("are told all at once where reading can go on", () => {
    expect(texts("a: .inf\na: 1\n__proto__: {b: .nan}\n", "yaml").length).toBe(4);
  });

  test("do not see anchors and aliases in text", () => {
    expect(texts("a: |\n  &x *y !z\nb: a &b\nc: '*x'\nd: \"!x\"\n", "yaml")).toEqual([]);
  });
});

describe("limits", () => {
  test("a text over two mebibytes is not read", () => {
    const limit = 2 * 1024 * 1024;
    for (const format of ["json", "yaml"] as const) {
      const size = (text: string) => texts(text, format)[0];
      expect(size("x".repeat(limit + 1))).toBe(`x.${format}: invalid size: 2.1 MiB; expected at most 2 MiB`);
      expect(size("£".repeat(25 * 1024 * 1024))).toBe(
        `x.${format}: invalid size: 50.0 MiB; expected at most 2 MiB`,
      );
      expect(texts(`"${"x".repeat(limit - 2)}"`, format)).toEqual([]);
    }
  });

  test("values lie 64 deep at most", () => {
    const nested = (open: string, close: string, depth: number) => open.repeat(depth) + close.repeat(depth);
    for (const format of ["json", "yaml"] as const) {
      expect(texts(nested("[", "]", 64), format)).toEqual([]);
      expect(texts(nested("[", "]", 65), format)).toEqual([
        `x.${format}:1:65: invalid nesting: 65 levels; expected at most 64`,
      ]);
    }
  });

  test.each(["[", "{", "- ", "? ", "a: ", "a: [", '{"a":', "[{"])(
    "%j a hundred thousand times is told, not run",
    (text) => {
      for (const format of ["json", "yaml"] as const) {
        const document = read(text.repeat(100_000), format);
        expect(document.value).toBeUndefined();
        expect(document.problems.length).toBeGreaterThan(0);
      }
    },
  );

  test.each(["]", '""', "*a ", "&a ", "!t ", "- a\n", "a:\n", "---\n", "%x\n"])(
    "%j to the limit ends soon",
    (text) => {
      const started = performance.now();
      const document = read(text.repeat(2_000_000 / text.length), "yaml");
      expect(document.problems.length).toBeGreaterThan(0);
      expect(document.problems.length).toBeLessThanOrEqual(100);
      expect(performance.now() - started).toBeLessThan(40_000);
    },
  );
});
