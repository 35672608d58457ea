import { listWords, nameWords } from "../engine/words/name-words.ts";
import { numberWords } from "../engine/words/value-words.ts";
import type { Emphasis } from "./emphasis.ts";
import type { ExplainedMonth, ExplainedPath } from "./explained-path.ts";
import { padToWidth, visibleWidth } from "./visible-width.ts";
import { wrappedLines } from "./wrapped-lines.ts";

type Column = {
  readonly title: string;
  readonly cells: readonly string[];
  readonly total: string;
  readonly side: "start" | "end";
};

/** The months of a future as a table that fits the terminal: payments by output, or by kind, or together. */
export function pathTable(of: ExplainedPath, width: number, emphasis: Emphasis): string[] {
  const payments = [byOutput(of), byKind(of), together(of)];
  const received = money("received", of.months, (month) => month.received);
  // What is received is what moves the cash: payments are put together before it is left out.
  const choices = [...payments.map((some) => [...some, received]), together(of)];
  const wide = choices.map((some) => [...firstColumns(of), ...some, ...lastColumns(of)]);
  const columns = wide.find((some) => widthOf(some) <= width) ?? wide.at(-1)!;
  const heads = columns.map((column) => wrappedLines(column.title, columnWidth(column)));
  const height = Math.max(...heads.map((head) => head.length));
  const line = (texts: readonly string[]) =>
    columns
      .map((column, c) => padToWidth(texts[c]!, columnWidth(column), column.side))
      .join("  ")
      .trimEnd();
  const rule = "─".repeat(widthOf(columns));
  return [
    // Headings stand at the bottom, next to their numbers.
    ...Array.from({ length: height }, (_, h) =>
      emphasis.bold(line(heads.map((head) => head[h - height + head.length] ?? ""))),
    ),
    rule,
    ...quietRuns(of.months).map(([from, to]) => {
      const [month, ...rest] = columns.map((column) => column.cells[from]!);
      return line([from === to ? month! : `${from + 1}–${to + 1}`, ...rest]);
    }),
    rule,
    line(columns.map((column) => column.total)),
    ...narrowWords(payments[0]!, columns).flatMap((text) => wrappedLines(text, width).map(emphasis.dim)),
  ];
}

/** What a wider table would show and this one does not. */
function narrowWords(payments: readonly Column[], columns: readonly Column[]): string[] {
  const shown = new Set(columns.map(({ title }) => title));
  const apart = payments.map(({ title }) => title).filter((title) => !shown.has(title));
  return [
    ...(apart.length === 0
      ? []
      : [`At this width some payments stand together; a wider table has ${listWords(apart)} apart.`]),
    ...(shown.has("received") ? [] : ["Left out at this width: received."]),
  ];
}

/** First and last places of months that one row tells: those in which nobody came and no money moved are told together. */
function quietRuns(months: readonly ExplainedMonth[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const [m, month] of months.entries()) {
    const before = months[m - 1];
    const run = runs.at(-1);
    const same = before !== undefined && before.live === month.live && before.phase === month.phase;
    if (run !== undefined && same && isQuiet(month) && isQuiet(before)) run[1] = m;
    else runs.push([m, m]);
  }
  return runs;
}

function isQuiet(month: ExplainedMonth): boolean {
  const { referrals, indicativeReferrals, cost, received, interest, settlement, payments } = month;
  return [
    referrals,
    indicativeReferrals,
    cost,
    received,
    interest,
    settlement,
    ...payments.map((p) => p.pounds),
  ].every((amount) => amount === 0);
}

/** The outputs that were never owed, so that their absence from the table says something. */
export function neverOwed(of: ExplainedPath): string[] {
  return outputsOf(of)
    .filter((output) => paid(of.months, output) === undefined)
    .map(nameWords);
}

