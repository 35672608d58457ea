import type { YAMLError } from "yaml";
import type { Flaw } from "./reading.ts";

type Parts = Pick<Flaw, "adjective" | "noun" | "found" | "expected">;

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

function partsOf({ code, message }: YAMLError): Parts {
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
 * yamlSyntaxFlaw(document.errors[0]).noun // "syntax"
 */
export function yamlSyntaxFlaw(error: YAMLError): Flaw {
  return { offset: error.pos[0], path: [], ...partsOf(error) };
}
