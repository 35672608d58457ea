import type { DocumentPath } from "../document.ts";
import type { Situation } from "./condition-holds.ts";

/** What a finding can be about. */
export const findingKinds = [
  "never fires",
  "overlap",
  "gap",
  "unread parameter",
  "unused fact",
  "rule without example",
  "cannot tell",
] as const;

/** Something about a ruleset that is no error but that its author would want to know. */
export type Finding = {
  readonly path: DocumentPath;
  readonly kind: (typeof findingKinds)[number];
  /** In plain English, without a full stop. */
  readonly text: string;
  /** A situation that shows it, confirmed on json-rules-engine. */
  readonly witness?: Situation;
};
