import { checkExamples } from "../../../src/engine/check-examples.ts";
import { parseDocument } from "../../../src/engine/document.ts";
import { openEvaluate } from "../../../src/engine/evaluate.ts";
import { problemText } from "../../../src/engine/problem.ts";
import { checkWrittenRuleset } from "../../../src/engine/table/check-written-ruleset.ts";

/** A table as people write it: an envelope of one kind, then what the lines say. */
export function tableText(kind: string, lines: string): string {
  return [
    "id: tried",
    `kind: ${kind}`,
    "version: 1.0.0",
    "title: A table that is tried",
    "source: [{ document: A model with a known answer }]",
    "validFrom: 2000-01-01",
    lines,
  ].join("\n");
}

/** A table, checked. */
export function readTable(text: string) {
  const document = parseDocument("table", text, "yaml");
  const checked = checkWrittenRuleset(document, document.value);
  return { ...checked, said: [...document.problems, ...checked.problems].map(problemText) };
}

/** What does not hold of a case of a table, on either road. */
export async function failures(
  text: string,
  given: Record<string, number | boolean | string>,
  expect: Record<string, number | boolean | string | null>,
): Promise<string[]> {
  const { ruleset, said } = readTable(text);
  if (ruleset === undefined) return said;
  const example = { name: "tried", given, expect, because: "it is known" };
  const tried = { ...ruleset, examples: [example] };
  return (await checkExamples(tried, openEvaluate(), () => "tried")).map(problemText);
}
