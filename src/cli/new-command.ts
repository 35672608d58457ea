import { existsSync, readFileSync } from "node:fs";
import { basename, extname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import type { Problem } from "../engine/problem.ts";
import { escapedText } from "../engine/shown-text.ts";
import { failWith } from "./failure.ts";
import { openOutFile, outFileProblem } from "./out-file.ts";

const examples = `
Examples:
  riskshare new scenario my-contract.yaml
  riskshare new ruleset my-term.json
`;

const kinds = {
  scenario: { ending: ".yaml", template: "scenario.yaml" },
  ruleset: { ending: ".json", template: "ruleset.json" },
} as const;

export function addNewCommand(program: Command): void {
  program
    .command("new")
    .description("write a commented scenario or ruleset to start from; it passes check as it is")
    .argument("<scenario|ruleset>", "what to write")
    .argument("[file]", "where (default: my-scenario.yaml or my-ruleset.json); its name becomes the id")
    .addHelpText("after", examples)
    .action(runNew);
}

async function runNew(what: string, file: string | undefined): Promise<void> {
  if (!isKind(what)) {
    const expected = "scenario or ruleset";
    return failWith([{ where: what, adjective: "unknown", noun: "kind of file", found: what, expected }]);
  }
  const { ending, template } = kinds[what];
  const path = file ?? `my-${what}${ending}`;
  const id = basename(path, extname(path));
  const problem = nameProblem(path, id, ending) ?? outFileProblem(path);
  if (problem !== undefined) return failWith([{ ...problem, where: path }]);
  const text = readFileSync(fileURLToPath(new URL(`templates/${template}`, import.meta.url)), "utf8");
  const out = openOutFile(path);
  try {
    await out.write(text.replaceAll("NAME", id));
    out.finish();
  } finally {
    out.abandon();
  }
  const next = what === "scenario" ? `; then: riskshare compare ${path}` : "";
  process.stdout.write(`${escapedText(`wrote ${path}; next: riskshare check ${path}${next}`)}\n`);
}

function isKind(what: string): what is keyof typeof kinds {
  return Object.hasOwn(kinds, what);
}

function nameProblem(path: string, id: string, ending: string): Problem | undefined {
  if (existsSync(path))
    return { where: path, adjective: "duplicate", noun: "file", expected: "a file that is not there yet" };
  if (extname(path) !== ending)
    return {
      where: path,
      adjective: "invalid",
      noun: "name",
      found: basename(path),
      expected: `a name that ends in ${ending}`,
    };
  if (/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) return undefined;
  const expected = "small letters, digits and single hyphens, such as my-contract";
  return { where: path, adjective: "invalid", noun: "name", found: id, expected };
}
