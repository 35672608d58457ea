import { parseDocument } from "../../src/engine/document.ts";
import { problemText } from "../../src/engine/problem.ts";
import { openInlineHost } from "../../src/host/inline-host.ts";
import { checkScenario } from "../../src/sim/check-scenario.ts";
import { compare } from "../../src/sim/compare.ts";
import { metrics } from "../../src/sim/risk/metrics.ts";
import { textOf } from "./filled.mjs";
import { code, table } from "./markdown.mjs";
import { workedOnPaper } from "./worked-on-paper.mjs";

/** The worked example of writing-scenarios.md: what paper says, and what the command prints. */
export async function workedTable() {
  const text = /^```yaml scenario worked\n([\s\S]*?)^```$/m.exec(textOf("docs/writing-scenarios.md"))[1];
  const { checked, problems } = checkScenario(parseDocument("worked.yaml", text, "yaml"), new Map());
  if (checked === undefined) throw new Error(problems.map(problemText).join("\n"));
  const { paths, seed, requirement } = checked.scenario;
  const host = openInlineHost(checked, seed, { now: () => 0, rest: async () => undefined });
  const { result } = await compare(checked, { basis: "same-unit-prices", paths, requirement }, host.simulate);
  const exact = workedOnPaper();
  const units = new Map(metrics.map(({ id, unit }) => [id, unit]));
  const rows = result.policies.flatMap((policy) =>
    Object.entries(exact[policy.id]).map(([metric, [formula, value]]) => {
      const { value: printed, low, high } = policy.metrics[metric];
      const shown = (x) => shownIn(units.get(metric), x);
      return [
        code(policy.id),
        code(metric),
        formula,
        shown(value),
        shown(printed),
        `${shown(low)} to ${shown(high)}`,
      ];
    }),
  );
  return table(["policy", "measure", "on paper", "exactly", "printed", "95 % interval"], rows);
}

function shownIn(unit, x) {
  const digits = unit === "probability" || unit === "people" ? 4 : 2;
  const pounds = unit === "pounds" ? "£" : "";
  return `${x < 0 ? "−" : ""}${pounds}${Math.abs(x).toLocaleString("en-GB", { minimumFractionDigits: digits, maximumFractionDigits: digits })}`;
}
