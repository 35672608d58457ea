import { type RoundingMode, round } from "./money.ts";

/** An amount as a rule file spells it: a small expression over facts and parameters. */
export type AmountSpec =
  | number
  | { readonly fact: string }
  | { readonly param: string }
  | { readonly add: readonly AmountSpec[] }
  | { readonly sub: readonly AmountSpec[] }
  | { readonly mul: readonly AmountSpec[] }
  | { readonly div: readonly AmountSpec[]; readonly otherwise: AmountSpec }
  | { readonly min: readonly AmountSpec[] }
  | { readonly max: readonly AmountSpec[] }
  | { readonly clamp: readonly AmountSpec[] }
  | { readonly round: AmountSpec; readonly mode?: RoundingMode | undefined }
  | { readonly tiers: { readonly of: AmountSpec; readonly bands: readonly Band[] } }
  | {
      readonly table: {
        readonly of: AmountSpec;
        readonly rows: readonly Row[];
        readonly otherwise: AmountSpec;
      };
    }
  | { readonly instalment: readonly AmountSpec[] };

/** The part of the quantity up to `upTo` (none: without end) at `rate` a unit. */
export type Band = { readonly upTo?: AmountSpec | undefined; readonly rate: AmountSpec };

/** A row of a table holds where the quantity is `is`, or is at most `upTo`; the first that holds counts. */
export type Row = {
  readonly is?: number | string | boolean | undefined;
  readonly upTo?: AmountSpec | undefined;
  readonly value: AmountSpec;
};

/** The few operations that both roads carry out; everything else is spelled with them. */
export type Amount =
  | { readonly op: "literal"; readonly value: number }
  | { readonly op: "fact"; readonly name: string }
  | { readonly op: "add" | "sub" | "mul" | "min" | "max"; readonly left: Amount; readonly right: Amount }
  | { readonly op: "div"; readonly left: Amount; readonly right: Amount; readonly otherwise: Amount }
  | { readonly op: "round"; readonly of: Amount; readonly mode: RoundingMode }
  | {
      readonly op: "choose";
      readonly test: "equal" | "atMost";
      readonly left: Amount;
      readonly right: Amount;
      readonly then: Amount;
      readonly otherwise: Amount;
    };

/** How a name or a word becomes a number: parameters are settled before an amount is worked out. */
export type AmountNames = {
  /** The value of a parameter as rules read it (pence where it is money). */
  readonly param: (name: string) => number;
  /** The code of a word or of yes and no, in a row of a table over the named fact. */
  readonly code: (of: AmountSpec, word: string | boolean) => number;
  /** False where payments are not rounded: then instalments are not cut to whole pence either. True where left out. */
  readonly rounded?: boolean;
};

const literal = (value: number): Amount => ({ op: "literal", value });

/**
 * Brings a spelled amount to the few operations that both roads know, with parameters put in.
 *
 * Lists are worked off from left to right, so that both roads add in the same order. `tiers` is the sum over
 * bands of rate × the part of the quantity inside the band. `instalment(total, k, n)` is
 * round(total × k / n) − round(total × (k − 1) / n), with k held between 0 and n: the parts sum to the whole. Where
 * payments are not rounded it is the same without rounding.
 */
