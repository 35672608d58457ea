import type { AmountSpec, Band, Row } from "../amount.ts";
import type { FactValue } from "../fact.ts";
import type { RoundingMode } from "../money.ts";
import { listWords } from "./name-words.ts";
import { numberWords, valueWords } from "./value-words.ts";
import { measureWords, termWords, type Wording } from "./wording.ts";

/** Text and how firmly it holds together: one thing, a product, a sum, or a clause. */
type Part = { readonly text: string; readonly bond: "one" | "product" | "sum" | "clause" };

const one = (text: string): Part => ({ text, bond: "one" });
const clause = (text: string): Part => ({ text, bond: "clause" });

/** An amount as a formula in words, with the values of parameters (and of facts where the wording knows them). */
export function amountWords(spec: AmountSpec, wording: Wording): string {
  return part(spec, wording).text;
}

function part(spec: AmountSpec, wording: Wording): Part {
  const inner = (of: AmountSpec) => part(of, wording);
  const firm = (of: AmountSpec) => within(inner(of), ["one"]);
  if (typeof spec === "number") return one(numberWords(spec));
  if ("fact" in spec) return one(termWords(spec.fact, wording));
  if ("param" in spec) return one(termWords(spec.param, wording));
  if ("add" in spec) return sum(spec.add.map(inner), "+");
  if ("sub" in spec) {
    const [first, ...rest] = spec.sub.map(inner);
    if (spec.sub[0] === 0 && rest.length === 1) return one(`−${within(rest[0]!, ["one"])}`);
    return sum([first!, ...rest], "−");
  }
  if ("mul" in spec) return product(spec.mul, inner);
  if ("div" in spec) return quotient(spec, wording);
  if ("min" in spec) return extreme(spec.min, "at most", "smallest", inner);
  if ("max" in spec) return extreme(spec.max, "at least", "largest", inner);
  if ("clamp" in spec) {
    const [of, low, high] = spec.clamp as [AmountSpec, AmountSpec, AmountSpec];
    return clause(`${firm(of)}, but at least ${firm(low)} and at most ${firm(high)}`);
  }
  if ("round" in spec)
    return clause(`${firm(spec.round)}, rounded ${roundings[spec.mode ?? "halfAwayFromZero"]}`);
  if ("tiers" in spec) return tiers(spec.tiers, firm);
  if ("table" in spec) return table(spec.table, wording, firm);
  const [total, k, n] = spec.instalment as [AmountSpec, AmountSpec, AmountSpec];
  const parts = `${count(n, wording) ?? firm(n)} equal parts of ${firm(total)}`;
  const number = count(k, wording);
  return clause(
    number === undefined ? `of ${parts}, the one whose number is ${firm(k)}` : `part ${number} of ${parts}`,
  );
}

const roundings: Readonly<Record<RoundingMode, string>> = {
  halfAwayFromZero: "to the nearest whole unit",
  halfEven: "to the nearest whole unit (a half to the even one)",
  up: "up to a whole unit",
  down: "down to a whole unit",
  awayFromZero: "away from zero to a whole unit",
  towardsZero: "towards zero to a whole unit",
};

function within(of: Part, bonds: readonly Part["bond"][]): string {
  return bonds.includes(of.bond) ? of.text : `(${of.text})`;
}

function sum(parts: readonly Part[], sign: "+" | "−"): Part {
  if (parts.length === 1) return parts[0]!;
  const [first, ...rest] = parts;
  const firm: Part["bond"][] = sign === "+" ? ["one", "product", "sum"] : ["one", "product"];
  const texts = [within(first!, ["one", "product", "sum"]), ...rest.map((p) => within(p, firm))];
  return { text: texts.join(` ${sign} `), bond: "sum" };
}

function product(specs: readonly AmountSpec[], inner: (of: AmountSpec) => Part): Part {
  if (specs.length === 1) return inner(specs[0]!);
  if (specs[0] === -1) return one(`−${within(product(specs.slice(1), inner), ["one"])}`);
  return { text: specs.map((spec) => within(inner(spec), ["one", "product"])).join(" × "), bond: "product" };
}

