import { readLibrary } from "../../src/cli/library.ts";
import { kinds } from "../../src/engine/kind.ts";
import { problemText } from "../../src/engine/problem.ts";
import { kindWords } from "../../src/report/library-text.ts";
import { code, escaped, list } from "./markdown.mjs";
import { termSection } from "./term-section.mjs";

/** The terms by kind, each a link to its section. */
export function termsContents() {
  return termsByKind()
    .map(({ kind, terms }) => {
      const links = terms.map(({ id, title }) => `[${escaped(title)}](#${id}) (${code(id)})`);
      return `**${kindWords[kind]}** (${code(kind)})\n\n${list(links)}`;
    })
    .join("\n\n");
}

/** Every term of the library, kind by kind. */
export function termsSections() {
  return termsByKind()
    .map(({ kind, terms }) => [`## ${kindWords[kind]}`, ...terms.map(termSection)].join("\n\n"))
    .join("\n\n");
}

function termsByKind() {
  const { rulesets, problems } = readLibrary();
  if (problems.length > 0) throw new Error(problems.map(problemText).join("\n"));
  return kinds
    .map((kind) => ({ kind, terms: rulesets.filter((ruleset) => ruleset.kind === kind) }))
    .filter(({ terms }) => terms.length > 0);
}
