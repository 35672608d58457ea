import type { Contract } from "../../engine/contract.ts";
import { penceOf } from "../../engine/money.ts";
import type { CheckedPolicy, CheckedScenario } from "../check-scenario.ts";
import type { Figure } from "../figure.ts";
import { changeFigure, figureAt } from "../held-figure.ts";
import type { Scenario } from "../scenario-schema.ts";

/** What is solved for: a parameter of the terms, the scale of all unit prices, or a figure of the world. */
export type Variable = {
  readonly name: string;
  readonly kind: "term" | "priceScale" | "figure";
  readonly unit: string;
  readonly low: number;
  readonly high: number;
  /** What it is now. */
  readonly current: number;
};

/** The scale of unit prices, as a basis of comparison moves it. */
export const priceScaleVariable: Variable = {
  name: "priceScale",
  kind: "priceScale",
  unit: "times the unit prices",
  low: 0,
  high: 10,
  current: 1,
};

/** A numeric parameter of a policy's terms, with the range that its rulesets state. */
export function termVariable({ contract }: CheckedPolicy, name: string): Variable | undefined {
  const bound = contract.parameters.get(name);
  if (bound === undefined || bound.parameter.type !== "number") return undefined;
  const { min = 0, max = Math.max(1, 100 * Math.abs(Number(bound.value))), unit } = bound.parameter;
  return { name, kind: "term", unit, low: min, high: max, current: Number(bound.value) };
}

/** A figure of the world or of cost at a dotted path; its mean is what it is now, and any distribution is replaced. */
export function figureVariable({ scenario }: CheckedScenario, path: string): Variable | undefined {
  const figure = figureAt(scenario, path);
  if (figure === undefined) return undefined;
  const { least = 0, most, mean } = figure;
  return {
    name: path,
    kind: "figure",
    unit: most === 1 ? "share" : isOfMoney(path) ? "pounds" : "number",
    low: least,
    high: most !== undefined && most < 1e6 ? most : Math.max(1, 10 * Math.abs(mean)),
    current: mean,
  };
}

/** Figures of cost and of cash are in pounds, but for shares, counts of posts and months. */
function isOfMoney(path: string): boolean {
  return (
    /^(costs|provider|commissioner)\./.test(path) &&
    !/(Share|share|central|count|Month|Months|Rate|costOfCapital)$/.test(path)
  );
}

/**
 * A scenario in which one policy stands once for each value of a parameter of its terms, so that all of them are
 * settled on the same worlds in one run.
 */
export function withTermValues(
  checked: CheckedScenario,
  place: number,
  name: string,
  values: readonly number[],
): CheckedScenario {
  const policies = values.map((value, v): CheckedPolicy => {
    const { spec, contract } = checked.policies[place]!;
    const id = `${spec.id} ${v + 1}`;
    return { spec: { ...spec, id }, contract: withParameter(contract, id, name, value) };
  });
  return {
    ...checked,
    policies,
    contracts: checked.contracts.map((callOff) => ({
      ...callOff,
      checked: withTermValues(callOff.checked, place, name, values),
    })),
  };
}

function withParameter(contract: Contract, id: string, name: string, value: number): Contract {
  const bound = contract.parameters.get(name)!;
  const pounds =
    bound.parameter.unit === "pounds" ? (penceOf(value) ?? Math.round(value * 100)) / 100 : value;
  return { ...contract, id, parameters: new Map(contract.parameters).set(name, { ...bound, value: pounds }) };
}

/** A scenario with a figure held at one value; what was believed stays, as prices follow it. */
export function withFigure(checked: CheckedScenario, path: string, value: number): CheckedScenario {
  const held = (figure: Figure): Figure => ({
    ...figure,
    distribution: { kind: "fixed", value },
    mean: value,
  });
  const scenario = changeFigure(checked.scenario, path, held) as Scenario;
  return {
    ...checked,
    scenario,
    contracts: checked.contracts.map((callOff) => ({
      ...callOff,
      checked:
        figureAt(callOff.checked.scenario, path) === undefined
          ? callOff.checked
          : withFigure(callOff.checked, path, value),
    })),
    believes: checked.believes ?? checked,
  };
}
