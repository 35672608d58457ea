import { scrollable } from "../html/data-table.ts";
import { selfContained } from "../html/self-contained.ts";
import { styles } from "../html/styles.ts";
import { element, type Markup } from "../markup.ts";
import { sourceWords } from "../source-words.ts";
import { accountTable } from "./account-table.ts";
import { penniesWords } from "./pennies.ts";
import type { Statement } from "./statement.ts";
import { statementStyles } from "./statement-styles.ts";
import { headEntries, reconciliationSentences } from "./statement-words.ts";
import { clauseTotals, type TotalsTable, yearTotals } from "./totals-tables.ts";

/** A statement as one page that prints on A4: no script, nothing from elsewhere. */
export function statementHtml(of: Statement): string {
  const entries = headEntries(of);
  const title = `Statement of account: ${entries[0]![1]}`;
  const { duePence, paidPence, carriedForwardPence } = of.reconciliation.period;
  const header = element(
    "header",
    {},
    element("h1", {}, "Statement of account"),
    element(
      "p",
      { class: "headline" },
      `${penniesWords(duePence)} due, ${penniesWords(paidPence)} paid, ${penniesWords(Math.abs(carriedForwardPence))} ${carriedForwardPence < 0 ? "to be taken back" : "owed"} at the end of the period`,
    ),
    element(
      "dl",
      { class: "head" },
      entries.flatMap(([name, words]) => [element("dt", {}, name), element("dd", {}, words)]),
    ),
  );
  const main = element(
    "main",
    {},
    section("months", "Month by month", [accountTable(of)]),
    ...(of.clauses.length === 0
      ? []
      : [section("clauses", "What fell due, clause by clause", [totalsMarkup(clauseTotals(of), true)])]),
    ...(of.period.kind === "month"
      ? []
      : [section("years", "Year by year", [totalsMarkup(yearTotals(of), false)])]),
    section(
      "reconciliation",
      "Reconciliation",
      reconciliationSentences(of).map((sentence) => element("p", {}, sentence)),
    ),
    ...sourcesSection(of),
  );
  return selfContained(
    title,
    styles + statementStyles,
    element("body", {}, header, main, element("footer", {})),
  );
}

function section(id: string, title: string, content: readonly Markup[]): Markup {
  return element(
    "section",
    { id, "aria-labelledby": `${id}-heading` },
    element("h2", { id: `${id}-heading` }, title),
    content,
  );
}

function totalsMarkup({ heads, rows }: TotalsTable, lastIsSum: boolean): Markup {
  const table = element(
    "table",
    { class: "totals" },
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        heads.map((head) => element("th", { scope: "col" }, head)),
      ),
    ),
    element(
      "tbody",
      {},
      rows.map(([name = "", ...amounts], r) =>
        element(
          "tr",
          lastIsSum && r === rows.length - 1 ? { class: "all" } : {},
          element("th", { scope: "row" }, name),
          amounts.map((amount) => element("td", {}, amount)),
        ),
      ),
    ),
  );
  return scrollable(heads[0]!, table);
}

/** The sources that lines name, under the numbers that they have there. */
function sourcesSection({ sources, lines }: Statement): Markup[] {
  const items = sources.flatMap((source, s) =>
    lines.some((line) => line.sources.includes(s))
      ? [element("li", { value: s + 1 }, sourceWords({ ...source, quote: undefined }))]
      : [],
  );
  return items.length === 0
    ? []
    : [section("sources", "Sources", [element("ol", { class: "sources" }, items)])];
}
