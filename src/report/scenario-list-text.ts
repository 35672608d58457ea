import type { Scenario } from "../sim/scenario-schema.ts";
import { type Emphasis, noEmphasis } from "./emphasis.ts";
import { summaryOf } from "./scenario-page.ts";
import { shownName } from "./visible-width.ts";
import { fewLines, listLines, wrappedLines } from "./wrapped-lines.ts";

const mostLines = 3;

/** The shipped scenarios for a terminal: name, title, and the beginning of what each is. */
export function scenarioListText(
  scenarios: readonly Scenario[],
  width: number,
  emphasis: Emphasis = noEmphasis,
  /** The words that start riskshare. */
  program = "riskshare",
): string {
  const lines = scenarios.flatMap(({ id, title, policies, ...about }) => [
    ...listLines(`${id}  `, shownName(title), width).map((line, l) =>
      l === 0 ? emphasis.bold(id) + line.slice(id.length) : line,
    ),
    ...fewLines(shownName(summaryOf(about)), width - 2, mostLines).map((line) => emphasis.dim(`  ${line}`)),
    emphasis.dim(`  ${policies.length === 1 ? "1 policy" : `${policies.length} policies`}`),
    "",
  ]);
  lines.push(
    ...wrappedLines(
      `More: ${program} scenarios <id> shows one with every figure's source; ${program} compare <id> runs it.`,
      width,
    ),
  );
  return `${lines.join("\n")}\n`;
}
