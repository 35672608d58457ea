import { tidy } from "../../engine/money.ts";
import type { Problem } from "../../engine/problem.ts";
import { typedNumber } from "../typed-number.ts";
import { textOfCell } from "./cell-text.ts";
import type { ReadCell } from "./sheet.ts";

/** What a cell answers: text, a number, nothing at all, or what is wrong with it. */
export type CellAnswer =
  | { readonly value?: string | number; readonly fault?: undefined }
  | { readonly value?: undefined; readonly fault: Omit<Problem, "where"> };

/** Reads the cell of a name as text: of a number its digits. */
export function textAnswer(cell: ReadCell | undefined): CellAnswer {
  const wrong = faultOf(cell);
  if (wrong !== undefined) return { fault: wrong };
  const { value } = cell ?? {};
  if (value === undefined) return {};
  if (typeof value === "boolean") return { fault: invalid(String(value), "text") };
  const text = textOfCell(String(value)).trim();
  return text === "" ? {} : { value: text };
}

/** Reads the cell of a number; `isShare` says that it counts so many of 100, so that 75 % is 75. */
export function numberAnswer(cell: ReadCell | undefined, isShare: boolean): CellAnswer {
  const wrong = faultOf(cell);
  if (wrong !== undefined) return { fault: wrong };
  const { value, isPercent, isDate } = cell ?? {};
  if (value === undefined) return {};
  if (isDate)
    return {
      fault: invalid(`a date, ${value}`, "a number", "give the cell the format Number and type it again"),
    };
  if (typeof value === "boolean") return { fault: invalid(String(value), "a number") };
  if (typeof value === "number") {
    if (isPercent && !isShare)
      return { fault: invalid(`${tidy(value * 100)} %`, "a number that is no per cent") };
    // What a spreadsheet works out in binary has digits that nobody typed.
    return { value: tidy(isPercent ? value * 100 : value) };
  }
  const text = textOfCell(value).trim();
  if (text === "") return {};
  const typed = typedNumber(text);
  if (typed.value !== undefined && (!typed.isPercent || isShare)) return { value: typed.value };
  const hint = typed.value === undefined ? typed.hint : undefined;
  return { fault: invalid(text, "a number", hint ?? "leave the cell empty where you do not know") };
}

function faultOf(cell: ReadCell | undefined): Omit<Problem, "where"> | undefined {
  if (cell?.fault !== undefined) return invalid(cell.fault, "a formula that gives a value");
  if (cell?.isFormula && cell.value === undefined)
    return invalid(
      "a formula without a result",
      "a number",
      "open the workbook in a spreadsheet and save it, or type the number",
    );
  return undefined;
}

function invalid(found: string, expected: string, hint?: string): Omit<Problem, "where"> {
  return { adjective: "invalid", noun: "answer", found, expected, ...(hint && { hint }) };
}
