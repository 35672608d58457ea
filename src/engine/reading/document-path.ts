import { shortText } from "../shown-text.ts";

/** The way from the root of a document to a value: names of keys and numbers of list items. */
export type DocumentPath = readonly (string | number)[];

const PLAIN_NAME = /^[\p{L}_$][\p{L}\p{N}_$-]*$/u;
const LONGEST_KEY = 60;

/**
 * Writes a path with dots and brackets; a key that is not a plain name is quoted.
 *
 * @example
 * pathText(["stages", 0, "name"]) // "stages[0].name"
 */
export function pathText(path: DocumentPath): string {
  let text = "";
  for (const step of path) {
    if (typeof step === "number") text += `[${step}]`;
    else if (PLAIN_NAME.test(step)) text += (text === "" ? "" : ".") + shortText(step, LONGEST_KEY);
    else text += `["${shortText(step, LONGEST_KEY)}"]`;
  }
  return text;
}
