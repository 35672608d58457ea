import type { DocumentPath, ParsedDocument } from "../engine/document.ts";
import { openEvaluate } from "../engine/evaluate.ts";
import { rulesetFindings } from "../engine/findings/ruleset-findings.ts";
import type { Ruleset } from "../engine/ruleset.ts";
import { escapedText } from "../engine/shown-text.ts";

/** What the author of a ruleset would want to know, a line each with its place in the file. */
export async function findingNotes(
  document: ParsedDocument,
  ruleset: Ruleset,
  base: DocumentPath = [],
  isGiven?: (fact: string) => boolean,
): Promise<string[]> {
  const findings = await rulesetFindings(ruleset, openEvaluate(), isGiven);
  return findings.map(({ path, kind, text, warns }) =>
    escapedText(`${warns ? "warning" : "note"}: ${document.where([...base, ...path])}: ${kind}: ${text}`),
  );
}
