import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { rulesetFilesBelow, rulesFolder } from "../../src/cli/library.ts";

const files = rulesetFilesBelow(rulesFolder).map((path) => [relative(rulesFolder, path), path] as const);
const benchmark = "The standard workload";

it.each(files)(
  "%s comes from a document about real contracts, with the benchmark after it at most",
  (_, path) => {
    // JSON is YAML.
    const { source } = parse(readFileSync(path, "utf8")) as { source: { document: string }[] };
    expect(source[0]!.document).not.toBe(benchmark);
    for (const { document } of source) expect(document).not.toMatch(/^\/|^[a-z]:/i);
  },
);
