import { textOf } from "./filled.mjs";

const block = (page, mark) =>
  new RegExp(`^\`\`\`${mark}\\n([\\s\\S]*?)^\`\`\`$`, "m").exec(textOf(`docs/${page}`))[1];

/** The two complete files of the manual: a scenario with rules of its own, and a ruleset. */
export const manualFiles = {
  "small-contract.yaml": block("writing-scenarios.md", "yaml scenario worked"),
  "start-price.json": block("writing-rules.md", "json ruleset"),
};

/** A file of the manual with some text of it changed; throws where the text is not there. */
export function changedFile(name, from, to) {
  const text = manualFiles[name];
  if (!text.includes(from)) throw new Error(`${name}: nothing to change: ${from}`);
  return text.replace(from, () => to);
}
