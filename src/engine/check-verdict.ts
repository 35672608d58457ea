import { type AmountScope, checkAmount, type Report } from "./check-amount.ts";
import { dictionaryOf } from "./dictionary.ts";
import type { DocumentPath } from "./document.ts";
import { awardKinds, isAwardKind } from "./kind.ts";
import type { Effect, Ruleset } from "./ruleset.ts";
import { type Verdict, verdictIn } from "./verdict.ts";

/** Checks what a rule says of an offer: the right verdict for the kind, points as a plain number, reasons without an amount. */
export function checkVerdict(
  ruleset: Ruleset,
  { type, params }: { readonly type: Verdict; readonly params: Effect["params"] },
  path: DocumentPath,
  scope: AmountScope,
  report: Report,
): void {
  const at = [...path, "params"];
  if (!isAwardKind(ruleset.kind) || verdictIn[ruleset.kind] !== type) {
    const kinds = awardKinds.filter((kind) => verdictIn[kind] === type);
    report([...path, "type"], {
      adjective: "unsupported",
      noun: "event type",
      found: type,
      expected: isAwardKind(ruleset.kind)
        ? `set or ${verdictIn[ruleset.kind]} in a ruleset of kind ${ruleset.kind}`
        : `pay, set or end in a contract; ${type} belongs to kind ${kinds.join(" or ")}`,
    });
    return;
  }
  if (type !== "score") {
    if (params.amount !== undefined) {
      report([...at, "amount"], {
        adjective: "unsupported",
        noun: "key",
        found: "amount",
        expected: `${type} without an amount`,
      });
    }
    const taken =
      dictionaryOf(ruleset.kind).has(params.output) || Object.hasOwn(ruleset.facts, params.output);
    if (taken) {
      report([...at, "output"], {
        adjective: "duplicate",
        noun: "output",
        found: params.output,
        expected: "a name of its own: it says why",
      });
    }
    return;
  }
  if (params.output !== "points") {
    report([...at, "output"], {
      adjective: "unknown",
      noun: "output",
      found: params.output,
      expected: "points: a ruleset scores one criterion",
    });
  }
  if (params.amount === undefined) {
    report(at, { adjective: "missing", noun: "key", found: "amount" });
    return;
  }
  if (typeof params.amount === "boolean" || typeof params.amount === "string") {
    report([...at, "amount"], {
      adjective: "invalid",
      noun: "amount",
      found: JSON.stringify(params.amount),
      expected: "a number of points",
    });
    return;
  }
  if (checkAmount(params.amount, [...at, "amount"], scope, report) === "money") {
    report([...at, "amount"], {
      adjective: "invalid",
      noun: "amount",
      found: "money",
      expected: "a plain number of points",
      hint: "divide one amount of money by another",
    });
  }
}
