// What the build puts into one file: each part is loaded when it is asked for.
import type { RunSpec } from "../sim/run-spec.ts";

/** Runs the command line. */
export async function main(argv: readonly string[]): Promise<void> {
  const command = await import("./main.ts");
  await command.main(argv);
}

/** Keeps what passes its check, so that it need not be checked at every start. */
export async function keep(): Promise<void> {
  const { keepShipped } = await import("./keep-shipped.ts");
  keepShipped();
}

/** What a run of a shipped scenario depends on. */
export async function shippedSpec(name: string): Promise<RunSpec> {
  const { readScenario } = await import("./scenario-input.ts");
  const { spec } = readScenario(name, {});
  if (spec === undefined) throw new Error(`no scenario ${name}`);
  return spec;
}
