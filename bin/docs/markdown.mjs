/** A Markdown table; a bar inside a cell is escaped, also inside code, if it is not yet. */
export function table(head, rows) {
  const line = (cells) =>
    `| ${cells.map((cell) => String(cell).replaceAll(/(?<!\\)\|/g, "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Text as code, which Markdown takes as it is. */
export const code = (text) => `\`${text}\``;

/** JSON on one line, with the spaces that people put. */
export function jsonLine(spec) {
  const text = JSON.stringify(spec, undefined, 1).replaceAll(/\n\s*/g, " ");
  return text.replaceAll("[ ", "[").replaceAll(" ]", "]");
}

/** The same as code. */
export const spelled = (spec) => code(jsonLine(spec));

/** A number with the sign that people print. */
export const minus = (x) => String(x).replace("-", "−");

/**
 * Text from a file as Markdown that shows just that text: no sign in it is obeyed.
 *
 * Only where a line begins do a number with a point and a plus or minus begin a list.
 */
export function escaped(text) {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(/[\\`*_[\]>#~$|]/g, "\\$&")
    .replace(/^(\d+)([.)] )/, "$1\\$2")
    .replace(/^[-+] /, "\\$&");
}

/** A list, one item a line. */
export const list = (items) => items.map((item) => `- ${item}`).join("\n");

/** Lines as they are typed and printed. */
export const shown = (text, language = "") => `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;

/** Lines as a part of the item of a list that they follow. */
export const indented = (text) => text.replaceAll(/^(?=.)/gm, "  ");
