import { checkRuleset } from "../check-ruleset.ts";
import type { DocumentPath, ParsedDocument } from "../document.ts";
import { type CheckedTable, checkDecisionTable, isDecisionTable } from "./check-decision-table.ts";

/** Is the value meant as a ruleset, be it rules or a decision table, and not as a scenario? */
export function isWrittenRuleset(value: unknown): boolean {
  if (isDecisionTable(value)) return true;
  if (typeof value !== "object" || value === null) return false;
  return Object.hasOwn(value, "stages") && !Object.hasOwn(value, "policies");
}

/** Checks what is written as a ruleset, be it rules or a decision table; `document` finds the ruleset's places. */
export function checkWrittenRuleset(
  document: ParsedDocument,
  value: unknown,
  base: DocumentPath = [],
): CheckedTable {
  if (isDecisionTable(value)) return checkDecisionTable(document, value, base);
  return { ...checkRuleset(document, value, base), document };
}
