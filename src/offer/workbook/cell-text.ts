/** Marks at which a spreadsheet begins a formula, with their wide forms. */
const formula = /^'*\s*[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/;
const marked = /^'+\s*[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/;

/** Text of others as it may stand in a cell: what would begin a formula, were it typed or saved as CSV, gets an apostrophe. */
export function safeCellText(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** Text of a cell as it was before `safeCellText`. */
export function textOfCell(text: string): string {
  return marked.test(text) ? text.slice(1) : text;
}
