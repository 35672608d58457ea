import type { Command } from "commander";
import { jsonText } from "../engine/shown-text.ts";
import { scenarioListText } from "../report/scenario-list-text.ts";
import { summaryOf } from "../report/scenario-page.ts";
import { scenarioText } from "../report/scenario-text.ts";
import type { CheckedScenario } from "../sim/check-scenario.ts";
import { openRun } from "../sim/run-spec.ts";
import { coloursOf } from "./colour.ts";
import { failWith } from "./failure.ts";
import { scenarioNames } from "./library.ts";
import { readScenario } from "./scenario-input.ts";

const examples = `
Examples:
  riskshare scenarios
  riskshare scenarios dps-2017
  riskshare scenarios my-scenario.yaml --variant stress
`;

export function addScenariosCommand(program: Command): void {
  program
    .command("scenarios")
    .description("the shipped scenarios, or one of them with its policies, limits and every figure's source")
    .argument("[scenario]", "a scenario file, or the bare name of a shipped one")
    .option("--variant <id>", "a named variant of the scenario: a stress, a sensitivity")
    .option("--json", "print JSON on stdout and nothing else")
    .addHelpText("after", examples)
    .action(runScenarios);
}

function runScenarios(name: string | undefined, options: { json?: boolean; variant?: string }): void {
  const width = process.stdout.columns ?? 100;
  const emphasis = coloursOf(process.stdout);
  if (name === undefined) {
    const opened = scenarioNames().map((known) => openScenario(known, {}));
    const scenarios = opened.flatMap((found) => ("checked" in found ? [found.checked.scenario] : []));
    const list = scenarios.map(({ id, title, policies, ...about }) => {
      return { id, title, summary: summaryOf(about), policies: policies.map((policy) => policy.id) };
    });
    const json = jsonText({ schema: "riskshare.scenarios/1", scenarios: list });
    process.stdout.write(options.json ? `${json}\n` : scenarioListText(scenarios, width, emphasis));
    const problems = opened.flatMap((found) => ("problems" in found ? found.problems : []));
    return problems.length > 0 ? failWith(problems) : undefined;
  }
  const found = openScenario(name, options);
  if ("problems" in found) return failWith(found.problems);
  const { checked } = found;
  process.stdout.write(
    options.json ? `${jsonText(checked.scenario)}\n` : scenarioText(checked, width, emphasis),
  );
}

function openScenario(
  name: string,
  options: { variant?: string },
): { checked: CheckedScenario } | { problems: Parameters<typeof failWith>[0] } {
  const input = readScenario(name, options);
  const opened = input.spec === undefined ? undefined : openRun(input.spec);
  if (opened?.checked !== undefined && input.problems.length === 0) return { checked: opened.checked };
  return { problems: [...input.problems, ...(opened?.problems ?? [])] };
}
