import { expect, it } from "vitest";

type Markdown = {
  readonly escaped: (text: string) => string;
  readonly table: (head: string[], rows: string[][]) => string;
};
const { escaped, table }: Markdown = await import(
  new URL("../../bin/docs/markdown.mjs", import.meta.url).href
);

it.each([
  ["5 * 3 and snake_case", "5 \\* 3 and snake\\_case"],
  ["[not a link](x) `not code` a|b", "\\[not a link\\](x) \\`not code\\` a\\|b"],
  ["<b> & $x$ ~no~ #1", "&lt;b\\> &amp; \\$x\\$ \\~no\\~ \\#1"],
  ["12. no list", "12\\. no list"],
  ["- no list", "\\- no list"],
  ["£1,200 × 50 % − 3.5 (judged)", "£1,200 × 50 % − 3.5 (judged)"],
])("text from a file is not obeyed: %s", (text, shown) => {
  expect(escaped(text)).toBe(shown);
});

it("a bar in a table's cell is escaped once", () => {
  expect(
    table(["a"], [["b|c"], [escaped("d|e")]])
      .split("\n")
      .slice(2),
  ).toEqual(["| b\\|c |", "| d\\|e |"]);
});
