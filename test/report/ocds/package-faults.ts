import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { lotsPatch } from "./lots-patch.ts";
import { mergePatch } from "./merge-patch.ts";

const require = createRequire(import.meta.url);
const read = (name: string) => JSON.parse(readFileSync(`schema/ocds/${name}`, "utf8"));

/** The release schema with the extensions that riskshare uses, patched on in turn. */
export const extendedReleaseSchema = [
  read("bids.release-schema.json"),
  read("award-criteria-breakdown.release-schema.json"),
  lotsPatch,
].reduce<unknown>(mergePatch, read("release-schema.json"));

type Check = {
  (value: unknown): boolean;
  readonly errors?: readonly { readonly instancePath: string; readonly message?: string }[] | null;
};

const Ajv = require("ajv-draft-04").default;
const ajv = new Ajv({ allErrors: true, strict: false });
require("ajv-formats").default(ajv);
ajv.addSchema(extendedReleaseSchema);
const check: Check = ajv.compile(read("release-package-schema.json"));

/** Where a release package breaks the standard's schema; nothing where it keeps it. */
export function packageFaults(value: unknown): string[] {
  // What is written is JSON, where undefined is no value.
  if (check(JSON.parse(JSON.stringify(value)))) return [];
  return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
