import type { Command } from "commander";
import { jsonText } from "../engine/shown-text.ts";
import { scenarioListText } from "../report/scenario-list-text.ts";
import { summaryOf } from "../report/scenario-page.ts";
import { scenarioText } from "../report/scenario-text.ts";
import type { CheckedScenario } from "../sim/check-scenario.ts";
import { openRun } from "../sim/run-spec.ts";
import { coloursOf } from "./colour.ts";
import { failWith } from "./failure.ts";
import { helpExamples } from "./help-examples.ts";
import { scenarioNames } from "./library.ts";
import { print } from "./print.ts";
import { withRulesBeside } from "./rules-beside.ts";
import { addRulesOption } from "./rules-option.ts";
import { readScenario } from "./scenario-input.ts";
import { screenWidth } from "./screen-width.ts";
import { programWords } from "./typed-words.ts";

const examples = ["scenarios", "scenarios dps-2017", "scenarios my-scenario.yaml --variant stress"];

export function addScenariosCommand(program: Command): void {
  const command = program
    .command("scenarios")
    .description("the shipped scenarios, or one of them with its policies, limits and every figure's source")
    .argument("[scenario]", "a scenario file, or the bare name of a shipped one");
  addRulesOption(command)
    .option("--variant <id>", "a named variant of the scenario: a stress, a sensitivity")
    .option("--json", "print JSON on stdout and nothing else")
    .addHelpText("after", helpExamples(examples))
    .action(runScenarios);
}

async function runScenarios(
  name: string | undefined,
  options: { json?: boolean; variant?: string; rules?: string[] },
): Promise<void> {
  const width = screenWidth();
  const emphasis = coloursOf(process.stdout);
  if (name === undefined) {
    const opened = scenarioNames().map((known) => openScenario(known, {}));
    const scenarios = opened.flatMap((found) => ("checked" in found ? [found.checked.scenario] : []));
    const list = scenarios.map(({ id, title, policies, ...about }) => {
      return { id, title, summary: summaryOf(about), policies: policies.map((policy) => policy.id) };
    });
    const json = jsonText({ schema: "riskshare.scenarios/1", scenarios: list });
    await print(
      options.json ? `${json}\n` : scenarioListText(scenarios, width, emphasis, programWords().join(" ")),
    );
    const problems = opened.flatMap((found) => ("problems" in found ? found.problems : []));
    return problems.length > 0 ? failWith(problems) : undefined;
  }
  const found = openScenario(name, options);
  if ("problems" in found) return failWith(found.problems);
  const { checked } = found;
  await print(options.json ? `${jsonText(checked.scenario)}\n` : scenarioText(checked, width, emphasis));
}

function openScenario(
  name: string,
  options: { variant?: string; rules?: string[] },
): { checked: CheckedScenario } | { problems: Parameters<typeof failWith>[0] } {
  const input = readScenario(name, options);
  const opened = input.spec === undefined ? undefined : openRun(input.spec);
  if (opened?.checked !== undefined && input.problems.length === 0) return { checked: opened.checked };
  return { problems: [...input.problems, ...withRulesBeside(opened?.problems ?? [], input.path ?? "")] };
}
