/** Which notes of a file are printed: all of them, or the first few. */
export type NotesShown = { readonly all?: boolean };

const mostNotes = 10;

const isWarning = (line: string) => line.startsWith("warning: ");

/** The warnings among the notes of a file: an example that stops may be one that they tell of. */
export function warningsOf(lines: readonly string[]): string[] {
  return lines.filter(isWarning);
}

/** The notes of a file, no more than a reader goes through, and how many are left; warnings come first and stay. */
export function fewNotes(lines: readonly string[], { all = false }: NotesShown): string[] {
  const warnings = warningsOf(lines);
  const notes = lines.filter((line) => !isWarning(line));
  const shown = all ? notes : notes.slice(0, mostNotes);
  const left = notes.length - shown.length;
  return [...warnings, ...shown, ...(left > 0 ? [`note: and ${left} more, which --all-notes prints`] : [])];
}
