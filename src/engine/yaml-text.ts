import { stringify } from "yaml";

const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * Writes plain data as YAML that `parseDocument` reads back to the same values, without aliases.
 *
 * What cannot be seen must not stand raw in a file for people: a line break may, anything else becomes U+FFFD.
 *
 * @example yamlText({ id: "goldilocks", weights: [50, 50] }) // "id: goldilocks\nweights:\n  - 50\n  - 50\n"
 */
export function yamlText(value: unknown): string {
  return stringify(value, { aliasDuplicateObjects: false, lineWidth: 110, version: "1.2" }).replace(
    unseen,
    (character) => (character === "\n" ? character : "\ufffd"),
  );
}

/** Writes sentences as lines of a comment, one each. */
export function yamlComment(lines: readonly string[]): string {
  return lines.map((line) => `# ${line.replace(unseen, " ")}\n`).join("");
}
