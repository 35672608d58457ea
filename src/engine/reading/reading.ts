import type { Problem } from "../problem.ts";
import type { DocumentPath } from "./document-path.ts";
import type { Place } from "./place.ts";

/** A problem of a text that still stands at an offset, not yet at a line and a column. */
export type Flaw = Omit<Problem, "where"> & { readonly offset: number; readonly path: DocumentPath };

/** What a reader of JSON or YAML makes of a text; `value` is undefined where it cannot be read. */
export type Reading = { readonly value: unknown; readonly place: Place; readonly flaws: readonly Flaw[] };

/** Takes note of a flaw. */
export type Report = (flaw: Flaw) => void;

const MOST_FLAWS = 100;

/**
 * Collects flaws, each once and no more than a hundred.
 *
 * Two megabytes can hold a million flaws; nobody reads them, and a hostile file must not fill the memory.
 *
 * @example
 * const { flaws, report } = flawCollector();
 */
export function flawCollector(): { readonly flaws: readonly Flaw[]; readonly report: Report } {
  const flaws: Flaw[] = [];
  const seen = new Set<string>();
  const report: Report = (flaw) => {
    const identity = `${flaw.offset} ${flaw.adjective} ${flaw.noun}`;
    if (flaws.length >= MOST_FLAWS || seen.has(identity)) return;
    seen.add(identity);
    flaws.push(flaw);
  };
  return { flaws, report };
}
