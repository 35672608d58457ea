import type { BindingReport } from "./binding-report.ts";
import type { Fact } from "./fact.ts";
import { orderOfKind } from "./kind.ts";
import { didYouMean } from "./nearest-name.ts";
import type { Ruleset } from "./ruleset.ts";
import { outputFact, paymentsOf, readsOf, setFactsOf, verdictFact, verdictsOf } from "./scope.ts";
import { verdicts } from "./verdict.ts";

/** One namespace of facts a policy: what the scenario gives, and what rulesets set and pay, each by one writer. */
export function bindFacts(
  rulesets: readonly Ruleset[],
  provided: ReadonlyMap<string, Fact>,
  facts: Map<string, Fact>,
  report: BindingReport,
): void {
  const writers = new Map<string, Ruleset>();
  for (const ruleset of rulesets) {
    for (const name of [...paymentsOf(ruleset).map((output) => `${output}Pence`), ...setFactsOf(ruleset)]) {
      const before = writers.get(name);
      if (before !== undefined) {
        report(
          {
            adjective: "ambiguous",
            noun: "writers of one fact",
            found: `${name} in ${before.id} and ${ruleset.id}`,
            expected: "one ruleset that sets or pays it",
          },
          ruleset,
        );
      } else if (provided.has(name)) {
        report(
          {
            adjective: "ambiguous",
            noun: "writers of one fact",
            found: `${name} in ${ruleset.id} and the scenario`,
            expected: "one of them",
          },
          ruleset,
        );
      }
      writers.set(name, ruleset);
    }
    for (const output of paymentsOf(ruleset)) facts.set(`${output}Pence`, outputFact(output));
    for (const type of verdicts)
      for (const output of verdictsOf(ruleset, type)) facts.set(output, verdictFact(output, type));
    for (const [name, fact] of Object.entries(ruleset.facts)) {
      const declared: Fact = { name, ...fact, from: fact.from } as Fact;
      const known = provided.get(name) ?? (fact.from === "set" ? facts.get(name) : undefined);
      if (fact.from === "scenario" && known === undefined) {
        // A stage gives both: where it is missing, it is missing once.
        const stage = name.replace(/AfterEnd$/, "");
        if (stage !== name && ruleset.facts[stage]?.from === "scenario" && !provided.has(stage)) continue;
        const hint = didYouMean(name, provided.keys()) ?? stageHint(fact, name, provided);
        report(
          {
            adjective: "missing",
            noun: "fact",
            found: name,
            expected: `the scenario to give it, as an outcome stage or a drawn fact`,
            ...(hint && { hint }),
          },
          ruleset,
        );
      } else if (
        known !== undefined &&
        (known.type !== fact.type || (known.values ?? []).join() !== (fact.values ?? []).join())
      ) {
        report(
          {
            adjective: "ambiguous",
            noun: "fact",
            found: `${name} as ${known.type} and as ${fact.type}`,
            expected: "the same type and values",
          },
          ruleset,
        );
      } else if (known !== undefined && fact.from === "set" && known.default !== fact.default) {
        report(
          {
            adjective: "ambiguous",
            noun: "fact",
            found: `${name} with defaults ${String(known.default)} and ${String(fact.default)}`,
            expected: "one default for a fact that is set",
          },
          ruleset,
        );
      } else facts.set(name, known ?? declared);
    }
  }
  checkOrder(rulesets, writers, report);
}

/** People of an outcome that the scenario does not have: its stages have other names. */
function stageHint(
  { unit, type }: Ruleset["facts"][string],
  name: string,
  provided: ReadonlyMap<string, Fact>,
): string | undefined {
  if (type !== "number" || unit !== "people") return undefined;
  const stage = name.replace(/AfterEnd$/, "");
  const stages = [...provided.keys()].filter((known) => provided.has(`${known}AfterEnd`));
  const others = stages.length === 0 ? "" : `, or bind a term that reads ${stages.join(", ")}`;
  return `name a stage ${stage} under delivery.stages${others}`;
}

/** A ruleset reads what earlier kinds give, or its own earlier stages. */
function checkOrder(
  rulesets: readonly Ruleset[],
  writers: ReadonlyMap<string, Ruleset>,
  report: BindingReport,
): void {
  for (const ruleset of rulesets) {
    const read = new Set(readsOf(ruleset));
    for (const name of read) {
      const writer = writers.get(name);
      if (writer === undefined || writer === ruleset) continue;
      if (orderOfKind(writer.kind) >= orderOfKind(ruleset.kind)) {
        report(
          {
            adjective: "invalid",
            noun: "fact",
            found: `${name}, which ${writer.id} gives later`,
            expected: `facts of kinds that run before ${ruleset.kind}`,
            hint: "a tracked fact can remember it from last month",
          },
          ruleset,
        );
      }
    }
  }
}
