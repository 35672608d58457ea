import type { z } from "zod";

type Issue = z.core.$ZodIssue;
type Bound = z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall;

const TYPES: ReadonlyMap<string, string> = new Map([
  ["string", "text"],
  ["number", "a number"],
  ["int", "a whole number"],
  ["boolean", "true or false"],
  ["array", "a list"],
  ["tuple", "a list"],
  ["object", "an object"],
  ["record", "an object"],
  ["never", "nothing"],
  ["undefined", "nothing"],
]);

const UNITS: ReadonlyMap<string, string> = new Map([
  ["string", "character"],
  ["array", "item"],
  ["set", "item"],
  ["object", "key"],
  ["record", "key"],
]);

const MOST_LISTED = 16;

/**
 * Lists the values that are accepted, in words; a long list is only counted.
 *
 * @example
 * oneOf(["a", "b"]) // 'one of "a", "b"'
 */
export function oneOf(values: readonly unknown[]): string {
  const shown = values.map((value) => (typeof value === "string" ? `"${value}"` : String(value)));
  if (shown.length === 1) return shown[0]!;
  return shown.length > MOST_LISTED ? `one of ${shown.length} known values` : `one of ${shown.join(", ")}`;
}

function boundText(issue: Bound, limit: number | bigint): string {
  const small = issue.code === "too_small";
  const unit = UNITS.get(issue.origin);
  const amount = unit === undefined ? `${limit}` : `${limit} ${unit}${Number(limit) === 1 ? "" : "s"}`;
  if (issue.exact) return `exactly ${amount}`;
  if (issue.inclusive === false) return `${small ? "more" : "less"} than ${amount}`;
  return `at ${small ? "least" : "most"} ${amount}`;
}

function formatText(issue: z.core.$ZodIssueInvalidStringFormat): string {
  return issue.format === "regex" ? `text like ${issue.pattern}` : `text of the format ${issue.format}`;
}

// The library's own messages begin with a capital and one of these words; a schema of ours says what it
// expects in lower case.
const LIBRARY_MESSAGE = /^(?:Invalid|Too (?:big|small)|Unrecognized)\b/;

/**
 * Says what a schema expected where it found something else; a message given in the schema goes first.
 *
 * @example
 * expectedText({ code: "too_big", origin: "number", maximum: 1, path: [], message: "Too big" }) // "at most 1"
 */
export function expectedText(issue: Issue): string | undefined {
  if (issue.message !== "" && !LIBRARY_MESSAGE.test(issue.message)) return issue.message;
  switch (issue.code) {
    case "invalid_type":
      return TYPES.get(issue.expected) ?? issue.expected;
    case "invalid_value":
      return oneOf(issue.values);
    case "too_small":
      return boundText(issue, issue.minimum);
    case "too_big":
      return boundText(issue, issue.maximum);
    case "not_multiple_of":
      return `a multiple of ${issue.divisor}`;
    case "invalid_format":
      return formatText(issue);
    default:
      return undefined;
  }
}
