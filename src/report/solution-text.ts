import { asSentence, nameWords } from "../engine/words/name-words.ts";
import { numberWords, valueWords } from "../engine/words/value-words.ts";
import { metrics } from "../sim/risk/metrics.ts";
import type { PolicySpec, Scenario } from "../sim/scenario-schema.ts";
import type { Solution } from "../sim/solve/solve.ts";
import { meets, type Target } from "../sim/solve/target.ts";
import type { Variable } from "../sim/solve/variable.ts";
import { type Emphasis, noEmphasis } from "./emphasis.ts";
import { figureWords } from "./figure-words.ts";
import { shownName } from "./visible-width.ts";
import { wrappedLines } from "./wrapped-lines.ts";

/** What was solved, for whom. */
export type SolutionAbout = {
  readonly scenario: Scenario;
  readonly policy: PolicySpec;
  readonly variable: Variable;
  readonly target: Target;
  readonly seed: string;
};

/** A solution as data. */
export function solutionJson(
  { scenario, policy, variable, target, seed }: SolutionAbout,
  solution: Solution,
): object {
  const { value, low, high, reached, side, isMonotone, atValue, now, paths, scan } = solution;
  return {
    schema: "riskshare.solution/1",
    parameter: variable.name,
    value,
    low,
    high,
    unit: variable.unit,
    reached,
    scenario: scenario.id,
    policy: policy.id,
    suchThat: { metric: target.metric, [target.at === "most" ? "atMost" : "atLeast"]: target.limit },
    side,
    monotone: isMonotone,
    measure: atValue,
    now: { value: variable.current, measure: now },
    range: { low: variable.low, high: variable.high },
    scan: scan.map(({ value: at, estimate }) => ({ value: at, measure: estimate.value })),
    paths,
    seed,
  };
}

/** A solution in a few sentences: the value with its interval, what the measure is there and now, and what to doubt. */
export function solutionText(
  { scenario, policy, variable, target }: SolutionAbout,
  solution: Solution,
  width: number,
  emphasis: Emphasis = noEmphasis,
): string {
  const metric = metrics.find(({ id }) => id === target.metric)!;
  const unit = metric.unit === "probability" ? "share" : metric.unit;
  const measured = (value: number | null) =>
    value === null ? "unknown" : valueWords({ unit }, rounded(value));
  const amount = (value: number) => valueWords({ name: variable.name, unit: variable.unit }, rounded(value));
  const what = variable.kind === "figure" ? figureWords(scenario, variable.name) : nameWords(variable.name);
  const limit = `${metric.title.toLowerCase()} at ${target.at} ${measured(target.limit)}`;
  const { value, low, high, side, now, atValue, isMonotone, paths } = solution;
  const sentences =
    value === null
      ? [
          `No ${what} from ${amount(variable.low)} to ${amount(variable.high)} brings the ${limit}.`,
          `It lies nearest at ${nearest(solution, target, amount, measured)}.`,
        ]
      : [
          `${asSentence(`${what} of ${amount(value)} ${side === "from" ? "or more" : "or less"} brings the ${limit}`)}`,
          solution.scan.every(({ estimate }) => meets(target, estimate.value))
            ? `It holds over the whole range, from ${amount(variable.low)} to ${amount(variable.high)}.`
            : low === high
              ? "Nothing in this scenario is left to luck, so the value is exact."
              : `The value is known to lie between ${amount(low!)} and ${amount(high!)} (95 % interval, from ${numberWords(paths)} futures).`,
          `There the measure is ${measured(atValue!.value)} (${measured(atValue!.low)} to ${measured(atValue!.high)}).`,
        ];
  const lines = [
    ...wrappedLines(shownName(scenario.title), width).map(emphasis.bold),
    ...wrappedLines(`Terms: ${shownName(policy.title)}.`, width).map(emphasis.dim),
    "",
    ...wrappedLines(sentences.join(" "), width),
    "",
    ...wrappedLines(
      `Now the ${what} is ${amount(variable.current)}, and the measure ${measured(now.value)} (${measured(now.low)} to ${measured(now.high)}).`,
      width,
    ),
    ...(isMonotone
      ? []
      : [
          "",
          ...wrappedLines(
            `The measure rises and falls over the range, so that other values may meet the limit too; this is the crossing nearest to what the ${what} is now.`,
            width,
          ),
        ]),
  ];
  return `${lines.join("\n")}\n`;
}

function nearest(
  { scan }: Solution,
  { limit }: Target,
  amount: (value: number) => string,
  measured: (value: number | null) => string,
): string {
  const best = scan.reduce((a, b) =>
    Math.abs((b.estimate.value ?? Number.POSITIVE_INFINITY) - limit) <
    Math.abs((a.estimate.value ?? Number.POSITIVE_INFINITY) - limit)
      ? b
      : a,
  );
  return `${amount(best.value)}, with ${measured(best.estimate.value)}`;
}

/** To a hundredth of a per cent or a penny: more digits are not known. */
function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
