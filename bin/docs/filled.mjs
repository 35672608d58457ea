import { readFileSync } from "node:fs";
import { wordsFor } from "./words-for.mjs";

/** Where a page lies, by its path from the root of the project. */
export const fileOf = (name) => new URL(`../../${name}`, import.meta.url);
/** The text of a page as it stands. */
export const textOf = (name) => readFileSync(fileOf(name), "utf8");

/** The text of a page with every marked region filled; throws where regions and their makers do not agree. */
export async function filled(name, makers) {
  let text = textOf(name);
  const marked = [...text.matchAll(/^<!-- begin ([a-z-]+) -->$/gm)].map(([, region]) => region);
  wordsFor(
    `regions of ${name}`,
    Object.keys(makers),
    Object.fromEntries(marked.map((region) => [region, true])),
  );
  for (const [region, make] of Object.entries(makers)) {
    const between = new RegExp(`(<!-- begin ${region} -->\n)[\\s\\S]*?(<!-- end ${region} -->)`);
    if (!between.test(text)) throw new Error(`${name}: no end of region ${region}`);
    const made = await make();
    text = text.replace(between, (_, begin, end) => `${begin}\n${made}\n\n${end}`);
  }
  return text;
}
