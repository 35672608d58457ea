import type { Comparison } from "../comparison.ts";
import { measureOf } from "../comparison-lookup.ts";
import type { Markup } from "../markup.ts";
import { estimateWithEnds } from "../shown-estimate.ts";
import { shownName } from "../visible-width.ts";

/** The numbers behind a chart, as rows of text under their headings; the first column names the row. */
export type DataTable = { readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** A chart of the report: the finding it shows, words for those who cannot see it, and the data behind it. */
export type ReportFigure = {
  readonly id: string;
  /** The finding as a sentence. */
  readonly title: string;
  readonly description: string;
  /** What one must know to read it; empty where labels say it all. */
  readonly note: string;
  readonly draw: (id: string, width: number) => Markup;
  readonly table: DataTable;
};

/** Measures of every policy as a table, each with its interval. */
export function measureTable(
  comparison: Comparison,
  measures: readonly { readonly id: string; readonly title: string }[],
): DataTable {
  return {
    heads: ["Policy (95\u00a0% intervals in brackets)", ...measures.map(({ title }) => title)],
    rows: comparison.policies.map((policy) => [
      shownName(policy.title),
      ...measures.map(({ id }) => estimateWithEnds(measureOf(policy, id))),
    ]),
  };
}
