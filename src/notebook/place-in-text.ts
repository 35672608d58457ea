/** A place in a text, counted from 1. */
export type Place = { readonly line: number; readonly column: number };

/** The place that a problem names, as in "scenario.yaml:12:8 policies[0]"; undefined where it names none. */
export function placeOf(where: string): Place | undefined {
  const found = /^[^:]*:(\d+):(\d+)/.exec(where);
  return found === null ? undefined : { line: Number(found[1]), column: Number(found[2]) };
}

/** Selects what stands at a place, to the end of its line, and scrolls it into view. */
export function selectPlace(text: HTMLTextAreaElement, { line, column }: Place): void {
  const lines = text.value.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  const end = start + (lines[line - 1]?.length ?? 0);
  text.focus();
  text.setSelectionRange(Math.min(start + column - 1, end), end);
  const height = text.scrollHeight / Math.max(1, lines.length);
  text.scrollTop = Math.max(0, (line - 4) * height);
  text.scrollLeft = 0;
}
