/** What an answer counts, and so how it is asked for, shown and put into a cell. */
export type AnswerUnit =
  | "pounds"
  | "people"
  | "of 100"
  | "months"
  | "days"
  | "posts"
  | "per cent"
  | "contracts";

/** What others have, with where that comes from. */
export type Typical = { readonly low: number; readonly high: number; readonly source: string };

/**
 * One thing that the form asks. The same list makes the questions of `offer init`, the comments of the file, the sheet
 * of a workbook and the form in a notebook.
 */
export type Question = {
  /** Where the answer stands in an offer, dotted, e.g. `costs.setUp`. */
  readonly path: string;
  /** The question itself, in the second person. */
  readonly ask: string;
  /** One sentence that helps to answer it. */
  readonly guidance: string;
  readonly unit: AnswerUnit;
  readonly least: number;
  readonly most: number;
  /** Is it a whole number? */
  readonly whole?: boolean;
  readonly typical?: Typical;
  /** Must it be answered? Others stay as the scenario has them. */
  readonly required: boolean;
  /** What holds where it is not answered; undefined where nothing does. */
  readonly standard?: number;
  /** Where `standard` comes from; the scenario where left out. */
  readonly standardFrom?: "scenario" | "form" | "answers";
};

/** Questions that belong together, in the order in which they are asked. */
export type QuestionSection = {
  readonly id: string;
  readonly title: string;
  /** One sentence on what the section is about. */
  readonly intro: string;
  readonly questions: readonly Question[];
};
