import { shortText } from "../shown-text.ts";
import { valueAt } from "./value-at.ts";

/** The way from the root of a document to a value: names of keys and numbers of list items. */
export type DocumentPath = readonly (string | number)[];

const PLAIN_NAME = /^[\p{L}_$][\p{L}\p{N}_$-]*$/u;
const LONGEST_KEY = 60;

/**
 * Writes a path with dots and brackets; a key that is not a plain name is quoted.
 *
 * Where the document's value is given, an item of a list is named by its id too: people count policies from 1, and
 * know them by name.
 *
 * @example
 * pathText(["stages", 0, "name"]) // "stages[0].name"
 * pathText(["policies", 0, "title"], { policies: [{ id: "today" }] }) // "policies[0] (today).title"
 */
export function pathText(path: DocumentPath, value?: unknown): string {
  let text = "";
  for (const [s, step] of path.entries()) {
    if (typeof step === "number") text += `[${step}]${idText(valueAt(value, path.slice(0, s + 1)))}`;
    else if (PLAIN_NAME.test(step)) text += (text === "" ? "" : ".") + shortText(step, LONGEST_KEY);
    else text += `["${shortText(step, LONGEST_KEY)}"]`;
  }
  return text;
}

function idText(item: unknown): string {
  const id = valueAt(item, ["id"]);
  return typeof id === "string" && PLAIN_NAME.test(id) ? ` (${shortText(id, LONGEST_KEY)})` : "";
}
