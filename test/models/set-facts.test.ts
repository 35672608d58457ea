import { describe, it } from "vitest";
import { n, owedByNumber, owes, p, parameters } from "./by-number.ts";
import { sets } from "./endings.ts";
import { given, pays, type Terms, terms, where } from "./terms.ts";

// One month, in which a number n from −3 to 12 is drawn. A fault ruleset sets a level (5p × n above 6, else its default
// £7), a colour (blue above 3, else its default red) and whether n is mild (0, 1 or 2); a later stage reads what the
// first set and adds 10p to the level where it is mild. An adjustment pays the level, £3 for blue, and 10p where the
// colour is the policy's own word and its switch is on. Exact by hand, n by n; 512 paths; every path to the penny.
const facts: Terms["facts"] = {
  ...given("n"),
  levelPence: { unit: "pence", default: 700, from: "set", sentence: "A level." },
  colour: {
    type: "enum",
    values: ["red", "blue"],
    unit: "colour",
    default: "red",
    from: "set",
    sentence: "A colour.",
  },
  mild: { type: "boolean", unit: "yes or no", default: false, from: "set", sentence: "Is the number mild?" },
};

const level = { fact: "levelPence" } as const;
const setter = terms("fault", "setter", [], {
  parameters,
  facts,
  stages: [
    {
      hitPolicy: "first",
      rules: [
        sets("levelPence", { mul: [p("price"), n] }, { all: [where("n", "greaterThan", 6)] }),
        sets("mild", true, { all: [where("n", "in", [0, 1, 2])] }),
        sets("colour", "blue", { all: [where("n", "greaterThan", 3)] }),
      ],
    },
    {
      hitPolicy: "first",
      rules: [
        sets("levelPence", { add: [level, p("low")] }, { all: [where("mild", "equal", true)] }, "mild level"),
      ],
    },
  ],
});

const match = [where("colour", "equal", { fact: "word" }), where("on", "equal", true)];
const blue = [{ is: "blue", value: p("big") }];
const reader = terms(
  "adjustment",
  "reader",
  [
    pays("forLevel", level),
    pays("forColour", { table: { of: { fact: "colour" }, rows: blue, otherwise: 0 } }),
    pays("forMatch", p("low"), { when: { all: match } }),
  ],
  { parameters, facts },
);

function exact(k: number, mine: string, on: boolean): number {
  const pence = (k > 6 ? 5 * k : 700) + (k >= 0 && k <= 2 ? 10 : 0);
  const colour = k > 3 ? "blue" : "red";
  return pence + (colour === "blue" ? 300 : 0) + (on && colour === mine ? 10 : 0);
}

describe("facts that rules set", () => {
  it.each([
    ["blue", true],
    ["red", true],
    ["red", false],
  ])("reach later stages and kinds, and stand against parameters: %s, %s", (word, on) => {
    owes(owedByNumber([setter, reader], { word, on }), (k) => exact(k, word, on));
  });

  it("are their defaults where nothing bound sets them", () => {
    owes(owedByNumber([reader]), () => 700);
  });
});
