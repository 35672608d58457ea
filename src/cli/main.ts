import { Command } from "commander";
import { isInputFault } from "../engine/input-fault.ts";
import { escapedText } from "../engine/shown-text.ts";
import { failWith } from "./failure.ts";
import { watchOutput } from "./output.ts";
import { print } from "./print.ts";
import { screenWidth } from "./screen-width.ts";
import { programWords } from "./typed-words.ts";
import { version } from "./version.ts";

/** The commands in the order of the help; each is loaded where it is needed. */
const commands: Readonly<Record<string, () => Promise<(program: Command) => void>>> = {
  compare: async () => (await import("./compare-command.ts")).addCompareCommand,
  check: async () => (await import("./check-command.ts")).addCheckCommand,
  explain: async () => (await import("./explain-command.ts")).addExplainCommand,
  solve: async () => (await import("./solve-command.ts")).addSolveCommand,
  offer: async () => (await import("./offer-command.ts")).addOfferCommand,
  draws: async () => (await import("./draws-command.ts")).addDrawsCommand,
  award: async () => (await import("./award-command.ts")).addAwardCommand,
  import: async () => (await import("./import-command.ts")).addImportCommand,
  rules: async () => (await import("./rules-command.ts")).addRulesCommand,
  new: async () => (await import("./new-command.ts")).addNewCommand,
  scenarios: async () => (await import("./scenarios-command.ts")).addScenariosCommand,
};

/** Loads the command that was typed; all of them where none was, as help and hints name them all. */
async function commandsFor(typed: string | undefined): Promise<((program: Command) => void)[]> {
  const loads =
    typed !== undefined && Object.hasOwn(commands, typed) ? [commands[typed]!] : Object.values(commands);
  return Promise.all(loads.map((load) => load()));
}

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
  for (const add of await commandsFor(argv[0])) add(program);
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
