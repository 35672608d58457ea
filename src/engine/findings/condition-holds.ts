import { type Condition, isFactReference, type Leaf } from "../condition.ts";
import type { FactValue } from "../fact.ts";

/** Facts of one situation, by name. */
export type Situation = Readonly<Record<string, FactValue>>;

/** Does a condition hold in a situation? As json-rules-engine judges it; every fact that it names must be given. */
export function conditionHolds(condition: Condition, situation: Situation): boolean {
  if ("all" in condition) return condition.all.every((part) => conditionHolds(part, situation));
  if ("any" in condition) return condition.any.some((part) => conditionHolds(part, situation));
  if ("not" in condition) return !conditionHolds(condition.not, situation);
  return leafHolds(condition, situation);
}

function leafHolds({ fact, operator, value }: Leaf, situation: Situation): boolean {
  const left = situation[fact]!;
  const right = isFactReference(value) ? situation[value.fact]! : value;
  switch (operator) {
    case "equal":
      return left === right;
    case "notEqual":
      return left !== right;
    case "in":
      return (right as readonly FactValue[]).includes(left);
    case "notIn":
      return !(right as readonly FactValue[]).includes(left);
    case "lessThan":
      return (left as number) < (right as number);
    case "lessThanInclusive":
      return (left as number) <= (right as number);
    case "greaterThan":
      return (left as number) > (right as number);
    case "greaterThanInclusive":
      return (left as number) >= (right as number);
  }
}
