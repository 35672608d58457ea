import { keepText, keptText } from "../kept-text.ts";
import type { Draft } from "./draft.ts";

const name = "offer";

/** Keeps a draft for this tab alone, so that loading the page again does not lose it. */
export function keepDraft({ names, typed }: Draft): void {
  keepText(name, JSON.stringify({ names, typed: [...typed] }));
}

/** The draft that this tab kept. */
export function keptDraft(): Draft | undefined {
  try {
    const { names, typed } = JSON.parse(keptText(name) ?? "") as { names: Draft["names"]; typed: unknown[] };
    const pairs = typed.filter((pair): pair is [string, string] => {
      return Array.isArray(pair) && pair.length === 2 && pair.every((part) => typeof part === "string");
    });
    const { id, provider, scenario } = names;
    if ([id, provider, scenario].some((text) => typeof text !== "string")) return undefined;
    return { names, typed: new Map(pairs) };
  } catch {
    return undefined;
  }
}
