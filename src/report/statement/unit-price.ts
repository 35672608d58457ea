import { type AmountSpec, workOut } from "../../engine/amount.ts";
import { amountOf } from "../../engine/compile-ruleset.ts";
import { type Contract, readParameter } from "../../engine/contract.ts";
import type { CountedEffect, ExplainOptions } from "../../engine/counted-rules.ts";
import { codeOf } from "../../engine/fact.ts";
import { round } from "../../engine/money.ts";
import { nameWords } from "../../engine/words/name-words.ts";
import { countsPeople } from "./counts-people.ts";

/** A payment as a count times a price. */
export type UnitPrice = {
  readonly quantity: number;
  /** What is counted, in words: "starts", or "people" where the count is worked out. */
  readonly unit: string;
  /** Pence for one, with the decimals that are shown; negative for a clawback. */
  readonly ratePence: number;
  /** Is the product brought to a whole penny, halves away from zero? */
  readonly rounded: boolean;
};

type Scope = {
  readonly contract: Contract;
  readonly value: (spec: AmountSpec) => number;
};

/**
 * Takes what was owed apart into a count of people and a price for one; undefined where it is no such product, or where
 * the two as they are shown would not give the amount to the penny.
 */
export function unitPrice(
  contract: Contract,
  { effect, read }: CountedEffect,
  { priceScale, rounded }: ExplainOptions,
  pence: number,
): UnitPrice | undefined {
  const { amount } = effect.params;
  if (typeof amount !== "object") return undefined;
  const fact = (name: string) => contract.facts.get(name)!;
  const param = (name: string) =>
    codeOf(contract.parameters.get(name)!.parameter, readParameter(contract, name, priceScale));
  const value = (spec: AmountSpec) =>
    workOut(amountOf(spec, { fact, param, rounded }), (name) => codeOf(fact(name), read[name]!));
  const factors = factorsOf(amount, { contract, value });
  const counts = factors.filter((factor) => countsPeople(factor, contract));
  if (factors.length < 2 || counts.length !== 1) return undefined;
  const [count] = counts as [AmountSpec];
  const quantity = value(count);
  const rate = factors
    .filter((factor) => factor !== count)
    .reduce<number>((all, factor) => all * value(factor), 1);
  return shownProduct(quantity, rate, round(pence), unitWords(count, quantity));
}

/** The factors of a product, through limits that leave it as it is. */
function factorsOf(spec: AmountSpec, scope: Scope): AmountSpec[] {
  const inForce = partInForce(spec, scope);
  if (typeof inForce !== "object" || !("mul" in inForce)) return [inForce];
  return inForce.mul.flatMap((factor) =>
    countsPeople(factor, scope.contract) ? [factor] : factorsOf(factor, scope),
  );
}

/** The part of a limit that gives its value: of "at most" the product, where it is under the most. */
function partInForce(spec: AmountSpec, scope: Scope): AmountSpec {
  if (typeof spec !== "object") return spec;
  const parts =
    "min" in spec ? spec.min : "max" in spec ? spec.max : "clamp" in spec ? spec.clamp.slice(0, 1) : [];
  const whole = scope.value(spec);
  const own = parts.find(
    (part) => typeof part === "object" && !("param" in part) && scope.value(part) === whole,
  );
  return own === undefined ? spec : partInForce(own, scope);
}

function unitWords(count: AmountSpec, quantity: number): string {
  if (typeof count !== "object" || !("fact" in count)) return quantity === 1 ? "person" : "people";
  const words = nameWords(count.fact).replace(/(outcomes?) (?=\d)/, "$1 at ");
  return quantity === 1 ? words.replace(/\b(start|outcome|referral)s\b/, "$1") : words;
}

/** Count and price with as few decimals as give the amount, a price with two at least. */
function shownProduct(quantity: number, rate: number, pence: number, unit: string): UnitPrice | undefined {
  const shown = atDecimals(quantity, 4);
  if (Math.abs(shown - quantity) > 1e-9) return undefined;
  const exact = [0, 1, 2, 3, 4].find((decimals) => Math.abs(atDecimals(rate, decimals) - rate) < 1e-9);
  for (let decimals = exact ?? 2; decimals <= 6; decimals++) {
    const ratePence = atDecimals(rate, decimals);
    if (round(shown * ratePence) !== pence) continue;
    return { quantity: shown, unit, ratePence, rounded: Math.abs(shown * ratePence - pence) > 1e-6 };
  }
  return undefined;
}

function atDecimals(value: number, decimals: number): number {
  const power = Number(`1e${decimals}`);
  return Math.round(value * power) / power + 0;
}
