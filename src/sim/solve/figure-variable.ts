import type { CheckedScenario } from "../check-scenario.ts";
import type { Figure } from "../figure.ts";
import { changeFigure, figureAt } from "../held-figure.ts";
import type { Scenario } from "../scenario-schema.ts";
import { stepOf, type Variable } from "./variable.ts";

/**
 * A figure of the world or of cost at a dotted path, of every contract where there are several; its mean is what it is
 * now. Undefined where no figure stands there that could be another.
 */
export function figureVariable(checked: CheckedScenario, path: string): Variable | undefined {
  const figure = figureAt(checked.scenario, path);
  if (figure === undefined) return undefined;
  const { least = 0, most, mean } = figure;
  const isChance = isCoin(checked.scenario, path);
  const unit = isChance || most === 1 ? "share" : isOfMoney(path) ? "pounds" : "number";
  const isMonths = /Months?$/.test(path.replace(/\.value$/, ""));
  return {
    name: path,
    kind: "figure",
    unit: isMonths ? "months" : unit,
    low: isChance ? 0 : Math.min(least, mean < 0 ? 10 * mean : 0),
    high: isChance ? 1 : most !== undefined && most < 1e6 ? most : Math.max(1, 10 * Math.abs(mean)),
    current: mean,
    isDrawn: figure.distribution.kind !== "fixed" && !isChance,
    ...stepOf(isMonths ? "months" : unit, checked.scenario.counts),
  };
}

/** Figures of cost and of cash are in pounds, but for shares, counts of posts and months. */
function isOfMoney(path: string): boolean {
  return (
    (/^(costs|provider|commissioner)\./.test(path) &&
      !/(Share|share|central|count|Month|Months|Rate|costOfCapital)$/.test(path)) ||
    /^levers\..*\.cost$/.test(path) ||
    path === "contract.calledOffValue"
  );
}

/** Is the figure a yes or no, whose chance is what can be moved? */
function isCoin({ drawn }: Scenario, path: string): boolean {
  const name = /^drawn\.([^.]+)(\.value)?$/.exec(path)?.[1];
  return name !== undefined && Object.hasOwn(drawn, name) && drawn[name]!.type === "boolean";
}

/**
 * A scenario with a figure held at one value in every future, a yes or no at one chance; what was believed stays, as
 * prices follow it.
 */
export function withFigure(checked: CheckedScenario, path: string, value: number): CheckedScenario {
  const held = (figure: Figure): Figure => ({
    ...figure,
    distribution: isCoin(checked.scenario, path) ? { kind: "bernoulli", p: value } : { kind: "fixed", value },
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
