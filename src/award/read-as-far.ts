import type { z } from "zod";
import type { DocumentPath, ParsedDocument } from "../engine/document.ts";
import type { Problem } from "../engine/problem.ts";
import { valueAt } from "../engine/reading/value-at.ts";
import { shapeProblems } from "./shape-problems.ts";

/** What could be read of a value; where something was wrong a stand-in stands, at the places in `unread`. */
export type ReadAsFar<T> = {
  readonly data?: T;
  readonly problems: readonly Problem[];
  readonly unread: readonly DocumentPath[];
};

/** What stands in for a value that cannot be read, so that the rest can be; undefined where its key is left out. */
export type StandIn = (path: DocumentPath) => unknown;

/** A stand-in may bring other things to light; a value that still is wrong after so many goes is not read. */
const mostPasses = 4;

/** Reads a value by its schema; of one with problems, as much as there is, so that nothing wrong hides what else is. */
export function readAsFar<S extends z.ZodType>(
  schema: S,
  document: ParsedDocument,
  standIn: StandIn,
): ReadAsFar<z.output<S>> {
  const whole = schema.safeParse(document.value);
  if (whole.success) return { data: whole.data, problems: [], unread: [] };
  const problems = shapeProblems(schema, whole.error, document);
  const value = copyOf(document.value);
  const unread: DocumentPath[] = [];
  for (let pass = 0; pass < mostPasses; pass++) {
    const parsed = schema.safeParse(value);
    if (parsed.success) return { data: parsed.data, problems, unread };
    for (const issue of parsed.error.issues) {
      const path = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
      if (issue.code === "unrecognized_keys") for (const key of issue.keys) remove(value, [...path, key]);
      else if (path.length === 0) return { problems, unread };
      else {
        unread.push(path);
        const instead = issue.code === "invalid_key" ? undefined : standIn(path);
        if (instead === undefined) remove(value, path);
        else put(value, path, instead);
      }
    }
  }
  return { problems, unread };
}

/** Does a place lie in one that could not be read? */
export function isUnread(path: DocumentPath, unread: readonly DocumentPath[]): boolean {
  return unread.some((place) => place.every((step, s) => step === path[s]));
}

function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, copyOf(own)]));
}

function parentOf(value: unknown, path: DocumentPath): Record<string, unknown> | undefined {
  const parent = valueAt(value, path.slice(0, -1));
  return typeof parent === "object" && parent !== null ? (parent as Record<string, unknown>) : undefined;
}

function put(value: unknown, path: DocumentPath, instead: unknown): void {
  const parent = parentOf(value, path);
  if (parent !== undefined) parent[String(path.at(-1))] = instead;
}

function remove(value: unknown, path: DocumentPath): void {
  const parent = parentOf(value, path);
  if (parent !== undefined && !Array.isArray(parent)) delete parent[String(path.at(-1))];
}
