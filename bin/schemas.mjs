// Writes the JSON Schemas that editors use: `npm run schemas` after a change of a zod schema; a test holds them true.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";

register();
const { rulesetJsonSchema } = await import("../src/engine/ruleset-json-schema.ts");
const { caseFileJsonSchema } = await import("../src/engine/cases/case-file-json-schema.ts");
const { decisionTableJsonSchema } = await import("../src/engine/table/decision-table-json-schema.ts");
const { scenarioJsonSchema } = await import("../src/sim/scenario-json-schema.ts");
const { offersJsonSchema, requirementJsonSchema } = await import("../src/award/award-json-schemas.ts");
const { ownOfferJsonSchema } = await import("../src/offer/own-offer-json-schema.ts");
const folder = fileURLToPath(new URL("../schema/", import.meta.url));
mkdirSync(folder, { recursive: true });
const schemas = {
  ruleset: rulesetJsonSchema(),
  "decision-table": decisionTableJsonSchema(),
  cases: caseFileJsonSchema(),
  scenario: scenarioJsonSchema(),
  requirement: requirementJsonSchema(),
  offers: offersJsonSchema(),
  "own-offer": ownOfferJsonSchema(),
};
for (const [name, schema] of Object.entries(schemas)) {
  writeFileSync(`${folder}${name}.schema.json`, `${JSON.stringify(schema, undefined, 2)}\n`);
}
const { status } = spawnSync("npx", ["biome", "format", "--write", folder], { stdio: "inherit" });
process.exitCode = status ?? 1;
