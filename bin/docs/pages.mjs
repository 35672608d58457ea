import { adjectivesList } from "./adjectives-list.mjs";
import { amountsTable } from "./amounts-table.mjs";
import { awardRulesTable } from "./award-rules-table.mjs";
import { distributionsTable } from "./distributions-table.mjs";
import { drawsTable } from "./draws-table.mjs";
import { exitCodesTable } from "./exit-codes-table.mjs";
import { awardFactsTables, factsTable } from "./facts-table.mjs";
import { findingsList } from "./findings-list.mjs";
import { hitPoliciesTable } from "./hit-policies-table.mjs";
import { idleNotesList, missingFactList } from "./idle-notes-list.mjs";
import { awardKindsTable, kindsTable } from "./kinds-table.mjs";
import { limitsTable } from "./limits-table.mjs";
import {
  commissionerMeasures,
  intervalsTable,
  providerMeasures,
  sharedMeasures,
} from "./measures-tables.mjs";
import { operatorsTable } from "./operators-table.mjs";
import { passedOverList } from "./passed-over-list.mjs";
import { problemsTables } from "./problems-tables.mjs";
import { readmeExample } from "./readme-example.mjs";
import { roundingTable } from "./rounding-table.mjs";
import { shapesTable } from "./shapes-table.mjs";
import { termsContents, termsSections } from "./terms-page.mjs";
import { trackedTable } from "./tracked-table.mjs";
import { workedTable } from "./worked-table.mjs";

/** Every page with marked regions, by its path, and what makes each region. */
export const pages = {
  "docs/writing-rules.md": {
    operators: operatorsTable,
    kinds: kindsTable,
    "hit-policies": hitPoliciesTable,
    amounts: amountsTable,
    rounding: roundingTable,
    tracked: trackedTable,
  },
  "docs/writing-scenarios.md": { worked: workedTable },
  "docs/facts.md": { facts: factsTable, award: awardFactsTables },
  "docs/awards.md": { kinds: awardKindsTable, rules: awardRulesTable },
  "docs/terms.md": { contents: termsContents, terms: termsSections },
  "docs/distributions.md": { distributions: distributionsTable, shapes: shapesTable },
  "docs/measures.md": {
    commissioner: commissionerMeasures,
    provider: providerMeasures,
    shared: sharedMeasures,
    intervals: intervalsTable,
  },
  "docs/results.md": { draws: drawsTable },
  "docs/errors.md": {
    adjectives: adjectivesList,
    "exit-codes": exitCodesTable,
    problems: problemsTables,
    "passed-over": passedOverList,
    limits: limitsTable,
    findings: findingsList,
    notes: idleNotesList,
    "missing-fact": missingFactList,
  },
  "README.md": { example: readmeExample },
};
