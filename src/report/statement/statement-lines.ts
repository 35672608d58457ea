import type { Contract } from "../../engine/contract.ts";
import { type CountedEffect, countedEffects, type ExplainOptions } from "../../engine/counted-rules.ts";
import { rulesIn } from "../../engine/explanation.ts";
import type { Effect, Ruleset } from "../../engine/ruleset.ts";
import { setFactsOf } from "../../engine/scope.ts";
import { asSentence, nameWords } from "../../engine/words/name-words.ts";
import type { ReplayedMonth } from "../../sim/replay.ts";
import type { ExplainedMonth } from "../explained-path.ts";
import type { StatementLine } from "./statement.ts";
import { unitPrice } from "./unit-price.ts";

/** The lines of a whole contract, in the order of its months and clauses; what is nothing has no line. */
export function statementLines(
  contract: Contract,
  months: readonly { readonly replayed: ReplayedMonth; readonly explained: ExplainedMonth }[],
  options: ExplainOptions,
): { lines: StatementLine[]; sources: Ruleset["source"][number][] } {
  const sources = openSources();
  const lines: StatementLine[] = [];
  for (const { replayed, explained } of months) {
    const owed = [
      ...replayed.payments.map((payment) => ({ ...payment, type: "pay" as const })),
      settlementOf(contract, replayed),
    ].filter(({ pence }) => pence !== 0);
    for (const { ruleset: id, output, kind, pence, paidIn, type } of owed) {
      const run = replayed.rulesets.find(({ ruleset }) => ruleset.id === id);
      const counted = run === undefined ? [] : countedEffects(contract, run, { type, output }, options);
      const [only, ...more] = counted;
      lines.push({
        number: lines.length + 1,
        month: replayed.month,
        paidIn,
        ruleset: id,
        clause: run?.ruleset.title ?? "Settlement on the end of the contract",
        kind,
        output,
        item: type === "set" ? "cancellation fee" : nameWords(output),
        pence,
        // Of several rules together there is no one price.
        price:
          type === "pay" && only !== undefined && more.length === 0
            ? unitPrice(contract, only, options, pence)
            : undefined,
        why: whyOf(explained, id, output, counted),
        sources: (run?.ruleset.source ?? []).map(sources.place).sort((a, b) => a - b),
      });
    }
  }
  return { lines, sources: sources.all };
}

/** What falls due at the end is set by a clause and paid as the settlement. */
function settlementOf(contract: Contract, { settlement, settlementPaidIn }: ReplayedMonth) {
  const clause = contract.rulesets.find((ruleset) => setFactsOf(ruleset).includes("settlementPence"));
  return {
    ruleset: clause?.id ?? "",
    output: "settlementPence",
    kind: "cancellation",
    pence: settlement,
    paidIn: settlementPaidIn,
    type: "set" as Effect["type"],
  };
}

function whyOf(
  { explanation }: ExplainedMonth,
  ruleset: string,
  output: string,
  counted: readonly CountedEffect[],
): string {
  const clause = explanation.children?.find(({ about }) => about?.ruleset === ruleset);
  const names = new Set(counted.map(({ rule }) => rule));
  return rulesIn(clause ?? { text: "" })
    .filter(({ held, about }) => held && about?.output === output && names.has(about.rule))
    .map(({ text }) => asSentence(text.replace(beforeEnd, afterEnd)))
    .join(" ");
}

/** Rules speak of a settlement before anyone knows whether the contract ends; on a statement it has ended. */
const [beforeEnd, afterEnd] = ["would be due if the contract ended", "is due as the contract ended"];

/** Collects sources, each once. */
function openSources() {
  const places = new Map<string, number>();
  const all: Ruleset["source"][number][] = [];
  return {
    all,
    place: (source: Ruleset["source"][number]): number => {
      const key = JSON.stringify([source.document, source.section, source.url]);
      const place = places.get(key) ?? all.push(source) - 1;
      places.set(key, place);
      return place;
    },
  };
}
