import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const folder = new URL("../../rules/", import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".json"),
);
const benchmark = "The standard workload";

it.each(files)(
  "%s comes from a document about real contracts, with the benchmark after it at most",
  (name) => {
    const { source } = JSON.parse(readFileSync(new URL(name.replaceAll("\\", "/"), folder), "utf8")) as {
      source: { document: string }[];
    };
    expect(source[0]!.document).not.toBe(benchmark);
    for (const { document } of source) expect(document).not.toMatch(/^\/|^[a-z]:/i);
  },
);
