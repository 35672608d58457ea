import type { Ruleset } from "../engine/ruleset.ts";

/** A source in one line: document, section, quotation, address. */
export function sourceWords(source: Ruleset["source"][number]): string {
  const { document, section, quote, url } = source;
  return [document, section, quote && `“${quote}”`, url].filter((part) => part !== undefined).join(", ");
}
