import type { WriteStream } from "node:tty";

/** Columns where nothing says how many there are: as many as a page of a report takes. */
const usual = 100;

/** The columns that text may take on a stream: the terminal's, else those that `COLUMNS` asks for. */
export function screenWidth(
  stream: Pick<WriteStream, "isTTY" | "columns"> = process.stdout,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): number {
  if (stream.isTTY === true && stream.columns > 0) return stream.columns;
  const asked = /^\d{1,4}$/.test(environment.COLUMNS ?? "") ? Number(environment.COLUMNS) : 0;
  return asked > 0 ? asked : usual;
}
