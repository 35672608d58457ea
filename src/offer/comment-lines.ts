const widest = 100;
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Writes a sentence as lines of a comment, each set in; what cannot be seen becomes a space. */
export function commentLines(text: string, inset = ""): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text
    .replace(unseen, " ")
    .split(" ")
    .filter((part) => part !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && inset.length + 2 + longer.length > widest) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  if (line !== "") lines.push(line);
  return lines.map((each) => `${inset}# ${each}`);
}
