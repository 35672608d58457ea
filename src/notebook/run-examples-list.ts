import { problemText } from "../engine/problem.ts";
import { element } from "./element.ts";
import type { RunExample } from "./reasons/reasons-request.ts";

/** The examples of a ruleset, each with what it expects and, where it fails, what was found instead. */
export function runExamplesList(examples: readonly RunExample[]): HTMLElement {
  if (examples.length === 0) return element("div", {});
  const failed = examples.filter(({ problems }) => problems.length > 0).length;
  const all = examples.length === 1 ? "The example" : `All ${examples.length} examples`;
  const said =
    failed === 0
      ? `${all} ${examples.length === 1 ? "holds" : "hold"}, worked out in two ways.`
      : `${failed} of ${examples.length} ${examples.length === 1 ? "example fails" : "examples fail"}. The ruleset can still be run; mend it or the example before you rely on it.`;
  return element(
    "section",
    { class: "run-examples" },
    element("h4", {}, "Its examples"),
    element("p", {}, said),
    element("ul", {}, ...examples.map(entry)),
  );
}

function entry({ name, expected, problems }: RunExample): HTMLElement {
  const differing = problems.map(({ where: _, ...problem }) => {
    const { found, expected: wanted } = problem;
    return element(
      "li",
      {},
      wanted === undefined
        ? problemText({ where: name, ...problem })
        : `Found: ${found}. Expected: ${wanted}.`,
    );
  });
  return element(
    "li",
    { class: problems.length === 0 ? "example-held" : "example-failed" },
    element("strong", {}, problems.length === 0 ? "✓ holds: " : "✗ fails: "),
    `${name} – ${expected}.`,
    ...(differing.length === 0 ? [] : [element("ul", {}, ...differing)]),
  );
}
