/** What a fact can be: a number, a yes or no, or one of a list of words. */
export type FactType = "number" | "boolean" | "enum";

/** A fact's value as rules and people see it. */
export type FactValue = number | boolean | string;

/** One fact that a rule may read: what it is, in which unit and range, and one sentence on what it means. */
export type Fact = {
  readonly name: string;
  readonly type: FactType;
  readonly values?: readonly string[] | undefined;
  readonly unit: string;
  readonly min?: number;
  readonly max?: number;
  readonly default: FactValue;
  readonly sentence: string;
  /** Who gives it its value. */
  readonly from: "dictionary" | "scenario" | "set" | "parameter" | "tracked" | "output";
};

export type Dictionary = ReadonlyMap<string, Fact>;

/** A fact's value as the kernel holds it: numbers as they are, yes 1 and no 0, a word by its place in the list. */
export function codeOf(fact: { readonly values?: readonly string[] | undefined }, value: FactValue): number {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  return (fact.values ?? []).indexOf(value);
}

/** The inverse of `codeOf`. */
export function factValueOf(fact: Pick<Fact, "type" | "values">, code: number): FactValue {
  if (fact.type === "boolean") return code !== 0;
  if (fact.type === "enum") return fact.values?.[code] ?? "";
  return code;
}

/** Money is the one unit that changes between what people write (pounds) and what rules read (pence). */
export function isPence(name: string): boolean {
  return name.endsWith("Pence");
}
