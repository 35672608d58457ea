import type { AmountSpec } from "../amount.ts";
import { namesInAmount } from "../amount.ts";
import { isPence } from "../fact.ts";
import type { Ruleset } from "../ruleset.ts";
import { effectsOf, namesInTracked, scopeOf } from "../scope.ts";
import { listWords } from "../words/name-words.ts";
import type { Finding } from "./finding.ts";

/** Prices that are listed one by one. */
const mostNamed = 3;

/**
 * Parameters in pounds that a payment multiplies by people and that no basis of comparison scales: they are unit
 * prices in all but name, and solving for the same expected bill leaves them as they are.
 */
export function unscaledPrices(ruleset: Ruleset): Finding[] {
  const unscaled = (name: string) => {
    const parameter = ruleset.parameters[name];
    return parameter?.unit === "pounds" && !parameter.scaled;
  };
  const names = new Set<string>();
  let people: string | undefined;
  for (const { type, params } of effectsOf(ruleset)) {
    if (type !== "pay" || typeof params.amount !== "object") continue;
    for (const parts of productsIn(params.amount)) {
      const counted = parts
        .flatMap((part) => namesInAmount(part).facts)
        .find((n) => countsPeople(n, ruleset));
      if (counted === undefined) continue;
      people ??= counted;
      for (const part of parts)
        if (typeof part === "object" && "param" in part && unscaled(part.param)) names.add(part.param);
    }
  }
  const [first] = names;
  if (first === undefined) return [];
  const shown = [...names].slice(0, mostNamed);
  const rest = names.size - shown.length;
  const list = rest > 0 ? `${shown.join(", ")} and ${rest} more` : listWords(shown);
  const [verb, are] = names.size === 1 ? ["multiplies", "is"] : ["multiply", "are"];
  return [
    {
      path: ["parameters", first],
      kind: "price not scaled",
      text: `${list} ${verb} ${people} and ${are} not scaled, so no basis of comparison moves ${names.size === 1 ? "it" : "them"}; a unit price says scaled: true`,
    },
  ];
}

/** The factors of every product in an amount. */
function productsIn(amount: AmountSpec): AmountSpec[][] {
  const products: AmountSpec[][] = [];
  const walk = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(walk);
    else if (typeof part === "object" && part !== null) {
      const { mul } = part as { mul?: AmountSpec[] };
      if (mul !== undefined) products.push(mul);
      Object.values(part).forEach(walk);
    }
  };
  walk(amount);
  return products;
}

/** Does a fact count people or places, itself or as a number that is made of such facts? */
function countsPeople(name: string, ruleset: Ruleset): boolean {
  if (isPence(name)) return false;
  const spec = Object.hasOwn(ruleset.tracked, name) ? ruleset.tracked[name] : undefined;
  if (spec !== undefined)
    return ("value" in spec || "sum" in spec) && namesInTracked(spec).some((n) => countsPeople(n, ruleset));
  const fact = scopeOf(ruleset).get(name);
  return fact?.from !== "parameter" && (fact?.unit === "people" || fact?.unit === "places");
}
