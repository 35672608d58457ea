import { Composer, type Document, type YAMLError } from "yaml";
import { misplacedItem } from "./misplaced-item.ts";
import { type Flaw, flawCollector, type Reading, type Report } from "./reading.ts";
import { yamlSyntaxFlaw } from "./yaml-syntax-flaw.ts";
import { yamlTokens } from "./yaml-tokens.ts";
import { yamlValue } from "./yaml-value.ts";

// The lexer marks its tokens with some of these, so they must not come from the text; YAML allows none of them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

// Repeated keys are left to the object builder, whose look-up does not slow down as an object grows.
const OPTIONS = { version: "1.2", schema: "core", merge: false, uniqueKeys: false } as const;

function composed(text: string, report: Report): Document.Parsed | undefined {
  const documents = new Composer(OPTIONS).compose(yamlTokens(text, report), true, text.length);
  const first = documents.next();
  const second = documents.next();
  if (second.done !== true) {
    const offset = second.value.range[0];
    report({
      offset,
      path: [],
      adjective: "unsupported",
      noun: "document",
      found: "a second one",
      expected: "one",
    });
  }
  return first.done === true ? undefined : first.value;
}

// A refused tag may also fail to resolve, which is no second problem; and after a token that cannot stand where
// it does, the rest of the line gives more of the same.
function tellingErrors(errors: readonly YAMLError[], text: string): readonly YAMLError[] {
  const own = errors.filter(({ code }) => code !== "TAG_RESOLVE_FAILED");
  const lost = own.findIndex((error) => {
    const { code, message } = error;
    return (
      code === "UNEXPECTED_TOKEN" ||
      (code === "BAD_INDENT" && message.startsWith("All mapping items")) ||
      message.startsWith("Sequence item without") ||
      misplacedItem(error, text) !== undefined
    );
  });
  return lost === -1 ? own : own.slice(0, lost + 1);
}

// After these there is still a value that a schema can look at.
function leavesValue({ adjective, noun }: Flaw): boolean {
  return (adjective === "duplicate" && noun === "key") || (adjective === "invalid" && noun === "name");
}

/**
 * Reads one YAML document with the place of every value.
 *
 * YAML 1.2 with the core schema: dates stay text, as do yes and no. Aliases, anchors, tags and directives are
 * reported and not followed.
 *
 * @example
 * readYaml("a: [1, 2]").value // { a: [1, 2] }
 */
export function readYaml(text: string): Reading {
  const { flaws, report } = flawCollector();
  const unreadable = (): Reading => ({ value: undefined, place: { start: 0 }, flaws });
  const control = CONTROL.exec(text);
  if (control !== null) {
    const flaw = { offset: control.index, path: [], adjective: "invalid", noun: "character" } as const;
    report({ ...flaw, found: control[0], expected: "text" });
    return unreadable();
  }
  const document = composed(text, report);
  for (const error of tellingErrors(document?.errors ?? [], text)) report(yamlSyntaxFlaw(error, text));
  if (document === undefined || flaws.length > 0) return unreadable();
  const { contents } = document;
  if (
    contents === null ||
    (contents.range[0] === contents.range[1] && contents.range[1] >= text.trimEnd().length)
  ) {
    report({ offset: 0, path: [], adjective: "missing", noun: "content", expected: "YAML" });
    return unreadable();
  }
  const { value, place } = yamlValue(contents, { path: [], offset: 0, report });
  return { value: flaws.every(leavesValue) ? value : undefined, place, flaws };
}
