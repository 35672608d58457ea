import { didYouMean } from "../../engine/nearest-name.ts";
import type { Problem } from "../../engine/problem.ts";
import { shortText } from "../../engine/shown-text.ts";
import type { Delay } from "../delay.ts";
import type { ContractHistory, History } from "../history.ts";
import { contractMonths } from "./contract-months.ts";
import { csvRows } from "./csv-rows.ts";
import { headerRow } from "./header-row.ts";
import { monthRows } from "./month-rows.ts";
import { chainOfStages } from "./outcome-stages.ts";

/** What may be asked of a reading. */
export type HistoryChoice = {
  /** The one contract that is meant. */
  readonly contract?: string;
  readonly delays?: ReadonlyMap<string, Delay>;
};

const mostRows = 2000;
const mostContracts = 60;
/** Under this a swing of months cannot be told from anything. */
const leastMonths = 3;

/** Reads a history from the text of a CSV file; all problems at once, each with its line. */
export function readHistory(
  name: string,
  text: string,
  { contract: asked, delays = new Map() }: HistoryChoice = {},
): { history?: History; problems: Problem[] } {
  const refused = (problem: Omit<Problem, "where">, line = 1) => ({
    problems: [{ where: `${name}:${line}`, ...problem }],
  });
  if (text.slice(0, 200).includes("\u0000"))
    return refused({ adjective: "unsupported", noun: "encoding", expected: "a CSV file in UTF-8" });
  const { rows, separator, unclosed } = csvRows(text);
  if (unclosed !== undefined)
    return refused(
      { adjective: "invalid", noun: "quote", found: "opened and never closed", expected: "a closing quote" },
      unclosed,
    );
  if (rows.length > mostRows)
    return refused({
      adjective: "invalid",
      noun: "size",
      found: `${rows.length} rows`,
      expected: `at most ${mostRows}`,
    });
  const { header, problems: headless } = headerRow(name, rows);
  if (header === undefined) return { problems: headless };
  const { columns, unread, row } = header;
  const read = monthRows(name, rows.slice(row + 1), columns, separator);
  const names = columns.flatMap(({ role }) => (typeof role === "object" ? [role.stage] : []));
  const stages = chainOfStages(names, delays);
  const problems = [...read.problems];
  for (const id of delays.keys())
    if (!stages.some((stage) => stage.id === id))
      problems.push(
        unknownStage(
          id,
          stages.map((stage) => stage.id),
        ),
      );
  const present = [...new Set(read.rows.map(({ contract }) => contract))];
  if (asked !== undefined && !present.includes(asked)) problems.push(unknownContract(asked, present));
  if (present.length > mostContracts)
    problems.push({
      where: name,
      adjective: "invalid",
      noun: "size",
      found: `${present.length} contracts`,
      expected: `at most ${mostContracts}`,
    });
  // Where cells could not be read only the order of months can be told.
  const cellsAreRead = problems.length === 0;
  const hasStarts = columns.some(({ role }) => role === "starts");
  const notes = notesOf(unread, read.passedOver);
  const contracts: ContractHistory[] = [];
  for (const each of asked === undefined ? present.slice(0, mostContracts) : [asked]) {
    const own = read.rows.filter(({ contract }) => contract === each);
    const made = contractMonths(name, each, own, stages, hasStarts);
    problems.push(...made.problems.filter(({ noun }) => cellsAreRead || noun === "month"));
    notes.push(...made.notes);
    if (made.contract !== undefined) contracts.push(made.contract);
  }
  if (problems.length > 0) return { problems };
  const longest = Math.max(0, ...contracts.map(({ months }) => months.length));
  if (longest < leastMonths)
    return refused({
      adjective: "missing",
      noun: "months",
      found: `${longest} with referrals`,
      expected: `at least ${leastMonths}`,
    });
  const people = contracts.reduce((sum, { referrals }) => sum + referrals.reduce((all, x) => all + x, 0), 0);
  if (people === 0)
    return refused({
      adjective: "missing",
      noun: "referrals",
      expected: "a history in which someone was referred",
    });
  const indicated = contracts.some((each) =>
    each.indicative.some((x, i) => x > 0 && i < each.referrals.length),
  );
  if (!indicated)
    return refused({
      adjective: "missing",
      noun: "indicative referrals",
      expected: "a month with some, as volume is told as a share of them",
    });
  return { history: { contracts, hasStarts, stages, notes }, problems };
}

function notesOf(unread: readonly string[], passedOver: { totals: number; headers: number }): string[] {
  const { totals, headers } = passedOver;
  return [
    ...(unread.length > 0
      ? [
          `Columns that were not read: ${unread
            .slice(0, 12)
            .map((header) => shortText(header, 40))
            .join(", ")}${unread.length > 12 ? " and more" : ""}.`,
        ]
      : []),
    ...(totals > 0
      ? [`${totals === 1 ? "One row of totals was" : `${totals} rows of totals were`} passed over.`]
      : []),
    ...(headers > 0 ? ["Headers that stand there again were passed over."] : []),
  ];
}

function unknownStage(found: string, stages: readonly string[]): Problem {
  const hint = didYouMean(found, stages);
  const expected = stages.length === 0 ? "none, as the file has no outcomes" : `one of ${stages.join(", ")}`;
  return { where: "--delay", adjective: "unknown", noun: "stage", found, expected, ...(hint && { hint }) };
}

function unknownContract(found: string, present: readonly string[]): Problem {
  const hint = didYouMean(found, present);
  const expected = `one of ${present.slice(0, 20).join(", ")}`;
  return {
    where: "--contract",
    adjective: "unknown",
    noun: "contract",
    found,
    expected,
    ...(hint && { hint }),
  };
}
