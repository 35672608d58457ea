import { readLibrary } from "../../src/cli/library.ts";
import { awardKinds } from "../../src/engine/kind.ts";
import { code, escaped, table } from "./markdown.mjs";

/** The library's rulesets of an award, kind by kind, with what each does and its known weakness. */
export function awardRulesTable() {
  const { rulesets } = readLibrary();
  const rows = awardKinds.flatMap((kind) =>
    rulesets
      .filter((ruleset) => ruleset.kind === kind)
      .map(({ id, sentence }) => {
        const [does, weakness = ""] = sentence.split(" Weakness: ");
        return [code(kind), `[${code(id)}](terms.md#${id})`, escaped(does), escaped(capital(weakness))];
      }),
  );
  return table(["kind", "ruleset", "what it does", "known weakness"], rows);
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
