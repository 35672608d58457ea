import { amountsTable } from "./amounts-table.mjs";
import { distributionsTable } from "./distributions-table.mjs";
import { factsTable } from "./facts-table.mjs";
import { hitPoliciesTable } from "./hit-policies-table.mjs";
import { kindsTable } from "./kinds-table.mjs";
import { metricsTable } from "./measures-table.mjs";
import { operatorsTable } from "./operators-table.mjs";
import { readmeExample } from "./readme-example.mjs";
import { roundingTable } from "./rounding-table.mjs";
import { trackedTable } from "./tracked-table.mjs";
import { workedTable } from "./worked-table.mjs";

/** Every page with marked regions, by its path, and what makes each region. */
export const pages = {
  "docs/writing-rules.md": {
    facts: factsTable,
    operators: operatorsTable,
    kinds: kindsTable,
    "hit-policies": hitPoliciesTable,
    amounts: amountsTable,
    rounding: roundingTable,
    tracked: trackedTable,
  },
  "docs/writing-scenarios.md": { distributions: distributionsTable, worked: workedTable },
  "docs/model.md": { metrics: metricsTable },
  "README.md": { example: readmeExample },
};
