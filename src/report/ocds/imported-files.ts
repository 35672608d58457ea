import type { ImportedProcess } from "../../award/ocds/import-process.ts";
import { yamlComment, yamlText } from "../../engine/yaml-text.ts";
import { offerNotes, requirementNotes } from "./import-notes.ts";

/** What was imported as files for `riskshare award`, with what is still to be added said at the top. */
export type ImportedFiles = { readonly requirement: string; readonly offers?: string };

/** Writes a requirement and its offers as YAML; there is no file of offers where there are none. */
export function importedFiles(process: ImportedProcess): ImportedFiles {
  const { requirement, offers } = process;
  const { criteria, mostAwards, ...rest } = requirement;
  const document = told({
    ...rest,
    checks: ["not-excluded"],
    criteria: criteria.length === 0 ? undefined : criteria.map(told),
    tieBreaks: ["lot"],
    awards: { most: mostAwards },
  });
  return {
    requirement: yamlComment(requirementNotes(process)) + yamlText(document),
    ...(offers.length > 0 && { offers: yamlComment(offerNotes(process)) + yamlText({ offers }) }),
  };
}

/** Without what is not known. */
function told(of: object): object {
  return Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined));
}
