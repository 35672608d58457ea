import { expect, it } from "vitest";
import { owedByNumber, owes } from "./by-number.ts";
import { given, type Terms, terms } from "./terms.ts";

// A table of three bands of a drawn number n from −3 to 12: £2.50 a point up to 3, £4 a point in (3, 8], £7 above, and
// £1 taken back below 0. Known for every n on paper; settled by the kernel from a scenario that holds the table.
const { stages: _, ...envelope } = terms("adjustment", "bands", []);
const table = {
  ...envelope,
  facts: given("n"),
  hitPolicy: "U",
  inputs: ["n"],
  outputs: [{ pay: "perPoint", per: "n" }, { pay: "flat" }],
  rules: [
    ["[0..3]", 2.5, "-"],
    ["(3..8]", 4, "-"],
    ["> 8", "-", 7],
    { name: "taken back", cells: ["< 0", "-", -1] },
  ],
} as unknown as Terms;

const owed = (n: number, above: number) => (n < 0 ? -100 : n <= 3 ? 250 * n : n <= 8 ? 400 * n : above);

it("a table in a scenario owes what its cells say, to the penny", () => {
  owes(owedByNumber([table]), (n) => owed(n, 700));
});

it("a policy sets the figure of a cell by output and row", () => {
  owes(owedByNumber([table], { flatRow3: 11 }), (n) => owed(n, 1100));
  expect(() => owedByNumber([table], { flatRow2: 11 })).toThrow(/flatRow2/);
});