export function resolveAmount(spec: AmountSpec, names: AmountNames): Amount {
  const resolve = (part: AmountSpec) => resolveAmount(part, names);
  if (typeof spec === "number") return literal(spec);
  if ("fact" in spec) return { op: "fact", name: spec.fact };
  if ("param" in spec) return literal(names.param(spec.param));
  if ("add" in spec) return chain("add", spec.add.map(resolve));
  if ("sub" in spec) return chain("sub", spec.sub.map(resolve));
  if ("mul" in spec) return chain("mul", spec.mul.map(resolve));
  if ("min" in spec) return chain("min", spec.min.map(resolve));
  if ("max" in spec) return chain("max", spec.max.map(resolve));
  if ("div" in spec) {
    const [left, right] = spec.div.map(resolve) as [Amount, Amount];
    return { op: "div", left, right, otherwise: resolve(spec.otherwise) };
  }
  if ("clamp" in spec) {
    const [of, low, high] = spec.clamp.map(resolve) as [Amount, Amount, Amount];
    return chain("min", [chain("max", [of, low]), high]);
  }
  if ("round" in spec) return { op: "round", of: resolve(spec.round), mode: spec.mode ?? "halfAwayFromZero" };
  if ("tiers" in spec) return resolveTiers(resolve(spec.tiers.of), spec.tiers.bands, resolve);
  if ("table" in spec) {
    const of = resolve(spec.table.of);
    let result = resolve(spec.table.otherwise);
    for (const row of [...spec.table.rows].reverse()) {
      const right =
        row.upTo !== undefined
          ? resolve(row.upTo)
          : literal(typeof row.is === "number" ? row.is : names.code(spec.table.of, row.is ?? ""));
      const test = row.upTo !== undefined ? "atMost" : "equal";
      result = { op: "choose", test, left: of, right, then: resolve(row.value), otherwise: result };
    }
    return result;
  }
  const [total, k, n] = spec.instalment.map(resolve) as [Amount, Amount, Amount];
  const upTo = (step: Amount): Amount => {
    const held = chain("min", [chain("max", [step, literal(0)]), n]);
    const part: Amount = { op: "div", left: chain("mul", [total, held]), right: n, otherwise: literal(0) };
    return names.rounded === false ? part : { op: "round", of: part, mode: "halfAwayFromZero" };
  };
  return chain("sub", [upTo(k), upTo(chain("sub", [k, literal(1)]))]);
}

function resolveTiers(of: Amount, bands: readonly Band[], resolve: (part: AmountSpec) => Amount): Amount {
  const parts: Amount[] = [];
  let from: Amount = literal(0);
  for (const band of bands) {
    const to = band.upTo === undefined ? undefined : resolve(band.upTo);
    const reached = to === undefined ? of : chain("min", [of, to]);
    parts.push(chain("mul", [resolve(band.rate), chain("max", [chain("sub", [reached, from]), literal(0)])]));
    if (to !== undefined) from = to;
  }
  return chain("add", parts);
}

function chain(op: "add" | "sub" | "mul" | "min" | "max", parts: readonly Amount[]): Amount {
  const [first, ...rest] = parts;
  if (first === undefined) return literal(op === "mul" ? 1 : 0);
  return rest.reduce((left, right) => ({ op, left, right }), first);
}

/** Works out a resolved amount from one month's facts (as codes). The kernel does the same, column by column. */
export function workOut(amount: Amount, fact: (name: string) => number): number {
  switch (amount.op) {
    case "literal":
      return amount.value;
    case "fact":
      return fact(amount.name);
    case "round":
      return round(workOut(amount.of, fact), amount.mode);
    case "choose": {
      const left = workOut(amount.left, fact);
      const right = workOut(amount.right, fact);
      return (amount.test === "equal" ? left === right : left <= right)
        ? workOut(amount.then, fact)
        : workOut(amount.otherwise, fact);
    }
    case "div": {
      const right = workOut(amount.right, fact);
      return right === 0 ? workOut(amount.otherwise, fact) : workOut(amount.left, fact) / right;
    }
    default: {
      const left = workOut(amount.left, fact);
      const right = workOut(amount.right, fact);
      if (amount.op === "add") return left + right;
      if (amount.op === "sub") return left - right;
      if (amount.op === "mul") return left * right;
      if (amount.op === "min") return right < left ? right : left;
      return right > left ? right : left;
    }
  }
}

/** The names of all facts (and, with `params`, parameters) that a spelled amount reads. */
export function namesInAmount(spec: AmountSpec): { facts: string[]; params: string[] } {
  const facts: string[] = [];
  const params: string[] = [];
  const walk = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(walk);
    else if (typeof part === "object" && part !== null) {
      const record = part as Record<string, unknown>;
      if (typeof record.fact === "string") facts.push(record.fact);
      else if (typeof record.param === "string") params.push(record.param);
      else Object.values(record).forEach(walk);
    }
  };
  walk(spec);
  return { facts, params };
}
