import type { CheckedPolicy, CheckedScenario } from "../sim/check-scenario.ts";
import { parametersInForce } from "../sim/kept-defaults.ts";
import { scenarioFigures } from "../sim/scenario-figures.ts";
import { contractLine } from "./contract-line.ts";
import { type Emphasis, noEmphasis } from "./emphasis.ts";
import { figureValueWords } from "./figure-value-words.ts";
import { pageLines } from "./scenario-page.ts";
import { shownName } from "./visible-width.ts";
import { listLines, wrappedLines } from "./wrapped-lines.ts";

const markWords = {
  source: "",
  derived: "derived: ",
  judgement: "a judgement: ",
  unsourced: "no source given",
} as const;

/** One scenario for a terminal: what it is, what it leaves out, its policies, variants, and every figure with its source. */
export function scenarioText(
  checked: CheckedScenario,
  width: number,
  emphasis: Emphasis = noEmphasis,
): string {
  const { scenario, timeline, policies } = checked;
  const section = (title: string, items: readonly string[]) =>
    items.length === 0
      ? []
      : ["", emphasis.bold(title), ...items.flatMap((item) => listLines("  · ", shownName(item), width))];
  const figures = scenarioFigures(scenario);
  const judged = figures.filter((figure) => figure.mark === "judgement").length;
  const page = pageLines(scenario).flatMap(({ heading, text }) => {
    const [first = "", ...rest] = wrappedLines(shownName(`${heading}: ${text}`), width);
    // The heading stands whole on its line unless the terminal is very narrow.
    return [first.replace(`${heading}:`, emphasis.bold(`${heading}:`)), ...rest];
  });
  const several = scenario.contracts === undefined ? "" : " · several contracts of one provider";
  const lines = [
    emphasis.bold(shownName(scenario.title)),
    emphasis.dim(
      `${scenario.id} · ${timeline.lastMonth} months from ${scenario.contractStart} · ${scenario.paths.toLocaleString("en-GB")} simulated futures${several}`,
    ),
    ...wrappedLines(shownName(contractLine(checked)), width).map(emphasis.dim),
    ...(scenario.summary === "" ? [] : ["", ...wrappedLines(shownName(scenario.summary), width)]),
    ...(page.length === 0 ? [] : ["", ...page]),
    ...section(page.length === 0 ? "What it leaves out" : "Limits, one by one", scenario.limits),
    "",
    emphasis.bold("Policies"),
    ...policies.flatMap((policy) => policyLines(checked, policy, width)),
    ...section(
      "Levers",
      scenario.levers.map((lever) => `${lever.id}: ${lever.title}, on ${lever.quantity}`),
    ),
    ...section(
      "Variants",
      scenario.variants.map((variant) => `${variant.id}: ${variant.title}`),
    ),
    ...section(
      `Figures (${figures.length}, of which ${judged} are judgements)`,
      figures.map(
        (figure) => `${figure.path}: ${figureValueWords(figure)} — ${markWords[figure.mark]}${figure.note}`,
      ),
    ),
    "",
    ...wrappedLines(`More: riskshare compare ${scenario.id} runs it.`, width),
  ];
  return `${lines.join("\n")}\n`;
}

/** A policy with its terms and what their parameters are: those that were set, and those at the defaults of the terms. */
function policyLines(checked: CheckedScenario, policy: CheckedPolicy, width: number): string[] {
  const { spec } = policy;
  const levers = spec.levers.length === 0 ? "" : `; levers: ${spec.levers.join(", ")}`;
  const sentence = spec.sentence === undefined ? "" : ` ${spec.sentence}`;
  const terms = `${spec.id}: ${spec.title}.${sentence} (${spec.rulesets.join(", ") || "no terms"}${levers})`;
  const parameters = parametersInForce(checked, policy);
  const listed = (title: string, isDefault: boolean) => {
    const own = parameters.filter((parameter) => parameter.isDefault === isDefault);
    if (own.length === 0) return [];
    const list = own.map(({ name, words }) => `${name} ${words}`).join(", ");
    return listLines("    ", shownName(`${title}: ${list}`), width);
  };
  return [
    ...listLines("  · ", shownName(terms), width),
    ...listed("set here", false),
    ...listed("at the library's defaults", true),
  ];
}
