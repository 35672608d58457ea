import { type AmountScope, checkAmount, type Report } from "./check-amount.ts";
import { checkLiteral } from "./check-condition.ts";
import { checkVerdict } from "./check-verdict.ts";
import type { DocumentPath } from "./document.ts";
import { isPence } from "./fact.ts";
import { isAwardKind, type Kind } from "./kind.ts";
import { didYouMean } from "./nearest-name.ts";
import type { Effect, Ruleset, Stage } from "./ruleset.ts";
import { isVerdict, verdictIn } from "./verdict.ts";

/** Facts of the dictionary that rulesets of one kind set. */
const settableIn: Readonly<Record<string, Kind>> = {
  fault: "fault",
  faultShare: "fault",
  settlementPence: "cancellation",
};

/** Checks what the rules of a ruleset do: payments in money, facts that may be set, ends where a contract may end. */
export function checkEffects(ruleset: Ruleset, scope: AmountScope, report: Report): void {
  for (const [s, stage] of ruleset.stages.entries()) {
    for (const [r, rule] of stage.rules.entries()) {
      checkEffect(ruleset, rule.event, ["stages", s, "rules", r, "event"], scope, report);
    }
    for (const [e, effect] of stage.otherwise.entries()) {
      checkEffect(ruleset, effect, ["stages", s, "otherwise", e], scope, report);
    }
    checkStage(stage, ["stages", s], scope, report);
  }
  checkTerms(ruleset, report);
}

function checkEffect(
  ruleset: Ruleset,
  effect: Effect,
  path: DocumentPath,
  scope: AmountScope,
  report: Report,
): void {
  const { type, params } = effect;
  const at = [...path, "params"];
  if (params.termDays !== undefined && type !== "pay" && params.output !== "settlementPence") {
    report([...at, "termDays"], {
      adjective: "unsupported",
      noun: "key",
      found: "termDays",
      expected: "it beside pay or settlementPence only",
    });
  }
  if (typeof params.termDays === "object") checkAmount(params.termDays, [...at, "termDays"], scope, report);
  if (isVerdict(type)) checkVerdict(ruleset, { type, params }, path, scope, report);
  else if (isAwardKind(ruleset.kind) && type !== "set") {
    report([...path, "type"], {
      adjective: "unsupported",
      noun: "event type",
      found: `${type} in a ruleset of kind ${ruleset.kind}`,
      expected: `set or ${verdictIn[ruleset.kind]}`,
    });
  } else if (type === "end") {
    if (ruleset.kind !== "termination") {
      report([...path, "type"], {
        adjective: "unsupported",
        noun: "event type",
        found: "end",
        expected: "it in a termination ruleset only",
      });
    }
    if (params.amount !== undefined) {
      report([...at, "amount"], {
        adjective: "unsupported",
        noun: "key",
        found: "amount",
        expected: "an end without an amount",
      });
    }
  } else if (params.amount === undefined) {
    report(at, { adjective: "missing", noun: "key", found: "amount" });
  } else if (type === "pay") {
    checkPay(params, at, ruleset, scope, report);
  } else checkSet(ruleset, params, at, scope, report);
}

function checkPay(
  params: Effect["params"],
  at: DocumentPath,
  ruleset: Ruleset,
  scope: AmountScope,
  report: Report,
): void {
  if (isPence(params.output) || scope.facts.get(`${params.output}Pence`)?.from !== "output") {
    report([...at, "output"], {
      adjective: "invalid",
      noun: "output",
      found: params.output,
      expected: "the name of a payment, without Pence, that no fact uses",
    });
  }
  if (ruleset.kind === "fault" || ruleset.kind === "cancellation" || ruleset.kind === "termination") {
    report([...at, "output"], {
      adjective: "unsupported",
      noun: "event type",
      found: `pay in a ${ruleset.kind} ruleset`,
      expected: ruleset.kind === "cancellation" ? "it to set settlementPence" : "it to pay nothing",
    });
  }
  if (typeof params.amount === "boolean" || typeof params.amount === "string") {
    report([...at, "amount"], {
      adjective: "invalid",
      noun: "amount",
      found: JSON.stringify(params.amount),
      expected: "an amount of money",
    });
    return;
  }
  const measure = checkAmount(params.amount!, [...at, "amount"], scope, report);
  if (measure === "plain") {
    report([...at, "amount"], {
      adjective: "invalid",
      noun: "amount",
      found: "a plain number",
      expected: "an amount of money",
      hint: "make the price a parameter in pounds",
    });
  }
}

