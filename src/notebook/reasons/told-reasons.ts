import type { Explanation } from "../../engine/explanation.ts";
import type { ClauseAccount } from "../../report/clause-accounts.ts";
import type { ExplainedPath, Reason } from "../../report/explained-path.ts";
import { shownPounds } from "../../report/shown-number.ts";
import { element } from "../element.ts";

type Source = NonNullable<Explanation["source"]>[number];

/** What a source is, as a link where it has an address. */
function sourceLink({ document: title, section, url }: Source): HTMLElement {
  const text = section === undefined ? title : `${title}, ${section}`;
  return url === undefined
    ? element("span", {}, text)
    : element("a", { href: url, rel: "noopener noreferrer external" }, text);
}

function placeOf({ document: title, section, url }: Source): string {
  return JSON.stringify([title, section, url]);
}

function sources(of: readonly Source[] = []): HTMLElement[] {
  return of.length === 0
    ? []
    : [
        element(
          "span",
          { class: "hint" },
          " [",
          ...of.flatMap((one, s) => [...(s === 0 ? [] : ["; "]), sourceLink(one)]),
          "]",
        ),
      ];
}

/** What was decided in a future, month by month, each reason with the numbers of its sources, which stand below. */
export function decisionList({ decisions }: ExplainedPath): HTMLElement {
  if (decisions.length === 0) return element("p", {}, "Nothing was decided.");
  const listed: Source[] = [];
  const numberOf = (source: Source) => {
    // Quotations are not shown here: one place is one source.
    const place = listed.findIndex((one) => placeOf(one) === placeOf(source));
    return place === -1 ? listed.push(source) : place + 1;
  };
  const said = ({ text, source = [] }: Reason) => {
    const numbers = source.map((one) => `[${numberOf(one)}]`).join("");
    return element("dd", {}, text, element("span", { class: "hint" }, ` ${numbers}`));
  };
  const months = decisions.flatMap(({ month, reasons }) => [
    element("dt", {}, `Month ${month}`),
    ...reasons.map(said),
  ]);
  const sourceItem = (source: Source, s: number) => element("li", {}, `[${s + 1}] `, sourceLink(source));
  return element(
    "div",
    {},
    element("dl", { class: "decisions" }, ...months),
    element("h3", {}, "Sources"),
    element("ul", { class: "reasons" }, ...listed.map(sourceItem)),
  );
}

/** Each clause with what it paid, when, why, and where it comes from. */
export function clauseTable(
  accounts: readonly ClauseAccount[],
  titleOf: (ruleset: string) => string,
): HTMLElement {
  const caption = "What each clause paid, and why";
  const heads = ["Clause", "Owed in all", "In months", "Why", "Source"];
  const rows = accounts.map(({ ruleset, output, pounds, months, why, whyMonth, source }) =>
    element(
      "tr",
      {},
      element(
        "th",
        { scope: "row" },
        output === "" ? titleOf(ruleset) : `${capital(output)}: ${titleOf(ruleset)}`,
      ),
      element("td", { class: "number" }, months.length === 0 ? "nothing" : shownPounds(pounds)),
      element("td", {}, months.length === 0 ? "–" : runs(months.map(({ month }) => month))),
      element(
        "td",
        {},
        months.length > 1 ? `For example month ${whyMonth}: ${why}` : `Month ${whyMonth}: ${why}`,
      ),
      element("td", {}, ...source.flatMap((one, s) => [...(s === 0 ? [] : ["; "]), sourceLink(one)])),
    ),
  );
  for (const row of rows)
    for (const [c, cell] of [...row.children].entries()) cell.setAttribute("data-head", heads[c]!);
  const table = element(
    "table",
    { class: "clauses" },
    element("caption", {}, element("span", {}, caption)),
    element("thead", {}, element("tr", {}, ...heads.map((head) => element("th", { scope: "col" }, head)))),
    element("tbody", {}, ...rows),
  );
  return element("div", { class: "table", role: "region", "aria-label": caption, tabindex: 0 }, table);
}

/** Every month with the tree of its clauses, rules and conditions, made when it is opened. */
export function monthTrees({ months }: ExplainedPath): HTMLElement {
  // Where the contract is over and no rule gives anything, there is nothing to open.
  const isTold = ({ live, payments, settlement, end }: ExplainedPath["months"][number]) =>
    live || end !== null || settlement !== 0 || payments.some(({ pounds }) => pounds !== 0);
  const over = months.filter((month) => !isTold(month)).map(({ month }) => month);
  return element(
    "div",
    { class: "month-trees" },
    ...months.filter(isTold).map(({ month, explanation }) => {
      const details = element(
        "details",
        { id: `reasons-month-${month}` },
        element("summary", {}, explanation.text),
      );
      details.addEventListener("toggle", () => {
        if (details.open && details.children.length === 1)
          details.append(element("ul", { class: "reasons" }, ...(explanation.children ?? []).map(branch)));
      });
      return details;
    }),
    ...(over.length === 0
      ? []
      : [
          element(
            "p",
            {},
            `After the end of the contract, in months ${runs(over)}, no clause gives anything more.`,
          ),
        ]),
  );
}

function branch({ text, held, about, source, children = [] }: Explanation): HTMLElement {
  const answer =
    held === undefined || about !== undefined
      ? ""
      : `${text.endsWith("?") ? "" : ":"} ${held ? "yes" : "no"}`;
  const mark =
    held === undefined
      ? []
      : [element("span", { class: held ? "mark holds" : "mark", "aria-hidden": "true" }, held ? "✓" : "✗")];
  const below = children.length === 0 ? [] : [element("ul", {}, ...children.map(branch))];
  return element("li", {}, ...mark, `${text}${answer}`, ...sources(source), ...below);
}

/** Months in short: 1–3, 7, 9–12. */
function runs(months: readonly number[]): string {
  const found: [number, number][] = [];
  for (const month of months) {
    const last = found.at(-1);
    if (last !== undefined && last[1] === month - 1) last[1] = month;
    else found.push([month, month]);
  }
  return found.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(", ");
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
