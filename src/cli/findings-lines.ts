import type { DocumentPath, ParsedDocument } from "../engine/document.ts";
import type { Evaluate } from "../engine/evaluate.ts";
import { rulesetFindings } from "../engine/findings/ruleset-findings.ts";
import type { Ruleset } from "../engine/ruleset.ts";

/** What the author of a ruleset would want to know, a line each with its place in the file. */
export async function findingsLines(
  document: ParsedDocument,
  ruleset: Ruleset,
  evaluate: Evaluate,
  base: DocumentPath = [],
): Promise<string[]> {
  const findings = await rulesetFindings(ruleset, evaluate);
  return findings.map(({ path, kind, text }) => `${document.where([...base, ...path])}: ${kind}: ${text}`);
}
