import { type AmountScope, isMoney, type Report } from "./check-amount.ts";
import { type Condition, isFactReference } from "./condition.ts";
import { isOpenEnum } from "./contract-facts.ts";
import type { DocumentPath } from "./document.ts";
import type { Fact, FactValue } from "./fact.ts";
import { didYouMean } from "./nearest-name.ts";
import { operators } from "./operators.ts";

/** Checks that a condition names known facts and compares like with like. */
export function checkCondition(
  condition: Condition,
  path: DocumentPath,
  scope: AmountScope,
  report: Report,
): void {
  if ("all" in condition) {
    for (const [i, part] of condition.all.entries()) checkCondition(part, [...path, "all", i], scope, report);
    return;
  }
  if ("any" in condition) {
    for (const [i, part] of condition.any.entries()) checkCondition(part, [...path, "any", i], scope, report);
    return;
  }
  if ("not" in condition) return checkCondition(condition.not, [...path, "not"], scope, report);
  const fact = lookUp(condition.fact, [...path, "fact"], scope, report);
  if (fact === undefined) return;
  const { operator, value } = condition;
  const { types, list } = operators[operator];
  if (!(types as readonly string[]).includes(fact.type)) {
    report([...path, "operator"], {
      adjective: "unsupported",
      noun: "operator",
      found: `${operator} on ${fact.name}, ${aType(fact)}`,
      expected: fact.type === "boolean" ? "equal or notEqual" : "equal, notEqual, in or notIn",
    });
    return;
  }
  if (isFactReference(value)) {
    const other = lookUp(value.fact, [...path, "value", "fact"], scope, report);
    if (list) {
      report([...path, "value"], {
        adjective: "invalid",
        noun: "value",
        found: `fact ${value.fact}`,
        expected: "a list of values",
      });
    } else if (other !== undefined) checkAlike(fact, other, [...path, "value", "fact"], report);
    return;
  }
  if (list !== Array.isArray(value)) {
    report([...path, "value"], {
      adjective: "invalid",
      noun: "value",
      found: JSON.stringify(value),
      expected: list ? "a list of values" : "one value",
    });
    return;
  }
  for (const [i, item] of (Array.isArray(value) ? value : [value]).entries()) {
    checkLiteral(fact, item, Array.isArray(value) ? [...path, "value", i] : [...path, "value"], report);
  }
}

/** Checks that a literal is one that the fact can have. */
export function checkLiteral(fact: Fact, value: FactValue, path: DocumentPath, report: Report): void {
  const type = typeof value === "string" ? "enum" : typeof value;
  if (type !== fact.type) {
    report(path, {
      adjective: "invalid",
      noun: "value",
      found: JSON.stringify(value),
      expected: `${aType(fact)}, as ${fact.name} is`,
    });
  } else if (typeof value === "string" && !isOpenEnum(fact) && !fact.values?.includes(value)) {
    const hint = didYouMean(value, fact.values ?? []);
    report(path, {
      adjective: "unknown",
      noun: "value",
      found: value,
      expected: `one of ${fact.values?.join(", ")}`,
      ...(hint && { hint }),
    });
  }
}

function checkAlike(left: Fact, right: Fact, path: DocumentPath, report: Report): void {
  const words = left.type === "enum" && left.values?.join() !== right.values?.join();
  if (left.type !== right.type || words) {
    report(path, {
      adjective: "invalid",
      noun: "value",
      found: `${right.name}, ${aType(right)}`,
      expected: `${aType(left)}, as ${left.name} is`,
    });
  } else if (left.type === "number" && isMoney(left) !== isMoney(right)) {
    report(path, {
      adjective: "invalid",
      noun: "value",
      found: `${left.name} (${left.unit}) against ${right.name} (${right.unit})`,
      expected: "money against money, or plain numbers",
    });
  }
}

function lookUp(name: string, path: DocumentPath, scope: AmountScope, report: Report): Fact | undefined {
  const fact = scope.facts.get(name);
  if (fact === undefined) {
    const hint = didYouMean(name, scope.facts.keys());
    report(path, {
      adjective: "unknown",
      noun: "fact",
      found: name,
      expected: "a fact of the dictionary, or one declared under facts, parameters or tracked",
      ...(hint && { hint }),
    });
  }
  return fact;
}

function aType(fact: Pick<Fact, "type">): string {
  return fact.type === "number" ? "a number" : fact.type === "boolean" ? "true or false" : "a word";
}
