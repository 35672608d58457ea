import { CST, Lexer, Parser } from "yaml";
import { DEEPEST_NESTING, TOO_DEEP } from "./document-limits.ts";
import type { Report } from "./reading.ts";

// Aliases can make a small text very large, tags and directives change what the rest means.
const REFUSED: ReadonlyMap<string, string> = new Map([
  ["alias", "alias"],
  ["anchor", "anchor"],
  ["tag", "tag"],
  ["directive-line", "directive"],
]);

// The document and the scalar being read stand on the parser's stack as well.
const TALLEST_STACK = DEEPEST_NESTING + 2;

// A text of two megabytes that is written to be read has fewer; one made of brackets takes half a minute.
const MOST_LEXEMES = 400_000;
const TOO_MANY = {
  adjective: "invalid",
  noun: "size",
  found: `more than ${MOST_LEXEMES} signs and words`,
  expected: "fewer",
} as const;

/**
 * Splits YAML into the tokens of its syntax tree, reporting what is not supported.
 *
 * Ends early where the text is too long or nests too deep: what comes after is composed by recursion, which a hostile text
 * could make overflow.
 *
 * @example
 * const documents = new Composer().compose(yamlTokens("a: 1", report));
 */
export function* yamlTokens(text: string, report: Report): Generator<CST.Token, void> {
  const parser = new Parser();
  let count = 0;
  // A mark announces that the next lexeme is plain text, whatever it looks like.
  let isText = false;
  for (const lexeme of new Lexer().lex(text)) {
    const type = CST.tokenType(lexeme) ?? "";
    const noun = isText ? undefined : REFUSED.get(type);
    isText = !isText && type === "scalar";
    if (noun !== undefined) {
      report({ offset: parser.offset, path: [], adjective: "unsupported", noun, found: lexeme });
    }
    yield* parser.next(lexeme);
    count += 1;
    if (count > MOST_LEXEMES) {
      report({ ...TOO_MANY, offset: parser.offset, path: [] });
      return;
    }
    if (parser.stack.length > TALLEST_STACK) {
      report({ ...TOO_DEEP, offset: parser.offset, path: [] });
      return;
    }
  }
  yield* parser.end();
}
