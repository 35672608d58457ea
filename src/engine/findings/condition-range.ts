import { type Condition, isFactReference, type Leaf } from "../condition.ts";
import { anyNumber, type Range } from "./amount-range.ts";

/** Whether a condition can hold, and whether it always does; both only as far as ranges tell. */
export type Chance = { readonly can: boolean; readonly must: boolean };

const unknown: Chance = { can: true, must: false };

/** Can a condition hold if the numbers in it lie where `rangeOf` says, each free of the others? */
export function conditionRange(condition: Condition, rangeOf: (name: string) => Range): Chance {
  const parts = (conditions: readonly Condition[]) => conditions.map((part) => conditionRange(part, rangeOf));
  if ("all" in condition) {
    const all = parts(condition.all);
    return { can: all.every(({ can }) => can), must: all.every(({ must }) => must) };
  }
  if ("any" in condition) {
    const any = parts(condition.any);
    return { can: any.some(({ can }) => can), must: any.some(({ must }) => must) };
  }
  if ("not" in condition) {
    const { can, must } = conditionRange(condition.not, rangeOf);
    return { can: !must, must: !can };
  }
  return leafRange(condition, rangeOf);
}

function leafRange({ fact, operator, value }: Leaf, rangeOf: (name: string) => Range): Chance {
  const left = rangeOf(fact);
  const right = isFactReference(value)
    ? rangeOf(value.fact)
    : typeof value === "number"
      ? { ...anyNumber, min: value, max: value }
      : undefined;
  if (right === undefined) return unknown;
  switch (operator) {
    case "lessThan":
      return { can: left.min < right.max, must: left.max < right.min };
    case "lessThanInclusive":
      return { can: left.min <= right.max, must: left.max <= right.min };
    case "greaterThan":
      return { can: left.max > right.min, must: left.min > right.max };
    case "greaterThanInclusive":
      return { can: left.max >= right.min, must: left.min >= right.max };
    default:
      return unknown;
  }
}