function quotient(spec: { div: readonly AmountSpec[]; otherwise: AmountSpec }, wording: Wording): Part {
  const [left, right] = spec.div as [AmountSpec, AmountSpec];
  const text = `${within(part(left, wording), ["one", "product"])} ÷ ${within(part(right, wording), ["one"])}`;
  if (neverZero(right, wording)) return { text, bond: "product" };
  const zero = isPlain(right) ? `${part(right, withoutValues(wording)).text} is 0` : "that divides by 0";
  return clause(`${text}, or ${within(part(spec.otherwise, wording), ["one", "product"])} where ${zero}`);
}

function withoutValues({ fact, parameter }: Wording): Wording {
  return { fact, parameter };
}

function neverZero(spec: AmountSpec, wording: Wording): boolean {
  if (typeof spec === "number") return spec !== 0;
  const name =
    typeof spec === "object" && "param" in spec ? spec.param : "fact" in spec ? spec.fact : undefined;
  const bound = name === undefined ? undefined : wording.parameter(name);
  return bound !== undefined && bound.value !== 0;
}

function extreme(
  specs: readonly AmountSpec[],
  limit: "at most" | "at least",
  word: string,
  inner: (of: AmountSpec) => Part,
): Part {
  const [first, second] = specs;
  if (second === undefined) return inner(first!);
  if (specs.length === 2) {
    // The simpler of the two is the limit that people think of.
    const [of, bound] = isPlain(first!) && !isPlain(second) ? [second, first!] : [first!, second];
    if (isPlain(bound))
      return clause(`${within(inner(of), ["one", "product", "sum"])}, but ${limit} ${inner(bound).text}`);
  }
  const texts = specs.map((spec) => within(inner(spec), ["one", "product", "sum"]));
  return clause(
    `the ${specs.length === 2 ? (word === "smallest" ? "smaller" : "larger") : word} of ${listWords(texts)}`,
  );
}

function isPlain(spec: AmountSpec): boolean {
  return typeof spec === "number" || "fact" in spec || "param" in spec;
}

function tiers(spec: { of: AmountSpec; bands: readonly Band[] }, firm: (of: AmountSpec) => string): Part {
  let from: string | undefined;
  const bands = spec.bands.map((band) => {
    const to = band.upTo === undefined ? undefined : firm(band.upTo);
    const range =
      from === undefined
        ? to === undefined
          ? "all of it"
          : `the part up to ${to}`
        : to === undefined
          ? `the part beyond ${from}`
          : `the part from ${from} to ${to}`;
    if (to !== undefined) from = to;
    return `${firm(band.rate)} × ${range}`;
  });
  return clause(`in tiers of ${firm(spec.of)}: ${bands.join(", plus ")}`);
}

function table(
  spec: { of: AmountSpec; rows: readonly Row[]; otherwise: AmountSpec },
  wording: Wording,
  firm: (of: AmountSpec) => string,
): Part {
  const fact = typeof spec.of === "object" && "fact" in spec.of ? wording.fact(spec.of.fact) : undefined;
  const value = (is: FactValue) => valueWords(fact ?? { unit: "number" }, is);
  const rows = spec.rows.map((row) => {
    const where = row.upTo === undefined ? `is ${value(row.is ?? "")}` : `is at most ${firm(row.upTo)}`;
    return `${firm(row.value)} where it ${where}`;
  });
  const subject = fact === undefined ? firm(spec.of) : measureWords(fact.name, wording);
  return clause(`by ${subject}: ${rows.join(", ")}, otherwise ${firm(spec.otherwise)}`);
}

/** A number of parts with its value first, so that it reads "part 3 of 6 (service fee months)"; undefined if unknown. */
function count(spec: AmountSpec, wording: Wording): string | undefined {
  if (typeof spec === "number") return numberWords(spec);
  const name = "param" in spec ? spec.param : "fact" in spec ? spec.fact : undefined;
  if (name === undefined) return undefined;
  if (wording.parameter(name) !== undefined) return measureWords(name, wording);
  const value = wording.read?.(name);
  return value === undefined ? undefined : valueWords({ unit: "number" }, value);
}
