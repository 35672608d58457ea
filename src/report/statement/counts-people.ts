import type { AmountSpec } from "../../engine/amount.ts";
import type { Contract } from "../../engine/contract.ts";

/** Does an amount count people: starts, outcomes, referrals, or what is added up, taken off or held within limits of them? */
export function countsPeople(spec: AmountSpec, contract: Contract): boolean {
  return counted(spec, contract, new Set()) === "people";
}

/** People; a plain number, which may be a share of them or none of them; or anything else. */
type Counted = "people" | "plain" | "else";

function counted(spec: AmountSpec, contract: Contract, seen: ReadonlySet<string>): Counted {
  const of = (part: AmountSpec) => counted(part, contract, seen);
  if (typeof spec === "number") return "plain";
  if ("fact" in spec) return countedFact(spec.fact, contract, seen);
  if ("param" in spec) return countedUnit(contract.parameters.get(spec.param)?.parameter.unit);
  if ("add" in spec) return alike(spec.add.map(of));
  if ("sub" in spec) return alike(spec.sub.map(of));
  if ("min" in spec) return alike(spec.min.map(of));
  if ("max" in spec) return alike(spec.max.map(of));
  if ("clamp" in spec) return alike(spec.clamp.map(of));
  if ("round" in spec) return of(spec.round);
  if ("table" in spec)
    return alike([...spec.table.rows.map(({ value }) => value), spec.table.otherwise].map(of));
  if ("mul" in spec) {
    const parts = spec.mul.map(of);
    if (parts.includes("else")) return "else";
    const people = parts.filter((part) => part === "people").length;
    return people === 0 ? "plain" : people === 1 ? "people" : "else";
  }
  return "else";
}

/** A tracked fact has no unit of its own: it counts what it is made of. */
function countedFact(name: string, contract: Contract, seen: ReadonlySet<string>): Counted {
  const spec = contract.tracked.find((tracked) => tracked.name === name)?.spec;
  if (spec === undefined) return countedUnit(contract.facts.get(name)?.unit);
  // A yes or no counts as 1 or 0.
  if ("latch" in spec) return "plain";
  if (seen.has(name) || !("value" in spec || "sum" in spec)) return "else";
  return counted("value" in spec ? spec.value : spec.sum, contract, new Set([...seen, name]));
}

function countedUnit(unit: string | undefined): Counted {
  if (unit === "people") return "people";
  return unit === "share" || unit === "number" || unit === "yes or no" ? "plain" : "else";
}

/** Numbers added to or held against people are people; of nothing but plain numbers none are. */
function alike(parts: readonly Counted[]): Counted {
  if (parts.includes("else")) return "else";
  return parts.includes("people") ? "people" : "plain";
}
