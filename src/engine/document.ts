import type { Problem } from "./problem.ts";
import { LARGEST_DOCUMENT, utf8Length } from "./reading/document-limits.ts";
import { type DocumentPath, pathText } from "./reading/document-path.ts";
import { readJson } from "./reading/json-reader.ts";
import { lineColumnOf } from "./reading/line-column.ts";
import { offsetOf } from "./reading/place.ts";
import type { Flaw } from "./reading/reading.ts";
import { readYaml } from "./reading/yaml-reader.ts";

export type { DocumentPath } from "./reading/document-path.ts";

/**
 * A text that was read, with what is wrong with it and where its values stand.
 *
 * `value` is undefined where the text could not be read; a duplicate key or a refused name leaves it usable,
 * so that a schema can add its own problems. Its objects have no prototype.
 */
export type ParsedDocument = {
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /**
   * Names a place: "name:line:column dotted.path"; a list's items are named by their ids too, as in `policies[0] (today)`.
   *
   * With `"key"` it is the place of the last step's key, named by the path of the object the key stands in.
   * What is not there is placed at what should contain it.
   */
  readonly where: (path: DocumentPath, part?: "value" | "key") => string;
};

function placeText(name: string, position: string, path: DocumentPath, value?: unknown): string {
  return path.length === 0 ? `${name}:${position}` : `${name}:${position} ${pathText(path, value)}`;
}

function tooLarge(name: string, bytes: number, largest: number): ParsedDocument {
  const mebibyte = 1024 * 1024;
  // Rounded up, so that one byte too many is not "2.0; expected at most 2".
  const found = `${(Math.ceil((bytes * 10) / mebibyte) / 10).toFixed(1)} MiB`;
  const expected = `at most ${largest / mebibyte} MiB`;
  const problem: Problem = { where: name, adjective: "invalid", noun: "size", found, expected };
  return { value: undefined, problems: [problem], where: (path) => placeText(name, "1:1", path) };
}

/**
 * Reads JSON or YAML from an untrusted source, keeping the place of every value.
 *
 * JSON is strict. YAML is version 1.2 with its core schema, one document, without aliases, anchors, tags and
 * directives. Never throws: what is wrong is in `problems`.
 *
 * @example
 * const document = parseDocument("a.yaml", "contract:\n  startRate: 0.8\n", "yaml");
 * document.where(["contract", "startRate"]) // "a.yaml:2:14 contract.startRate"
 */
export function parseDocument(
  name: string,
  text: string,
  format: "json" | "yaml",
  /** How many bytes of UTF-8 it may have. */
  largest = LARGEST_DOCUMENT,
): ParsedDocument {
  const bytes = utf8Length(text);
  if (bytes > largest) return tooLarge(name, bytes, largest);
  const reading = format === "json" ? readJson(text) : readYaml(text);
  const lineColumn = lineColumnOf(text);
  const problemOf = ({ offset, path, ...parts }: Flaw): Problem => ({
    where: placeText(name, lineColumn(offset), path),
    ...parts,
  });
  return {
    value: reading.value,
    problems: [...reading.flaws].sort((a, b) => a.offset - b.offset).map(problemOf),
    where: (path, part = "value") => {
      const position = lineColumn(offsetOf(reading.place, path, part));
      return placeText(name, position, part === "key" ? path.slice(0, -1) : path, reading.value);
    },
  };
}