function firstColumns(of: ExplainedPath): Column[] {
  const { months } = of;
  const sum = (read: (month: ExplainedMonth) => number) =>
    months.reduce((all, month) => all + read(month), 0);
  const referred = (made: number, indicated: number) =>
    indicated === 0 && made === 0 ? "–" : `${numberWords(made)}/${numberWords(indicated)}`;
  return [
    { title: "month", cells: months.map((m) => String(m.month)), total: "all", side: "start" },
    {
      title: "phase",
      cells: months.map((m) => (m.live ? nameWords(m.phase) : "ended")),
      total: "",
      side: "end",
    },
    {
      title: "referrals/ indicated",
      cells: months.map((m) => referred(m.referrals, m.indicativeReferrals)),
      total: referred(
        sum((m) => m.referrals),
        sum((m) => m.indicativeReferrals),
      ),
      side: "start",
    },
    {
      title: "starts",
      cells: months.map((m) => shown(m.starts)),
      total: shown(sum((m) => m.starts)),
      side: "start",
    },
  ];
}

function lastColumns(of: ExplainedPath): Column[] {
  const cash = of.months.map(
    (month) => `${month.cash < 0 ? "−" : ""}${numberWords(Math.round(Math.abs(month.cash)))}`,
  );
  return [
    money("cost", of.months, (month) => month.cost),
    { title: "cash at end", cells: cash, total: shown(of.totals.margin ?? 0), side: "start" },
  ];
}

function byOutput(of: ExplainedPath): Column[] {
  const outputs = outputsOf(of).flatMap((output): Column[] => {
    const read = paid(of.months, output);
    return read === undefined ? [] : [money(nameWords(output), of.months, read)];
  });
  return [...outputs, ...settlements(of)];
}

function byKind(of: ExplainedPath): Column[] {
  const kinds = [...new Set(of.months.flatMap((month) => month.payments.map((p) => p.kind)))];
  const columns = kinds.flatMap((kind): Column[] => {
    const read = (month: ExplainedMonth) =>
      month.payments.reduce((sum, p) => sum + (p.kind === kind ? p.pounds : 0), 0);
    return of.months.some((month) => read(month) !== 0) ? [money(nameWords(kind), of.months, read)] : [];
  });
  return [...columns, ...settlements(of)];
}

function together(of: ExplainedPath): Column[] {
  const read = (month: ExplainedMonth) =>
    month.payments.reduce((sum, payment) => sum + payment.pounds, month.settlement);
  return [money("owed", of.months, read)];
}

function settlements(of: ExplainedPath): Column[] {
  if (of.months.every((month) => month.settlement === 0)) return [];
  return [money("cancellation fee", of.months, (month) => month.settlement)];
}

function outputsOf(of: ExplainedPath): string[] {
  return [...new Set(of.months.flatMap((month) => month.payments.map((p) => p.output)))];
}

/** What was owed under an output, month by month; undefined where it never was. */
function paid(
  months: readonly ExplainedMonth[],
  output: string,
): ((month: ExplainedMonth) => number) | undefined {
  const read = (month: ExplainedMonth) =>
    month.payments.reduce((sum, p) => sum + (p.output === output ? p.pounds : 0), 0);
  return months.some((month) => read(month) !== 0) ? read : undefined;
}

function money(
  title: string,
  months: readonly ExplainedMonth[],
  read: (month: ExplainedMonth) => number,
): Column {
  const total = months.reduce((sum, month) => sum + read(month), 0);
  return { title, cells: months.map((month) => shown(read(month))), total: shown(total), side: "start" };
}

/** Whole pounds or people; a dash where there is nothing. */
function shown(value: number): string {
  if (value === 0) return "–";
  const whole = Number.isInteger(value) ? value : Math.round(value);
  return numberWords(whole);
}

function columnWidth(column: Column): number {
  const words = column.title.split(" ").map(visibleWidth);
  return Math.max(...[...column.cells, column.total].map(visibleWidth), ...words);
}

function widthOf(columns: readonly Column[]): number {
  return columns.reduce((sum, column) => sum + columnWidth(column) + 2, -2);
}
