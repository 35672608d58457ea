import type { RulesetSpec } from "../../src/engine/ruleset.ts";

type Facts = NonNullable<RulesetSpec["facts"]>;
type Parameters = NonNullable<RulesetSpec["parameters"]>;

/** The words of every enum of the universe, so that any two may be compared. */
export const colours = ["red", "green", "blue"] as const;

/** Names that may be read, by what they are: plain numbers, money, yes or no, colours. */
export type Names = {
  readonly plain: readonly string[];
  readonly money: readonly string[];
  readonly flags: readonly string[];
  readonly words: readonly string[];
};

/** What the world of a generated contract gives beyond the dictionary. */
export const worldNames: Names = {
  plain: ["people", "places", "gap"],
  money: ["costPence", "valuePence"],
  flags: ["open", "tried"],
  words: ["colour", "shade"],
};

/** Facts of the dictionary that generated rules read, and that no rule gives. */
export const dictionaryNames: Names = {
  plain: ["month", "referrals", "indicativeReferrals", "endMonth"],
  money: ["unavoidableCostPence"],
  flags: ["lastMonthOfFinancialYear"],
  words: [],
};

/** Sums of what was owed, which stand in the dictionary and move while a month runs. */
export const owedNames: Names = {
  plain: [],
  money: ["duePence", "dueToDatePence", "dueThisFinancialYearPence", "outcomePaymentToDatePence"],
  flags: [],
  words: [],
};

/** The names that a ruleset of its own letter declares: facts that it sets, payments, parameters, tracked facts. */
export type OwnNames = {
  readonly set: Names;
  readonly outputs: readonly string[];
  readonly paid: Names;
  readonly parameters: Names;
  readonly tracked: readonly { readonly name: string; readonly type: "plain" | "money" | "flag" }[];
};

export function ownNames(letter: string): OwnNames {
  const outputs = [`${letter}One`, `${letter}Two`];
  return {
    set: {
      plain: [`${letter}Number`],
      money: [`${letter}SumPence`],
      flags: [`${letter}Flag`],
      words: [`${letter}Word`],
    },
    outputs,
    paid: { plain: [], money: outputs.map((output) => `${output}Pence`), flags: [], words: [] },
    parameters: {
      plain: [`${letter}Share`],
      money: [`${letter}Price`],
      flags: [`${letter}Switch`],
      words: [`${letter}Mode`],
    },
    tracked: [
      { name: `${letter}TrackedA`, type: "plain" },
      { name: `${letter}TrackedBPence`, type: "money" },
      { name: `${letter}TrackedC`, type: "flag" },
      { name: `${letter}TrackedD`, type: "plain" },
    ],
  };
}

export function together(...lists: readonly Names[]): Names {
  const all = (key: keyof Names) => lists.flatMap((names) => names[key]);
  return { plain: all("plain"), money: all("money"), flags: all("flags"), words: all("words") };
}

/** The declarations of names as facts of a ruleset file. */
export function declared(names: Names, from: "scenario" | "set"): Facts {
  const fact = (name: string, more: object) => [name, { from, sentence: "A fact of the universe.", ...more }];
  return Object.fromEntries([
    ...names.plain.map((name) => fact(name, { unit: "people", default: 0 })),
    ...names.money.map((name) => fact(name, { unit: "pence", default: 0 })),
    ...names.flags.map((name) => fact(name, { type: "boolean", unit: "yes or no", default: false })),
    ...names.words.map((name) =>
      fact(name, { type: "enum", values: [...colours], unit: "colour", default: "red" }),
    ),
  ]) as Facts;
}

/** Declares the parameters of a letter with the given values. */
export function declaredParameters(
  names: Names,
  values: { plain: number; money: number; flag: boolean; word: string; scaled: boolean },
): Parameters {
  const parameter = (name: string, more: object) => [name, { sentence: "A parameter.", ...more }];
  return Object.fromEntries([
    ...names.plain.map((name) => parameter(name, { unit: "share", default: values.plain })),
    ...names.money.map((name) =>
      parameter(name, { unit: "pounds", default: values.money, scaled: values.scaled }),
    ),
    ...names.flags.map((name) =>
      parameter(name, { type: "boolean", unit: "yes or no", default: values.flag }),
    ),
    ...names.words.map((name) =>
      parameter(name, { type: "enum", values: [...colours], unit: "colour", default: values.word }),
    ),
  ]) as Parameters;
}
