import type { YAMLError } from "yaml";
import { type MisplacedItem, misplacedItem } from "./misplaced-item.ts";
import type { Flaw } from "./reading.ts";

type Parts = Pick<Flaw, "adjective" | "noun" | "found" | "expected" | "hint">;

const syntax = (found: string, expected: string): Parts => ({
  adjective: "invalid",
  noun: "syntax",
  found,
  expected,
});

// What the parser's codes mean to someone who writes a scenario; the other codes keep the parser's message.
const MEANINGS: ReadonlyMap<string, Parts> = new Map<string, Parts>([
  [
    "TAB_AS_INDENT",
    { adjective: "invalid", noun: "character", found: "tab", expected: "spaces for indentation" },
  ],
  [
    "BAD_DQ_ESCAPE",
    { adjective: "invalid", noun: "escape", expected: "an escape of YAML, or single quotes" },
  ],
  ["MULTILINE_IMPLICIT_KEY", syntax("a key over several lines", 'a key and ":" on one line')],
  ["KEY_OVER_1024_CHARS", syntax("a key of more than 1024 characters", "a shorter key")],
  [
    "BLOCK_AS_IMPLICIT_KEY",
    syntax("a mapping or list within a line", "it indented on the next line, or text in quotes"),
  ],
  ["BLOCK_IN_FLOW", syntax("an indented block within brackets", "brackets within brackets")],
]);

const inQuotes = 'text in quotes, as in ["> 5", "[1..5)", "-"]';

// What the parser says where a list in brackets holds text that means something to YAML itself.
const UNQUOTED: readonly (readonly [string, string])[] = [
  ["Plain value cannot start with", inQuotes],
  ["Unexpected scalar at node end", inQuotes],
  ["Missing , or : between flow sequence items", `a comma between them, or ${inQuotes}`],
  ["Flow sequence in block collection must be", `brackets that close, or ${inQuotes}`],
];

function firstLine(message: string): string {
  const line = message.split("\n", 1)[0] ?? "";
  return line.charAt(0).toLowerCase() + line.slice(1);
}

/** What stands on the line of an offset: its key where it has one, else its text. */
function lineAt(text: string, offset: number): string {
  // The parser places what is set in too little at the beginning of its line.
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  const line = text.slice(start, end === -1 ? undefined : end).trim();
  const key = /^(?:- +)?([^\s:#]+)\s*:(?:\s|$)/.exec(line)?.[1];
  return key ?? line.replace(/^- +/, "");
}

function misplacedFlaw({ offset, side }: MisplacedItem): Flaw {
  const found = `a list item indented ${side} than the item before it`;
  const parts = {
    adjective: "invalid",
    noun: "indentation",
    expected: "every - of a list at one column",
  } as const;
  return { offset, path: [], ...parts, found };
}

function partsOf({ code, message, pos }: YAMLError, text: string): Parts {
  if (/^Sequence item without - indicator/.test(message)) {
    const found = `"${lineAt(text, pos[0])}" within a list`;
    const hint = "every item of the list above begins with - at one column, its other keys under the first";
    return { adjective: "invalid", noun: "indentation", found, expected: '"- " before it', hint };
  }
  if (/^All mapping items must start at the same column/.test(message)) {
    const found = `"${lineAt(text, pos[0])}"`;
    return { adjective: "invalid", noun: "indentation", found, expected: "the column of the keys above it" };
  }
  const sign = /^Plain value cannot start with .*([>|@`])$/.exec(message)?.[1];
  if (sign !== undefined || /^Not a YAML token|^Block scalar header/.test(message)) {
    const hint = 'put it in quotes, as in "> 8"';
    const found = sign === undefined ? lineAt(text, pos[0]) : `a value that begins with ${sign}`;
    return { adjective: "invalid", noun: "syntax", found, expected: "text in quotes", hint };
  }
  const known = MEANINGS.get(code);
  if (known !== undefined) return known;
  const quoted = UNQUOTED.find(([start]) => message.startsWith(start));
  if (quoted !== undefined) return syntax(firstLine(message), quoted[1]);
  if (message.startsWith("Missing closing")) return { adjective: "missing", noun: "closing quote" };
  return {
    adjective: "invalid",
    noun: code === "BAD_INDENT" ? "indentation" : "syntax",
    found: firstLine(message),
  };
}

/**
 * Turns an error of the YAML parser into a flaw.
 *
 * @example
 * yamlSyntaxFlaw(document.errors[0], text).noun // "syntax"
 */
export function yamlSyntaxFlaw(error: YAMLError, text: string): Flaw {
  const item = misplacedItem(error, text);
  if (item !== undefined) return misplacedFlaw(item);
  return { offset: error.pos[0], path: [], ...partsOf(error, text) };
}
