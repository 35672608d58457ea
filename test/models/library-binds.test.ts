import { describe, expect, it } from "vitest";
import { policy, scenario } from "./endings.ts";
import { ruleFiles } from "./rule-file.ts";
import { checkModel } from "./run-model.ts";
import type { Terms } from "./terms.ts";

// Any two rulesets of the library go together in one policy: parameters of one name agree, tracked facts of one name
// are declared alike. Only what stands for the same thing is refused: two that pay under one output or set one fact,
// and two of a kind of which a policy has one.
const single = ["cancellation", "termination"];
const files = [...ruleFiles.values()];

/** A world that gives every fact that the library reads from a scenario. */
const given = new Map(
  files.flatMap((file) => Object.entries(file.facts ?? {}).filter(([, fact]) => fact.from === "scenario")),
);
const facts = [...given].filter(([name]) => !name.endsWith("AfterEnd"));
const isStage = ({ unit }: { unit: string }) => unit === "people";
const world = {
  volume: { indicative: 3 },
  delivery: {
    startRate: 1,
    stages: facts.filter(([, fact]) => isStage(fact)).map(([id]) => ({ id, rate: 0.5 })),
  },
  drawn: Object.fromEntries(
    facts
      .filter(([, fact]) => !isStage(fact))
      .map(([name, { type = "number", unit }]) => [
        name,
        {
          type,
          unit,
          value: type === "boolean" ? { bernoulli: { p: 0.5 } } : 0.5,
          sentence: "Of the world.",
        },
      ]),
  ),
};

/** Outputs that a file pays under or sets. */
const outputs = ({ stages }: Terms): string[] =>
  stages
    .flatMap(({ rules, otherwise = [] }) => [...rules.map(({ event }) => event), ...otherwise])
    .filter(({ type }) => type !== "end")
    .map(({ params }) => params.output);

const pairs = files.flatMap((one, k) => files.slice(k + 1).map((other) => [one, other] as const));
const standsFor = (one: Terms, other: Terms) =>
  (one.kind === other.kind && single.includes(one.kind)) ||
  outputs(one).some((output) => outputs(other).includes(output));

describe("two rulesets of the library", () => {
  const bind = ([one, other]: readonly [Terms, Terms]) => {
    try {
      checkModel(
        scenario("pair", 12, {
          ...world,
          rulesets: [one, other],
          policies: [policy("pair", [one.id, other.id])],
        }),
      );
      return [];
    } catch (problem) {
      return [`${one.id} with ${other.id}: ${(problem as Error).message}`];
    }
  };

  it("go together in one policy", () => {
    expect(pairs.filter(([one, other]) => !standsFor(one, other)).flatMap(bind)).toEqual([]);
  });

  it("are refused where one stands for the other", () => {
    const clashing = pairs.filter(([one, other]) => standsFor(one, other));
    expect(clashing.length).toBeGreaterThan(10);
    for (const pair of clashing) expect(bind(pair).length, pair.map(({ id }) => id).join(" ")).toBe(1);
  });
});
