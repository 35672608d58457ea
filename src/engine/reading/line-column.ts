function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/**
 * Prepares the translation of offsets in a text into "line:column", both counted from 1.
 *
 * A byte order mark takes no column. Lines are looked up when first asked for: most documents have no problem.
 *
 * @example
 * lineColumnOf("a\nbc")(3) // "2:2"
 */
export function lineColumnOf(text: string): (offset: number) => string {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= lineStarts(text);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    const mark = low === 0 && offset > 0 && text.startsWith("\uFEFF") ? 1 : 0;
    return `${low + 1}:${offset - starts[low]! - mark + 1}`;
  };
}