function checkSet(
  ruleset: Ruleset,
  params: Effect["params"],
  at: DocumentPath,
  scope: AmountScope,
  report: Report,
): void {
  const fact = scope.facts.get(params.output);
  if (fact === undefined || fact.from !== "set") {
    const settable = [...scope.facts.values()].filter((f) => f.from === "set").map((f) => f.name);
    const hint = didYouMean(params.output, settable);
    report([...at, "output"], {
      adjective: "unknown",
      noun: "output",
      found: params.output,
      expected: "a fact declared under facts with from: set",
      ...(hint && { hint }),
    });
    return;
  }
  const kind = Object.hasOwn(settableIn, fact.name) ? settableIn[fact.name] : undefined;
  if (kind !== undefined && kind !== ruleset.kind) {
    report([...at, "output"], {
      adjective: "unsupported",
      noun: "output",
      found: fact.name,
      expected: `it in a ruleset of kind ${kind}`,
    });
  }
  const amount = params.amount!;
  if (fact.type !== "number" || typeof amount === "boolean" || typeof amount === "string") {
    if (typeof amount === "object") {
      report([...at, "amount"], {
        adjective: "invalid",
        noun: "amount",
        found: "an expression",
        expected: `a value of ${fact.name}`,
      });
    } else checkLiteral(fact, amount, [...at, "amount"], report);
    return;
  }
  const measure = checkAmount(amount, [...at, "amount"], scope, report);
  if ((measure === "money" || measure === "plain") && (measure === "money") !== isPence(fact.name)) {
    report([...at, "amount"], {
      adjective: "invalid",
      noun: "amount",
      found: measure === "money" ? "money" : "a plain number",
      expected: `${fact.unit}, as ${fact.name} is`,
    });
  }
}

const listPolicies = ["rule order", "output order", "collect count"];

function checkStage(stage: Stage, path: DocumentPath, scope: AmountScope, report: Report): void {
  for (const [r, rule] of stage.rules.entries()) {
    const { type } = rule.event;
    const fact = type === "set" ? scope.facts.get(rule.event.params.output) : undefined;
    if (fact !== undefined && fact.type !== "number" && stage.hitPolicy.startsWith("collect")) {
      report([...path, "rules", r, "event", "params", "output"], {
        adjective: "unsupported",
        noun: "output",
        found: `${fact.name} under ${stage.hitPolicy}`,
        expected: "a number where hits are collected",
        hint: "use unique, any, first or priority",
      });
    }
    if (stage.hitPolicy === "collect count" && type !== "set") {
      report([...path, "rules", r, "event", "type"], {
        adjective: "unsupported",
        noun: "event type",
        found: `${type} under collect count`,
        expected: "set: a count is not money",
      });
    } else if (
      (type === "exclude" || type === "ask") &&
      (stage.hitPolicy.startsWith("collect") || listPolicies.includes(stage.hitPolicy))
    ) {
      // A reason holds or does not: two that hold are no more than one.
      report([...path, "rules", r, "event", "type"], {
        adjective: "unsupported",
        noun: "event type",
        found: `${type} under ${stage.hitPolicy}`,
        expected: "unique, any, first or priority",
      });
    } else if (
      type === "set" &&
      stage.hitPolicy !== "collect count" &&
      listPolicies.includes(stage.hitPolicy)
    ) {
      report([...path, "rules", r, "event", "type"], {
        adjective: "unsupported",
        noun: "event type",
        found: `set under ${stage.hitPolicy}`,
        expected: "a hit policy that gives one value",
      });
    }
  }
}

function checkTerms(ruleset: Ruleset, report: Report): void {
  const terms = new Map<string, string>();
  for (const [s, stage] of ruleset.stages.entries()) {
    for (const [key, effect] of [
      ...stage.rules.map((rule, r) => [["rules", r, "event"], rule.event] as const),
      ...stage.otherwise.map((effect, e) => [["otherwise", e], effect] as const),
    ]) {
      if (effect.type !== "pay") continue;
      const term = JSON.stringify(effect.params.termDays ?? null);
      const before = terms.get(effect.params.output);
      if (before !== undefined && before !== term) {
        report(["stages", s, ...key, "params"], {
          adjective: "ambiguous",
          noun: "payment term",
          found: effect.params.output,
          expected: "one termDays for all rules that pay under an output",
        });
      }
      terms.set(effect.params.output, term);
    }
  }
}
