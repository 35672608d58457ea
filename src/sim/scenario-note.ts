import type { DocumentPath } from "../engine/document.ts";

/** Something about a scenario that its author would want to know: where it stands, and what it is. */
export type ScenarioNote = { readonly path: DocumentPath; readonly says: string };
