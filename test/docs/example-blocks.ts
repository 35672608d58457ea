import { readdirSync, readFileSync } from "node:fs";

const folder = new URL("../../docs/", import.meta.url);

/** One fenced block of JSON or YAML in the documents, with what its first line says that it is. */
export type ExampleBlock = { where: string; format: "json" | "yaml"; tags: string[]; text: string };

/** A document by its file name. */
export const readDocument = (name: string) => readFileSync(new URL(name, folder), "utf8");

/** Every block of JSON or YAML in docs/, such as ```json ruleset. */
export function exampleBlocks(): ExampleBlock[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .flatMap((name) => {
      const document = readDocument(name);
      return [...document.matchAll(/^```(json|yaml)\b(.*)\n([\s\S]*?)^```$/gm)].map((found): ExampleBlock => {
        const [, format, tags, text] = found as unknown as [string, "json" | "yaml", string, string];
        const line = document.slice(0, found.index).split("\n").length;
        return { where: `${name}:${line}`, format, tags: tags.trim().split(/\s+/), text };
      });
    });
}
