import type { StartTerm } from "./term-to-start-from.ts";

/** Cases that are copied to start from. */
const most = 3;

type Example = {
  readonly name: string;
  readonly given: object;
  readonly expect: object;
  readonly because: string;
};

/** A case file for a term, begun with some of its own examples. */
export function casesOfTerm({ id, value }: StartTerm, file: string): string {
  const examples = ((value.examples ?? []) as Example[]).slice(0, most);
  return `# Cases that ${id} must meet: what a reader of the contract says it gives, beside the rules that compute it.
#
#   riskshare check --cases ${file}     works them out in two ways; of one that fails it says what would have given it
#   riskshare rules --facts             what may stand under given
#
# given: facts of one month, or months: [ … ] month by month; parameters in pounds, money of facts in pence.
# expect: what is owed under an output (its name and Pence), a fact that is set, or end: the ground of an end.
# These are examples of ${id} itself: write your own in their place.
${examples.map((example) => caseText(id, example)).join("")}`;
}

function caseText(id: string, { name, given, expect, because }: Example): string {
  return `- name: ${JSON.stringify(name)}
  ruleset: ${id}
  given: ${flow(given)}
  expect: ${flow(expect)}
  because: ${JSON.stringify(because)}
`;
}

/** A value on one line, as YAML takes it: names are camelCase and need no quotes, texts have them as in JSON. */
function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value);
  return entries.length === 0
    ? "{}"
    : `{ ${entries.map(([key, item]) => `${key}: ${flow(item)}`).join(", ")} }`;
}
