import fc from "fast-check";
import { expect, it } from "vitest";
import { parseDocument } from "../../src/engine/document.ts";
import { yamlComment, yamlText } from "../../src/engine/yaml-text.ts";

const seen = fc.string({ unit: "binary" }).filter((text) => !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(text));
const tricky = fc.constantFrom(
  "1",
  "yes",
  "null",
  "- a",
  "a: b",
  "# c",
  "&x",
  "*x",
  "!!js",
  "---",
  "2017-09-01",
  "=1+1",
);
const value = fc.oneof(seen, tricky, fc.integer(), fc.boolean(), fc.constantFrom(0.1, 12.34, 41800));

it("is read back as what was written, whatever people typed", () => {
  fc.assert(
    fc.property(fc.array(fc.record({ id: value, title: value })), fc.array(value), (offers, list) => {
      const written = yamlText({ offers, list });
      const { value: read, problems } = parseDocument("a.yaml", written, "yaml");
      expect(problems).toEqual([]);
      expect(JSON.parse(JSON.stringify(read))).toEqual({ offers, list });
    }),
    { numRuns: 300, seed: 6 },
  );
});

it("has nothing unseen, and a comment stays one line", () => {
  const text = yamlText({ a: "x\u009b31m\u202ey" }) + yamlComment(["one\nid: two\u2028three"]);
  expect(text.split("\n")).toEqual(['a: "x\ufffd31m\ufffdy"', "# one id: two three", ""]);
});
