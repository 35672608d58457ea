import type { DocumentPath } from "../document.ts";
import type { Situation } from "./condition-holds.ts";

/** What a finding can be about. */
export const findingKinds = [
  "never fires",
  "overlap",
  "gap",
  "unread parameter",
  "unused fact",
  "fact of no scenario",
  "fact of no term",
  "percent as a unit",
  "price not scaled",
  "paid after an end",
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
  /** Is it sure to stop a run that meets it? Then it is a warning, else a note. */
  readonly warns?: true;
};
