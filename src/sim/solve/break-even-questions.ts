import type { CheckedScenario } from "../check-scenario.ts";
import { figureVariable } from "./figure-variable.ts";
import type { Target } from "./target.ts";
import { termVariable } from "./term-variable.ts";
import { priceScaleVariable, type Variable } from "./variable.ts";
import { outcomeRateVariable, referralShareVariable } from "./world-variables.ts";

/** What the provider asks of an offer. */
export type BreakEvenLimits = {
  /** The average margin that it needs, in pounds; 0 breaks even. */
  readonly leastMeanMargin: number;
  /** The greatest chance of a loss that it can bear. */
  readonly mostProbabilityOfLoss: number;
};

/** A question of the form: which value of this just meets that? */
export type BreakEvenQuestion = {
  /** `referrals`, `outcomeRates`, `prices`, `price:NAME`, `serviceFee`, `cancellationFee`, `guarantee` or `setUp`. */
  readonly id: string;
  readonly title: string;
  readonly variable: Variable;
  readonly target: Target;
};

/** Parameters that are the size of a term, by the kind of ruleset that has them. */
const sizes: readonly { id: string; kind: string; names: readonly string[]; title: string }[] = [
  {
    id: "serviceFee",
    kind: "service-fee",
    names: ["serviceFeeShare", "setUpFeeShare"],
    title: "The smallest service fee that makes a loss rare enough",
  },
  {
    id: "cancellationFee",
    kind: "cancellation",
    names: ["cancellationCap"],
    title: "The smallest cancellation fee that makes a loss rare enough",
  },
  {
    id: "guarantee",
    kind: "volume",
    names: ["guaranteeShare"],
    title: "The smallest guarantee that makes a loss rare enough",
  },
];

/** Money is looked for up to ten times what it is: an offer that needs more is another offer. */
function withinReason(variable: Variable): Variable {
  const { unit, current, high } = variable;
  return unit === "pounds" && current > 0 ? { ...variable, high: Math.min(high, 10 * current) } : variable;
}

const pricedKinds: readonly string[] = ["start-fee", "outcome-payment"];

/**
 * The break-even questions that a policy's terms allow: a term that it does not bind is not asked about, nor a price of
 * nothing, a set-up cost that it does not have, or outcomes that nothing is paid for.
 */
export function breakEvenQuestions(
  checked: CheckedScenario,
  place: number,
  limits: BreakEvenLimits,
): BreakEvenQuestion[] {
  const margin: Target = { metric: "meanMargin", at: "least", limit: limits.leastMeanMargin };
  const loss: Target = { metric: "probabilityOfLoss", at: "most", limit: limits.mostProbabilityOfLoss };
  const { rulesets, parameters } = checked.policies[place]!.contract;
  const kinds = new Set(rulesets.map(({ kind }) => String(kind)));
  const term = (name: string) => termVariable(checked, place, name);
  const asked = (id: string, title: string, variable: Variable | undefined, target: Target) =>
    variable === undefined ? [] : [{ id, title, variable: withinReason(variable), target }];
  const isPriced = (name: string): boolean =>
    rulesets.some((ruleset) => pricedKinds.includes(ruleset.kind) && Object.hasOwn(ruleset.parameters, name));
  const prices = [...parameters].filter(
    ([name, { parameter, value }]) => parameter.scaled === true && isPriced(name) && Number(value) > 0,
  );
  const setUp = figureVariable(checked, "costs.setUp");
  return [
    ...asked("referrals", "The referrals that you need", referralShareVariable(checked, place), margin),
    ...(kinds.has("outcome-payment")
      ? asked("outcomeRates", "The outcome rates that you need", outcomeRateVariable(checked), margin)
      : []),
    ...(prices.length > 1 ? asked("prices", "How high all prices must be", priceScaleVariable, margin) : []),
    ...prices.flatMap(([name, { parameter }]) =>
      asked(`price:${name}`, `${parameter.sentence.replace(/\.$/, "")}: what you need`, term(name), margin),
    ),
    ...sizes
      .filter(({ kind }) => kinds.has(kind))
      .flatMap(({ id, names, title }) => {
        const name = names.find((known) => term(known) !== undefined);
        return asked(id, title, name === undefined ? undefined : term(name), loss);
      }),
    ...(setUp !== undefined && setUp.current > 0
      ? asked("setUp", "The most that you can spend on set-up", setUp, margin)
      : []),
  ];
}

/**
 * Questions on the size of terms that one policy does not have, each under the first policy that has it. A fee for set-up
 * and a flat one are two terms, as the one may do what the other cannot.
 */
export function lackingTerms(
  checked: CheckedScenario,
  place: number,
  limits: BreakEvenLimits,
): { readonly place: number; readonly question: BreakEvenQuestion }[] {
  const of = (p: number) => breakEvenQuestions(checked, p, limits);
  const own = new Set(of(place).map(({ id }) => id));
  return sizes.flatMap(({ id, names }) =>
    own.has(id)
      ? []
      : names.flatMap((name) => {
          for (const p of checked.policies.keys()) {
            const question = of(p).find((each) => each.id === id && each.variable.name === name);
            if (question !== undefined) return [{ place: p, question }];
          }
          return [];
        }),
  );
}
