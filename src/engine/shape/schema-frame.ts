import type { ParsedDocument } from "../document.ts";
import type { DocumentPath } from "../reading/document-path.ts";
import type { Schema } from "./schema-walk.ts";

/** What an issue's path starts from: a schema, the value it was asked about, and where that stands. */
export type SchemaFrame = {
  readonly schema: Schema;
  readonly value: unknown;
  readonly document: ParsedDocument;
  readonly base: DocumentPath;
};
