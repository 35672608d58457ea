import { changedFile } from "./manual-files.mjs";
import { code, indented, list, shown } from "./markdown.mjs";
import { saidByCheck } from "./said-by-check.mjs";

const line = (text) => code(text.trim().replaceAll(/\s*\n\s*/g, " ⏎ "));

/** What was done to a file, in words: something left out, put in, or put in another's place. */
function changeWords(from, to) {
  if (to === "") return `without ${line(from)}`;
  if (to.startsWith(from)) return `with ${line(to.slice(from.length))} after ${line(from)}`;
  if (to.endsWith(from)) return `with ${line(to.slice(0, -from.length))}`;
  return `with ${line(to)} in place of ${line(from)}`;
}

/** Changes of the manual's files as a list, each with what is said of it; `only` leaves out lines on something else. */
export async function badInputsList(inputs) {
  const items = [];
  for (const { what, file, from, to, only = () => true } of inputs) {
    const said = (await saidByCheck(file, changedFile(file, from, to))).filter(only);
    if (said.length === 0) throw new Error(`${file} with ${to}: nothing is said`);
    items.push(`${what}: ${code(file)} ${changeWords(from, to)}.\n\n${indented(shown(said.join("\n")))}\n`);
  }
  return list(items).trimEnd();
}
