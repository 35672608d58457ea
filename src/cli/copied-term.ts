import { readInput } from "./input-file.ts";
import type { StartTerm } from "./term-to-start-from.ts";

/** A copy of a term under a new id, with what its author needs to know; `commands` are those of the new file. */
export function copiedTerm({ id, value }: StartTerm, newId: string, file: string): string {
  const { $schema: _, $comment: __, id: ___, source, ...rest } = value;
  const scaled = Object.entries((value.parameters ?? {}) as Record<string, { scaled?: boolean }>)
    .filter(([, parameter]) => parameter.scaled)
    .map(([name]) => name);
  const copy = {
    $comment: [
      `A copy of ${id} (version ${String(value.version)}): change title, sentence, source and rules to what your term says, and the examples with them.`,
      `riskshare check ${file} works out the examples in two ways and says what its author would want to know.`,
      `riskshare compare SCENARIO.yaml --rules ${file} runs it, where a policy of the scenario binds ${newId} in place of ${id}: both would pay or set under the same names.`,
      "parameters: figures that a policy may set, in pounds where they are money. facts: what it reads or sets beyond the dictionary (riskshare rules --facts). tracked: facts that remember. stages: rules, each with conditions and what follows.",
      `scaled: true marks a unit price, which a comparison for the same expected bill multiplies until the bill is the same. ${scaled.length === 0 ? "No parameter of this term is one." : `Here: ${scaled.join(", ")}.`}`,
      "examples: given are facts of a month (money in pence) and parameters (in pounds); expect is what is owed or set then, in pence.",
    ],
    id: newId,
    ...rest,
    source,
  };
  return `${JSON.stringify(inOrder(copy), undefined, 2)}\n`;
}

/** The keys in the order in which files of rules have them. */
function inOrder(copy: Record<string, unknown>): Record<string, unknown> {
  const first = ["$comment", "id", "kind", "version", "title", "sentence", "source"];
  const kept = first.filter((key) => copy[key] !== undefined);
  return Object.fromEntries([
    ...kept.map((key) => [key, copy[key]]),
    ...Object.entries(copy).filter(([key]) => !first.includes(key)),
  ]);
}

/** A copy of a decision table under a new id, as it was written. */
export function copiedTable({ id, path }: StartTerm, newId: string, file: string): string {
  const text = readInput(path)
    .text.replace(/^(\$schema|# yaml-language-server):.*\n/gm, "")
    .replace(/^id:.*$/m, `id: ${newId}`);
  return `# A copy of ${id}: change title, sentence, source and rows to what your term says, and the examples with them.
#
#   riskshare check ${file}
#   riskshare compare SCENARIO.yaml --rules ${file}
#
# A policy binds it in place of ${id}: both would pay or set under the same names.
${text}`;
}
