import type { Command } from "commander";
import { bases } from "../sim/basis.ts";
import { samplings } from "../sim/sampling.ts";
import { addRulesOption } from "./rules-option.ts";

/** Adds the options that every command that runs a scenario has: how the world, the terms and the luck are chosen. */
export function addRunOptions(
  command: Command,
  words: { basis: string; paths: string; json?: string },
): Command {
  return addRulesOption(command)
    .option("--basis <basis>", `${words.basis}: ${bases.join(", ")}`)
    .option("--paths <n>", `${words.paths} (default: the scenario's)`)
    .option(
      "--sampling <way>",
      `how futures are spread: ${samplings.join(", ")}; quasi spreads them evenly and needs fewer (default: random)`,
    )
    .option("--seed <text>", "the luck: the same seed gives the same futures (default: the scenario's)")
    .option(
      "--set <policy.parameter=value>",
      "set a parameter; * is every policy",
      // Without a default, which the help would show as [].
      (value: string, all: string[] | undefined) => [...(all ?? []), value],
    )
    .option("--variant <id>", "a named variant of the scenario: a stress, a sensitivity")
    .option("--json", words.json ?? "print one JSON object on stdout and nothing else");
}
