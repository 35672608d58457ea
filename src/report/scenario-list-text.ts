import type { Scenario } from "../sim/scenario-schema.ts";
import { type Emphasis, noEmphasis } from "./emphasis.ts";
import { summaryOf } from "./scenario-page.ts";
import { shownName } from "./visible-width.ts";
import { fewLines, wrappedLines } from "./wrapped-lines.ts";

const mostLines = 3;

/** The shipped scenarios for a terminal: name, title, and the beginning of what each is. */
export function scenarioListText(
  scenarios: readonly Scenario[],
  width: number,
  emphasis: Emphasis = noEmphasis,
): string {
  const lines = scenarios.flatMap(({ id, title, policies, ...about }) => [
    `${emphasis.bold(id)}  ${shownName(title)}`,
    ...fewLines(shownName(summaryOf(about)), width - 2, mostLines).map((line) => emphasis.dim(`  ${line}`)),
    emphasis.dim(`  ${policies.length === 1 ? "1 policy" : `${policies.length} policies`}`),
    "",
  ]);
  lines.push(
    ...wrappedLines(
      "More: riskshare scenarios <id> shows one with every figure's source; riskshare compare <id> runs it.",
      width,
    ),
  );
  return `${lines.join("\n")}\n`;
}
