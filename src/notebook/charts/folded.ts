/** A title in lines of about so many letters. */
export function folded(title: string, letters: number): string {
  const lines: string[] = [];
  for (const word of title.split(" ")) {
    const line = lines.at(-1);
    if (line === undefined || line.length + word.length >= letters) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines.join("\n");
}
