import { answerWords, numberWords, standardShown } from "../answer-words.ts";
import { numbersOf, type OfferDocument } from "../offer-document.ts";
import type { Question, QuestionSection } from "../questions/question.ts";
import { safeCellText } from "./cell-text.ts";
import { nameRows, offerColumns, offerSheetName } from "./offer-columns.ts";
import type { WrittenCell, WrittenSheet } from "./sheet.ts";

const about = [
  ["How to fill this in"],
  ["Give your answers in the yellow column of the sheet Offer, one in a row."],
  [
    "Leave an answer empty to keep what the column If left empty says. That figure is the scenario's and not yours.",
  ],
  ["Numbers may have £ and commas. Answers of 100 people may have a %."],
  [
    "Leave the column Field and the headings as they are: the answers are found by them. Rows may be in any order.",
  ],
  ["The column Typical says what others have, and Source where that comes from."],
  ["Send the workbook back, or check it yourself: riskshare offer check, and then the name of this file."],
] as const;

/**
 * The sheets of a workbook to fill in: one row a question with its unit, guidance, typical range, source and field, and
 * a sheet that says how. Answers that an offer has stand in their place.
 */
export function offerSheets(
  offer: Partial<OfferDocument>,
  sections: readonly QuestionSection[],
): readonly WrittenSheet[] {
  const numbers = numbersOf(offer);
  const asked = new Set(sections.flatMap(({ questions }) => questions.map(({ path }) => path)));
  const heads = offerColumns.map(([value]): WrittenCell => ({ value, look: "head" }));
  const names = nameRows.map(([field, ask, guidance]) =>
    row({ section: "About you", ask, guidance, field, answer: safeCellText(offer[field] ?? "") }),
  );
  const questions = sections.flatMap(({ title, questions }) =>
    questions.map((question) => questionRow(title, question, numbers.get(question.path))),
  );
  // What these terms do not ask for is kept, so that nothing that was answered is lost.
  const others = [...numbers].filter(([path]) => !asked.has(path));
  const rest = others.map(([field, answer]) =>
    row({ section: "Other", ask: "Not asked for under these terms.", guidance: "", field, answer }),
  );
  return [
    {
      name: offerSheetName,
      widths: offerColumns.map(([, width]) => width),
      fixedRows: 1,
      rows: [heads, ...names, ...questions, ...rest],
    },
    {
      name: "About",
      widths: [110],
      fixedRows: 0,
      rows: about.map(([value], place) => [{ value, ...(place === 0 && { look: "title" as const }) }]),
    },
  ];
}

type Row = {
  section: string;
  ask: string;
  answer: string | number | undefined;
  unit?: string;
  standard?: string;
  guidance: string;
  typical?: string;
  source?: string;
  field: string;
  format?: string;
};

function row({ section, ask, answer, unit, standard, guidance, typical, source, field, format }: Row) {
  const text = (value = ""): WrittenCell => ({ value: safeCellText(value) });
  const given: WrittenCell = {
    ...(answer !== undefined && answer !== "" && { value: answer }),
    ...(format !== undefined && { format }),
    look: "answer",
  };
  return [
    text(section),
    text(ask),
    given,
    text(unit),
    text(standard),
    text(guidance),
    text(typical),
    text(source),
    text(field),
  ];
}

function questionRow(section: string, question: Question, answer: number | undefined): WrittenCell[] {
  const { path, ask, guidance, unit, typical, required } = question;
  const standard = standardShown(question);
  return row({
    section,
    ask,
    answer,
    unit,
    guidance,
    field: path,
    standard: required ? "must be answered" : standard === undefined ? "" : answerWords(standard, unit),
    ...(typical && {
      typical: `${numberWords(typical.low)} to ${numberWords(typical.high)}`,
      source: typical.source,
    }),
    // Of other units none: a % that is typed into a plain cell is then kept as one.
    ...(unit === "pounds" && { format: "#,##0.00" }),
  });
}
