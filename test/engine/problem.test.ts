import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Problem, problemText } from "../../src/engine/problem.ts";
import { shownValue } from "../../src/engine/shown-text.ts";

const full: Problem = {
  where: "a.yaml:3:8 share",
  adjective: "unknown",
  noun: "key",
  found: "titel",
  expected: "one of id, title",
  hint: 'did you mean "title"?',
};

describe("the text of a problem", () => {
  test("has all parts in the order of the grammar", () => {
    expect(problemText(full)).toBe(
      'a.yaml:3:8 share: unknown key: titel; expected one of id, title; did you mean "title"?',
    );
  });

  test("leaves out what is absent", () => {
    expect(problemText({ where: "a.yaml", adjective: "missing", noun: "content" })).toBe(
      "a.yaml: missing content",
    );
    expect(problemText({ where: "", adjective: "missing", noun: "key", found: "x" })).toBe("missing key: x");
    expect(problemText({ where: "w", adjective: "invalid", noun: "n", hint: "h" })).toBe("w: invalid n; h");
  });

  test("escapes what a terminal would obey and what cannot be seen", () => {
    const text = problemText({
      ...full,
      where: "a\n.yaml",
      found: "\u001b[31mred\u202e\u0007\t",
      hint: "\u009b",
    });
    expect(text).toContain("a\\n.yaml: ");
    expect(text).toContain("\\u001b[31mred\\u202e\\u0007\\t;");
    expect(text).toContain("\\u009b");
  });

  test("cuts what was found, without splitting a character", () => {
    const found = "😀".repeat(200);
    const shown = problemText({ ...full, found })
      .split(": ")[2]!
      .split(";")[0]!;
    expect(shown.endsWith("😀…")).toBe(true);
    expect([...shown].length).toBeLessThanOrEqual(80);
    expect(problemText({ ...full, found: "x".repeat(80) })).toContain("x".repeat(80));
    expect(problemText({ ...full, found: "x".repeat(81) })).toContain(`${"x".repeat(79)}…`);
  });

  test("never has control characters or lone surrogates, whatever it quotes", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        fc.string({ unit: "binary", maxLength: 300 }),
        (where, found) => {
          const text = problemText({ ...full, where, found });
          expect(text).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        },
      ),
    );
  });
});

test("a value is shown by its kind", () => {
  expect(shownValue("abc")).toBe('"abc"');
  expect(shownValue("x".repeat(500)).length).toBe(80);
  expect([1.5, true, null].map(shownValue)).toEqual(["1.5", "true", "null"]);
  expect([[], {}].map(shownValue)).toEqual(["a list", "an object"]);
});
