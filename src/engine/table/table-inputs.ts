import type { Report } from "../check-amount.ts";
import type { Condition } from "../condition.ts";
import type { Fact } from "../fact.ts";
import { didYouMean } from "../nearest-name.ts";
import type { DecisionTable, TableCell } from "./decision-table-schema.ts";
import { type CellProblem, type InputCell, unaryTests } from "./unary-tests.ts";

const name = /^[a-z][A-Za-z0-9]*$/;
// Something is worked out, called or compared: no name has these.
const expression = /[-+*/^(<>=]|\.\w/;

/** The facts that the input columns are on, by place; undefined where there is no such fact. */
export function inputFacts(
  table: DecisionTable,
  facts: ReadonlyMap<string, Fact>,
  report: Report,
): (Fact | undefined)[] {
  return table.inputs.map((input, i) => {
    const written = typeof input === "string" ? input : input.fact;
    const fact = facts.get(written);
    const at = typeof input === "string" ? ["inputs", i] : ["inputs", i, "fact"];
    if (fact === undefined) report(at, unreadable(written, facts));
    return fact;
  });
}

/** An input is the name of a fact: what S-FEEL works out in a header is a tracked fact here. */
function unreadable(written: string, facts: ReadonlyMap<string, Fact>): CellProblem {
  if (!name.test(written) && expression.test(written))
    return {
      adjective: "invalid",
      noun: "input",
      found: written,
      expected: "the name of a fact or parameter",
      hint: "declare it under tracked, as { value: … }, and name that",
    };
  const hint = didYouMean(written, facts.keys());
  return {
    adjective: "unknown",
    noun: "fact",
    found: written,
    expected: "a fact of the dictionary, or one declared under facts, parameters or tracked",
    ...(hint && { hint }),
  };
}

/** What an input cell asks of its fact; undefined where it asks nothing, or cannot be read. */
export function inputCell(
  cell: TableCell,
  fact: Fact,
  facts: ReadonlyMap<string, Fact>,
  report: (problem: CellProblem) => void,
): Condition | undefined {
  // Written in full, as an amount is: no test, but said in the words of one.
  const isTree = typeof cell === "object" && !Array.isArray(cell);
  const tests = unaryTests(isTree ? JSON.stringify(cell) : (cell as InputCell), fact, facts);
  if (tests.problem === undefined) return tests.condition;
  report(tests.problem);
  return undefined;
}
