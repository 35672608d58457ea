/** A title in lines of about so many letters, cut with … where it has more lines than `most`. */
export function folded(title: string, letters: number, most = Number.POSITIVE_INFINITY): string {
  const lines: string[] = [];
  for (const word of title.split(" ")) {
    const line = lines.at(-1);
    if (line === undefined || line.length + word.length >= letters) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines.length <= most ? lines.join("\n") : `${lines.slice(0, most).join("\n")}…`;
}

/** Titles of panels, folded to fit above them, and the height in pixels that the longest of them takes. */
export function panelTitles(
  titles: readonly string[],
  panelWidth: number,
): { readonly text: (title: string) => string; readonly height: number } {
  const letters = Math.max(12, Math.floor(panelWidth / 8.3));
  const text = (title: string) => folded(title, letters, 3);
  const lines = Math.max(1, ...titles.map((title) => text(title).split("\n").length));
  return { text, height: 17 * lines };
}
