import { Command } from "commander";
import { isInputFault } from "../engine/input-fault.ts";
import { escapedText } from "../engine/shown-text.ts";
import { addCheckCommand } from "./check-command.ts";
import { addCompareCommand } from "./compare-command.ts";
import { addDrawsCommand } from "./draws-command.ts";
import { addExplainCommand } from "./explain-command.ts";
import { failWith } from "./failure.ts";
import { addNewCommand } from "./new-command.ts";
import { watchOutput } from "./output.ts";
import { print } from "./print.ts";
import { addRulesCommand } from "./rules-command.ts";
import { addScenariosCommand } from "./scenarios-command.ts";
import { screenWidth } from "./screen-width.ts";
import { programWords } from "./typed-words.ts";
import { version } from "./version.ts";

/** Runs the command line; bad input gives problems and exit code 1, wrong usage exit code 2. */
export async function main(argv: readonly string[]): Promise<void> {
  const program = new Command(programWords().join(" "))
    .description(
      "Who bears the risk when the referrals don't come? Compares ways of sharing the risk of an employment-support contract.",
    )
    .version(version)
    .showHelpAfterError("(add --help for the options and examples)")
    .configureHelp({ minWidthToWrap: 20 })
    .exitOverride()
    // What was typed is quoted in the problem, and may come from somewhere else than a keyboard.
    .configureOutput({
      writeOut: (text) => void print(text),
      getOutHelpWidth: () => screenWidth(process.stdout),
      getErrHelpWidth: () => screenWidth(process.stderr),
      outputError: (text, write) => write(text.split("\n").map(escapedText).join("\n")),
    });
  addCompareCommand(program);
  addCheckCommand(program);
  addExplainCommand(program);
  addDrawsCommand(program);
  addRulesCommand(program);
  addNewCommand(program);
  addScenariosCommand(program);
  for (const command of program.commands) command.copyInheritedSettings(program);
  watchOutput();
  try {
    await program.parseAsync(argv as string[], { from: "user" });
  } catch (error) {
    if (isInputFault(error)) return failWith([error.problem]);
    const code = (error as { code?: unknown }).code;
    if (typeof code === "string" && code.startsWith("commander.")) {
      const asked =
        code === "commander.helpDisplayed" || code === "commander.help" || code === "commander.version";
      process.exitCode = asked ? 0 : 2;
      return;
    }
    throw error;
  }
}
