import type { CheckedScenario } from "../sim/check-scenario.ts";
import { scenarioFigures } from "../sim/scenario-figures.ts";
import { distributionWords } from "./distribution-words.ts";
import { type Emphasis, noEmphasis } from "./emphasis.ts";
import { shownName } from "./visible-width.ts";
import { listLines, wrappedLines } from "./wrapped-lines.ts";

const markWords = { source: "", derived: "derived: ", judgement: "a judgement: ", unsourced: "" } as const;

/** One scenario for a terminal: what it is, what it leaves out, its policies, variants, and every figure with its source. */
export function scenarioText(
  { scenario, timeline, policies }: CheckedScenario,
  width: number,
  emphasis: Emphasis = noEmphasis,
): string {
  const section = (title: string, items: readonly string[]) =>
    items.length === 0
      ? []
      : ["", emphasis.bold(title), ...items.flatMap((item) => listLines("  · ", shownName(item), width))];
  const figures = scenarioFigures(scenario);
  const judged = figures.filter((figure) => figure.mark === "judgement").length;
  const several = scenario.contracts === undefined ? "" : " · several contracts of one provider";
  const lines = [
    emphasis.bold(shownName(scenario.title)),
    emphasis.dim(
      `${scenario.id} · ${timeline.lastMonth} months from ${scenario.contractStart} · ${scenario.paths.toLocaleString("en-GB")} simulated futures${several}`,
    ),
    ...(scenario.summary === "" ? [] : ["", ...wrappedLines(shownName(scenario.summary), width)]),
    ...section("What it leaves out", scenario.limits),
    ...section(
      "Policies",
      policies.map(({ spec }) => {
        const levers = spec.levers.length === 0 ? "" : `; levers: ${spec.levers.join(", ")}`;
        const sentence = spec.sentence === undefined ? "" : ` ${spec.sentence}`;
        return `${spec.id}: ${spec.title}.${sentence} (${spec.rulesets.join(", ") || "no terms"}${levers})`;
      }),
    ),
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
      figures.map(({ path, value, mark, note }) => {
        const from = note === "" ? "" : ` — ${markWords[mark]}${note}`;
        return `${path}: ${distributionWords(value)}${from}`;
      }),
    ),
    "",
    ...wrappedLines(`More: riskshare compare ${scenario.id} runs it.`, width),
  ];
  return `${lines.join("\n")}\n`;
}
