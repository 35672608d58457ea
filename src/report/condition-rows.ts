import type { Contract } from "../engine/contract.ts";
import type { Trace } from "../engine/evaluate.ts";
import { comparedWords, heldIn } from "../engine/explain-condition.ts";
import { explainTracked } from "../engine/explain-tracked.ts";
import { explanationLines } from "../engine/explanation.ts";
import type { Wording } from "../engine/words/wording.ts";

/** A line of a judged condition: a comparison with what was found and expected, or what joins those below it. */
export type ConditionRow = {
  /** How deep it stands in the condition, from 0. */
  readonly depth: number;
  readonly subject: string;
  readonly found: string;
  readonly expected: string;
  readonly held: boolean;
  /** How facts that follow from others came to their values. */
  readonly how: readonly string[];
};

/**
 * A judged condition line by line, as a table shows it: what was looked at, found, expected, and whether it holds. Facts that
 * are `given` stand for what they would follow from, so that it is not told how they came about.
 */
export function conditionRows(
  trace: Trace,
  contract: Contract,
  wording: Wording,
  given: ReadonlySet<string>,
  depth = 0,
): ConditionRow[] {
  const parts = trace.all ?? trace.any ?? (trace.not && [trace.not]);
  const held = heldIn(trace);
  if (parts === undefined) {
    const { value } = trace;
    const other = typeof value === "object" && value !== null && "fact" in value ? [String(value.fact)] : [];
    const how = [...new Set([trace.fact!, ...other])]
      .filter((name) => !given.has(name))
      .flatMap((name) => explainTracked(name, contract, wording))
      .flatMap((of) => explanationLines(of).map(({ text }) => text));
    return [{ depth, ...comparedWords(trace, wording), held, how }];
  }
  if (parts.length === 1 && trace.not === undefined)
    return conditionRows(parts[0]!, contract, wording, given, depth);
  const subject = trace.all ? "All of these" : trace.any ? "At least one of these" : "Not this";
  const yes = parts.filter(heldIn).length;
  const expected = trace.all ? `all ${parts.length}` : trace.any ? "1 or more" : "none";
  return [
    {
      depth,
      subject,
      found: `${yes} of ${parts.length} hold${yes === 1 ? "s" : ""}`,
      expected,
      held,
      how: [],
    },
    ...parts.flatMap((part) => conditionRows(part, contract, wording, given, depth + 1)),
  ];
}
