/** One row of a CSV file: its cells without the blanks around them, and the line on which it begins. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] };

/** The rows of a file, with what parts its cells; or the line on which a quote is opened and never closed. */
export type CsvRows = {
  readonly rows: readonly CsvRow[];
  readonly separator: string;
  readonly unclosed?: number;
};

const separators = [",", ";", "\t"];

/**
 * Reads the rows of a CSV file (RFC 4180), with commas, semicolons or tabs, a byte-order mark or none, and any line ends.
 *
 * What parts cells is what there is most of on the first lines, outside quotes. Rows without any text are left out.
 */
export function csvRows(text: string): CsvRows {
  const body = text.startsWith("\ufeff") ? text.slice(1) : text;
  const separator = separatorOf(body);
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let cell = "";
  let [line, begun, opened] = [1, 1, 0];
  let quoted = false;
  const endRow = () => {
    cells.push(cell.trim());
    if (cells.some((each) => each !== "")) rows.push({ line: begun, cells });
    cells = [];
    cell = "";
  };
  for (let i = 0; i < body.length; i++) {
    const letter = body[i]!;
    const isEnd = letter === "\n" || (letter === "\r" && body[i + 1] !== "\n");
    if (isEnd) line++;
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (body[i + 1] === '"') cell += body[++i];
      else quoted = false;
    } else if (letter === '"' && cell.trim() === "") {
      cell = "";
      quoted = true;
      opened = line;
    } else if (letter === separator) {
      cells.push(cell.trim());
      cell = "";
    } else if (isEnd) {
      endRow();
      begun = line;
    } else if (letter !== "\r") cell += letter;
  }
  endRow();
  return { rows, separator, ...(quoted && { unclosed: opened }) };
}

function separatorOf(text: string): string {
  const start = text.slice(0, 4000).replaceAll(/"[^"]*"/g, "");
  const count = (separator: string) => start.split(separator).length;
  return separators.reduce((best, each) => (count(each) > count(best) ? each : best));
}
