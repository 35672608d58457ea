import type { Fact } from "../fact.ts";

// The built form escapes what is not ASCII; in a raw template that would be another text.
const ellipsis = "…";

/** A way of writing that other tools have, or that people try, and what to write here. */
type Slip = readonly [pattern: RegExp, hint: string | ((found: RegExpExecArray) => string)];

const write = (text: string) => `write ${text}`;
const anything = 'write "-" for anything';
const end = String.raw`(-?\w+(?:\.\d+)?)`;

const always: readonly Slip[] = [
  [/^(?:any|all|\*|n\/a|none|)$/i, anything],
  [/^-$/, '"-" stands alone in its cell'],
  [/^\{"(?:fact|param)":"(\w+)"\}$/, ([, named]) => write(`${named} alone`)],
  [/^null$/i, `a fact always has a value; ${anything}`],
  [/^(?:else|otherwise|default)$/i, 'write "-", or give the output an otherwise'],
  [/^"[^"]*$|^[^"]*"$/, "close the double quotes"],
  [/^not\s+([^(].*)$/i, ([, value]) => write(`not(${value})`)],
  [/^not\s*\(\s*\)$/i, "put what is left out between the brackets"],
  [/^(?:NOT|Not)\b/, "write not in small letters"],
  [/not\s*\(/i, "not(…) stands once, round the whole cell"],
  [/^==?([^<>=].*)$/, ([, value]) => write(`${value!.trim()} alone`)],
  [/(?:^|,)\s*(?:,|$)/, "a comma stands between two values"],
  [/^(?:!=|<>|≠)(.+)$/, ([, value]) => write(`not(${value!.trim()})`)],
  [/\s(?:or|OR)\s|\|/, "part alternatives with commas"],
];

const words: readonly Slip[] = [[/^\w[^"]*\(.*\)$/, "put a word with brackets in double quotes"]];

const numbers: readonly Slip[] = [
  [/^(?:=<|≤)(.+)$/, ([, value]) => write(`<= ${value!.trim()}`)],
  [/^(?:=>|≥)(.+)$/, ([, value]) => write(`>= ${value!.trim()}`)],
  [/^\+\s*(\d.*)$/, ([, value]) => write(`${value} alone`)],
  [/[−–]\s?\d/, "write - for a minus"],
  [/^\d{4}-\d\d?-\d\d?$|^date\b|^@/, "rules read no dates: month, contractYear and financialYear count time"],
  [
    /^\W*[£$€]|%$|\d[ _]\d{3}\b|\d\s*(?:months?|people|days?|years?)\b/,
    "write the number alone: money in pence, a share as 0.5",
  ],
  [new RegExp(String.raw`^[[(\]]?\s*\.\.\s*${end}\s*[\])[]?$`), ([, most]) => write(`<= ${most}`)],
  [new RegExp(String.raw`^[[(\]]?\s*${end}\s*\.\.\s*[\])[]?$`), ([, least]) => write(`>= ${least}`)],
  [
    new RegExp(
      String.raw`^(?:in\s+|between\s+)?[[(\]]?\s*${end}?\s*(?:\.{2,3}|${ellipsis}|\bto\b|\band\b|;|-)\s*${end}\s*[\])[]?$`,
    ),
    ([, least, most]) => write(`"[${least ?? "1"}..${most}]" for an interval`),
  ],
  [/\s(?:and|AND)\s|&/, 'write an interval, as "[1..5]", or two columns on the fact'],
  [/[-+*/^]\s*[\w.]|\w\s*[+*/^-]/, "work it out in a tracked value, and name that"],
];

/**
 * What to write in place of a cell that cannot be read, where it is a slip that people make.
 *
 * @example
 * slipHint("=> 5", starts, facts) // "write >= 5"
 */
export function slipHint(text: string, fact: Fact, facts: ReadonlyMap<string, Fact>): string | undefined {
  if (fact.type === "boolean") {
    if (/^(?:y|yes)$/i.test(text)) return "write true";
    if (/^(?:n|no)$/i.test(text)) return "write false";
  }
  const again = /^(?:\?|([A-Za-z]\w*))\s*(?:[<>=]|in\b|between\b|not\b)/.exec(text);
  if (again !== null && (again[1] === undefined || facts.has(again[1])))
    return "the column names the fact: write what is asked of it alone";
  const own = { number: numbers, enum: words, boolean: [] }[fact.type];
  for (const [pattern, hint] of [...always, ...own]) {
    const found = pattern.exec(text);
    if (found !== null) return typeof hint === "string" ? hint : hint(found);
  }
  return undefined;
}
